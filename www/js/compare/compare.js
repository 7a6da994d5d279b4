// Two stages on one transport: the same view in two worlds, or the same army under two protocols.

import { binder } from '../kit/dom.js';
import { arrived } from '../state/motion.js';
import { beside, counterpart, differences, onlyIn, isComparing, PLAIN, receivedBy, sameMoment, stateOf, stepOf } from '../state/pair.js';
import { icon, token } from '../kit/icons.js';
import { stage } from '../stage/stage.js';
import { answers, isSigned } from '../state/spec.js';
import { isDecided } from '../state/store.js';
import { LISTED, sealsOf } from '../state/session-cache.js';
import { conditions } from '../verdict/conditions.js';
import { figures, NAMES, sidePage, SIDES } from './compare-figures.js';
import { heardAs, truthOf } from './compare-words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/pair.js').Beside} Beside */
/** @typedef {import('../state/engine.js').Received} Received */
/** @typedef {0 | 1} Side */

/** More rows than this are counted, not listed. */
const ROWS = 24;

/** @param {HTMLElement} root @param {Page} page */
export function compare(root, page) {
  const { store, t, say } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  const s = () => store.state;
  /** @type {{of: State, sides: (State | null)[], other: Beside | null} | null} */
  let cache = null;

  /** Both sides as the page would have them, once for each state. A comparison keeps word of mouth on the left. */
  function both() {
    const of = s();
    if (cache?.of === of) return cache;
    const other = beside(of);
    const place = { ...of.place, pov: of.pair.lifted ? null : of.place.pov };
    // On two maps nobody is looked at but whose eyes are used.
    const shown = { place, letter: null, chosen: of.place.pov ?? (place.both === 'map' ? null : of.chosen) };
    // In fog nothing that he sees differs, or he could tell the two apart.
    const differ = place.pov === null && of.session && other?.session ? differences(of.session, other.session) : null;
    const here = { ...of, ...shown, differing: differ && differ[0] };
    const there = other?.session ? { ...stateOf(of, other.session), ...shown, differing: differ && differ[1] } : null;
    // A comparison keeps word of mouth, the counterpart of all others, on the left.
    const mine = other?.kind === 'protocol' && counterpart(of.scenario?.protocol ?? '') === PLAIN;
    return (cache = { of, sides: mine ? [there, here] : [here, there], other });
  }
  const other = () => both().other;
  const side = (/** @type {Side} */ i) => both().sides[i];
  const viewer = () => s().place.pov;
  const fog = () => viewer() !== null && !s().pair.lifted;
  const compared = () => other()?.kind === 'protocol';
  /** Under some protocols nobody looks for another world: then only what he hears is shown. */
  const alone = () => viewer() !== null && !answers(s(), 'other-world');
  /** Whether he knows the same in both, as the engine has it. */
  const equal = () => other()?.same ?? false;

  /** @param {Side} i */
  const truth = (i) => {
    const scenario = side(i)?.scenario;
    if (!scenario) return '';
    if (compared()) return t(`protocol.${scenario.protocol}`);
    return fog() ? t('pair.unknown') : truthOf(say(), scenario);
  };

  /** What he has received so far in this world. @param {Side} i @returns {Received[]} */
  const heard = (i) => {
    const now = side(i);
    const g = viewer();
    if (!now?.session || g === null || now.length > LISTED) return [];
    const first = both().sides[0];
    const until = i === 0 || !first?.session ? arrived(now) : sameMoment(first.session, now.session, Math.max(0, arrived(first)));
    return receivedBy(now.session, g, Math.max(0, until));
  };

  /** @param {Side} i */
  const hears = (i) =>
    el(
      'div',
      { class: 'pair-heard', hidden: () => viewer() === null || side(i) === null },
      el('h4', { class: 'label' }, () => t('pair.hears', { who: say().general(viewer() ?? 1) })),
      list(
        el('ol', { 'data-testid': `pair-heard-${NAMES[i]}` }),
        () => {
          const mine = heard(i);
          const odd = new Set(onlyIn(mine, heard(i === 0 ? 1 : 0)));
          return mine.slice(0, ROWS).map((r) => ({ r, odd: odd.has(r) }));
        },
        ({ r, odd }) => `${s().lang} ${JSON.stringify(r)} ${odd}`,
        ({ r, odd }, own) => {
          const now = side(i);
          return own.el(
            'li',
            { class: odd && side(1) ? 'odd' : '' },
            token(r.said, 9),
            own.el('span', {}, now?.spec ? heardAs(say(), now.spec, r) : ''),
          );
        },
      ),
    );

  /** @param {Side} i */
  const verdicts = (i) =>
    conditions(
      drawing,
      page,
      () => {
        const { verdict = null, scenario = null, link = '' } = (!fog() && isDecided(s()) && side(i)) || {};
        return verdict && scenario && { verdict, scenario, link };
      },
      NAMES[i],
    );

  const pages = SIDES.map((i) => sidePage(page, i, side));
  const stages = SIDES.map((i) => {
    const box = el('div', { class: 'stage', 'data-testid': `stage-${NAMES[i]}`, hidden: () => s().place.both !== 'map' });
    return { box, map: stage(box, pages[i], () => {}, NAMES[i]) };
  });
  const figure = figures(page, pages, side);

  /** How much of a run is not in the other. @param {Side} i */
  const differs = (i) => {
    const count = side(i)?.differing?.size;
    return count === undefined ? t('pair.unmarked', { limit: LISTED }) : t('pair.differing', { count });
  };

  /** @param {Side} i */
  const world = (i) =>
    el(
      'section',
      { class: 'pair-case', hidden: () => side(i) === null, 'aria-label': () => t('pair.case', { number: i + 1 }) },
      el(
        'h3',
        {},
        el('span', { class: 'label', hidden: () => compared() || alone() }, () => t('pair.case', { number: i + 1 })),
        el('span', { class: 'pair-truth' }, () => truth(i)),
        el('span', { class: 'fine', 'data-testid': `differing-${NAMES[i]}`, hidden: () => fog() || side(1) === null }, () => differs(i)),
      ),
      stages[i].box,
      figure.boxes[i],
      hears(i),
      verdicts(i),
    );

  /** The message that this world would need with a seal it lacks: it came to him, and was thrown away. */
  const lacking = () => {
    const here = both().sides[0];
    const g = viewer();
    if (!here?.session || g === null || other()?.kind === 'world' || !isSigned(here)) return null;
    const refused = receivedBy(here.session, g, here.length).find((r) => r.refused);
    const step = refused ? stepOf(here.session, g, refused) : null;
    return refused && step !== null ? { refused, forged: sealsOf(here.session, step).forged, step } : null;
  };

  /** One of three answers that never share words, or what he can tell. */
  const answer = () => {
    const found = other();
    const g = viewer();
    if (!found || g === null) return '';
    if (alone()) return t('pair.not-for-this', { who: say().general(g) });
    const values = { who: say().general(g), tried: found.tried, count: found.tried, f: found.f };
    if (found.kind !== 'world') return t(found.kind === 'none-exists' ? 'pair.none-exists' : 'pair.none-found', values);
    const count = heard(0).length;
    if (fog()) return t('pair.same', { ...values, count });
    const decision = side(0)?.verdict?.decisions[String(g)];
    return decision ? t('pair.lifted', { ...values, order: say().order(decision) }) : t('pair.lifted.silent', values);
  };

  const stepper = () => {
    const most = () => (s().scenario?.n ?? 2) - 1;
    const put = (/** @type {number} */ f) => {
      if (f >= 0 && f <= most()) store.apply({ type: 'pair-f', f });
    };
    const f = () => other()?.f ?? 0;
    const button = (/** @type {number} */ by, /** @type {'minus' | 'plus'} */ sign) =>
      el(
        'button',
        {
          'aria-label': () => t(by > 0 ? 'pair.f.more' : 'pair.f.fewer'),
          'data-testid': by > 0 ? 'f-more' : 'f-fewer',
          'aria-disabled': () => (f() === (by > 0 ? most() : 0) ? 'true' : null),
          onclick: () => put(f() + by),
        },
        icon(sign, 16),
      );
    return el(
      'div',
      { class: 'pair-f', hidden: () => viewer() === null || alone() },
      el('span', { class: 'label' }, () => t('pair.f')),
      el(
        'span',
        { class: 'stepper' },
        button(-1, 'minus'),
        el('output', { 'data-testid': 'f' }, () => String(f())),
        button(1, 'plus'),
      ),
    );
  };

  const lift = el(
    'button',
    {
      role: 'switch',
      class: 'lift-switch',
      'data-testid': 'lift-fog',
      hidden: () => viewer() === null,
      'aria-checked': () => String(s().pair.lifted),
      onclick: () => store.apply({ type: 'pair-lift', lifted: !s().pair.lifted }),
    },
    el('span', { class: 'lift-track', 'aria-hidden': 'true' }),
    () => t('pair.lift'),
  );

  /** @param {string} protocol */
  const against = (protocol) =>
    el(
      'button',
      {
        class: 'cheat',
        'data-testid': `against-${protocol}`,
        'aria-pressed': () => String([s().scenario?.protocol, counterpart(s().scenario?.protocol ?? 'om')].includes(protocol)),
        onclick: () => store.apply({ type: 'edit', changes: { protocol } }),
      },
      () => t(`pair.against.${protocol}`),
    );

  root.append(
    el(
      'div',
      { class: 'pair-head' },
      el(
        'div',
        {},
        el('h2', { id: 'pair-title', tabindex: -1 }, () => (alone() ? t('pair.hears', { who: say().general(viewer() ?? 1) }) : t(compared() ? 'pair.compare' : 'pair'))),
        el('p', { class: 'pair-lead', hidden: alone }, () =>
          viewer() === null ? t('pair.compare.lead') : t('pair.lead', { who: say().general(viewer() ?? 1) }),
        ),
      ),
      el(
        'div',
        { class: 'pair-controls' },
        figure.choice,
        stepper(),
        el('div', { class: 'cheats', hidden: () => viewer() !== null }, against('sm'), against('flat'), against('ic')),
        el(
          'button',
          { class: 'cheat', 'data-testid': 'pair-close', onclick: () => store.apply({ type: 'pair-close' }) },
          () => t(s().place.both === 'map' ? 'pair.close' : 'pair.back'),
        ),
      ),
    ),
    el(
      'div',
      { class: 'pair-cases' },
      world(0),
      el(
        'div',
        {
          class: 'pair-sign',
          hidden: () => side(1) === null,
          'data-testid': 'pair-sign',
          'data-equal': () => String(!compared() && equal()),
        },
        el('span', { class: 'pair-equals', 'aria-hidden': 'true' }, () => (compared() ? '' : equal() ? '=' : '≠')),
        el('span', { class: 'label' }, () => (compared() ? '' : t(equal() ? 'pair.equal' : 'pair.differs'))),
      ),
      world(1),
    ),
    el(
      'div',
      { class: 'pair-foot', hidden: compared },
      el(
        'div',
        {},
        el('p', { class: 'pair-answer', role: 'status', 'data-testid': 'pair-answer' }, answer),
        list(
          el('div', {}),
          () => [lacking()].filter((l) => l !== null),
          (l) => `${s().lang} ${l.step} ${l.forged} ${s().link}`,
          (l, own) =>
            own.el(
              'p',
              { class: 'pair-lacking', 'data-testid': 'pair-lacking' },
              own.el('b', { class: 'pair-stamp' }, t('pair.forged')),
              t('pair.lacking', {
                from: say().general(l.refused.path[l.refused.path.length - 1]),
                order: say().order(l.refused.said),
                forged: say().general(l.forged ?? 1),
              }),
              own.el('button', { class: 'cheat', onclick: () => showLetter(l.step) }, t('letter.open.title')),
            ),
        ),
      ),
      lift,
    ),
  );

  /** @param {number} step */
  function showLetter(step) {
    store.apply({ type: 'pair-close' });
    store.apply({ type: 'seek', step });
    store.apply({ type: 'letter', step });
  }

  let was = false;
  let known = false;
  /** What the shut view was last asked about: through other eyes it must keep nothing. */
  let shut = '';
  /** @type {HTMLElement | null} */
  let opener = null;
  return {
    refresh() {
      const is = isComparing(s());
      const held = document.activeElement;
      if (is) {
        refresh();
        if (s().place.both === 'map') for (const { map } of stages) map.refresh();
        figure.refresh();
        // Opened by a link the page is read from its beginning.
        if (!was && known) document.getElementById('pair-title')?.focus({ preventScroll: true });
      } else {
        const now = `${viewer()} ${s().link}`;
        if (viewer() !== null && now !== shut) refresh();
        shut = now;
        if (was) {
          figure.shut();
          opener?.focus();
        }
      }
      if (is && !was) opener = /** @type {HTMLElement | null} */ (held);
      was = is;
      known = true;
    },
    paint() {
      if (!was) return;
      if (s().place.both === 'map') for (const { map } of stages) map.paint();
      figure.paint();
    },
    retheme() {
      for (const { map } of stages) map.retheme();
    },
  };
}
