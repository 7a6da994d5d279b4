// The chosen general: whether he is loyal, his vote, what he cannot know, what he heard. In fog only the viewer himself is known.

import { binder } from '../kit/dom.js';
import { glossed } from '../words/glossary.js';
import { arrived } from '../state/motion.js';
import { some } from '../words/narrate.js';
import { povOf, givenOrder, givenTo, loyalty } from '../state/pov.js';
import { answers, hasOpinions, isCommander, isSigned, restsOn, roleOf } from '../state/spec.js';
import { icon, mask, shield, token } from '../kit/icons.js';
import { isDecided } from '../state/store.js';
import { LISTED, votesOf } from '../state/session-cache.js';
import { figure, unknowable } from './inspector-tree.js';
import { prediction } from './prediction.js';
import { evidence } from './evidence.js';
import { heardList, heardSoFar, pathsKnown, roundKnown } from './received.js';
import { opinionButton } from '../scenario/opinions.js';
import { rounds } from './rounds.js';
import { vectorRow } from './vector.js';
import { drawTree } from './inspector-vote.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./received.js').Heard} Heard */

/** His vote at this moment, or null where none is judged. @param {State} s @param {number} general @param {Heard[]} heard */
export function figureOf(s, general, heard) {
  if (!s.session || !s.scenario || !restsOn(s, 'tree') || isCommander(s, general) || !loyalty(s, general)) return null;
  const vote = votesOf(s.session, general);
  if (!vote || !('children' in vote)) return null;
  return figure(vote, {
    m: s.scenario.m,
    known: pathsKnown(s, heard),
    folded: roundKnown(s, s.perRound.length),
    traitors: povOf(s) === null ? s.scenario.traitors : [],
  });
}

/**
 * What he cannot know, in one sentence, and whether that matters.
 * @param {State} s @param {number} general @param {Heard[]} heard @param {import('../words/i18n.js').Speech} say
 */
export function limit(s, general, heard, say) {
  if (!s.session || !s.scenario) return '';
  if (isCommander(s, general)) return say.t('cannot.commander');
  if (loyalty(s, general) !== true) return '';
  if (s.session.length > LISTED) return say.t('cannot.many');
  const come = heard.filter((h) => !h.road);
  if (isSigned(s)) return signedLimit(come, say);
  if (hasOpinions(s)) return opinionLimit(come, say);
  const { key, ids } = unknowable(come, s.scenario.n);
  const said = say.t(`cannot.${key}`, { list: say.list(ids.map(String)), count: ids.length });
  const kept = isDecided(s) && povOf(s) === null && s.verdict?.agreement.holds && s.verdict.validity.holds !== false;
  return kept && (key === 'differ' || key === 'contradict') ? `${said}${say.t('gap')}${say.t('cannot.saved')}` : said;
}

/** With signatures: two orders under the commander's seal give him away. @param {Heard[]} heard @param {import('../words/i18n.js').Speech} say */
function signedLimit(heard, say) {
  const orders = new Set(heard.filter((h) => !h.refused && h.said !== null).map((h) => h.said));
  return say.t(orders.size === 0 ? 'cannot.sm.none' : orders.size === 1 ? 'cannot.sm.single' : 'cannot.sm.both');
}

/** Of opinions: whether two tell different things of one general. @param {Heard[]} heard @param {import('../words/i18n.js').Speech} say */
function opinionLimit(heard, say) {
  const silent = [...new Set(heard.filter((h) => h.said === null).map((h) => h.path[h.path.length - 1]))].sort((a, b) => a - b);
  if (silent.length > 0) return say.t('cannot.silent', { list: say.list(silent.map(String)), count: silent.length });
  const first = new Map(heard.filter((h) => h.path.length === 1).map((h) => [h.path[0], h.said]));
  const odd = [...new Set(heard.filter((h) => h.said !== first.get(h.path[0])).map((h) => h.path[0]))].sort((a, b) => a - b);
  if (heard.length === 0) return say.t('cannot.nothing');
  return odd.length === 0 ? say.t('cannot.same') : say.t('cannot.opinions', { of: some(say, odd), count: odd.length });
}

/** @param {HTMLElement} root @param {Page} page */
export function inspector(root, page) {
  const { store, t, say } = page;
  const own = binder();
  const { el, list, refresh } = own;
  const s = () => store.state;
  const id = () => s().chosen ?? 0;
  const loyal = () => loyalty(s(), id());
  /** Whether the reader may know what this general knows. */
  const open = () => loyal() !== null;
  /** @type {Heard[]} */
  let heard = [];
  /** @type {import('./inspector-tree.js').Figure | null} */
  let vote = null;
  let knownFor = '';

  const kind = () => (loyal() === null ? 'unknown' : loyal() ? 'loyal' : 'traitor');
  const role = () => say().parts(`role.${roleOf(s(), id())}.${kind()}`);
  /** What he decided, where no tree says it. */
  const decision = () => (isDecided(s()) && open() && !vote && !isCommander(s(), id()) ? (s().verdict?.decisions[id()] ?? null) : null);
  /** What he is for, where everybody has an opinion. */
  const opinion = () => (hasOpinions(s()) && open() ? givenTo(s(), id()) : null);
  const viewing = () => povOf(s()) === id();

  /** What he does, or what is asked of him. @returns {import('../words/i18n.js').Part[]} */
  const summary = () => {
    const who = say().general(povOf(s()) ?? 1);
    if (!open()) return say().parts('fog.others', { who });
    if (isCommander(s(), id())) {
      const order = say().order(givenOrder(s()));
      return say().parts(loyal() ? 'inspector.commander' : 'inspector.commander.traitor', { order });
    }
    if (!loyal()) return say().parts('decides.traitor');
    return vote ? say().parts('inspector.lieutenant', { count: vote.branches.length }) : say().parts(say().under('decides.later', s().scenario?.protocol));
  };

  const viewAs = el(
    'button',
    {
      class: 'turn-button',
      'data-testid': 'view-as',
      onclick: () => store.apply({ type: 'eyes', general: viewing() ? null : id() }),
    },
    icon('eye', 19),
    el('span', {}, () => (viewing() ? t('eyes.lift') : t('eyes.view', { who: say().general(id()) }))),
    el('kbd', { 'aria-hidden': 'true' }, 'V'),
  );

  const body = el(
    'div',
    { class: 'inspector-body', hidden: () => !s().chosen },
    el(
      'div',
      { class: 'who' },
      list(
        el('span', { class: 'who-shield' }),
        () => [[id(), loyal()]],
        String,
        () => shield(id(), loyal(), 48),
      ),
      el(
        'div',
        {},
        el('h2', { id: 'inspector-title' }, () =>
          open() ? t('inspector.title', { who: say().general(id()) }) : say().general(id()),
        ),
        glossed(own, el('p', { class: () => `role ${kind()}-word` }), role),
      ),
    ),
    glossed(own, el('p', { class: 'meant' }), summary),
    el(
      'p',
      { class: 'his-opinion', hidden: () => opinion() === null },
      glossed(own, el('span', { class: 'label' }), () => say().parts('opinion.his')),
      opinionButton(own, page, id, 'his-opinion'),
      el('span', {}, () => say().order(opinion())),
    ),
    vectorRow(own, page, id),
    list(
      el('div', { class: 'tree-room', hidden: () => vote === null }),
      () => (vote ? [vote] : []),
      (now) => `${s().lang} ${JSON.stringify(now)}`,
      (now) => drawTree(now, say()),
    ),
    el('p', { class: 'hint touched-hint', hidden: () => !vote?.branches.some((b) => b.touched) }, mask(15), ' ', () =>
      t('tree.touched'),
    ),
    list(
      el('p', { class: 'hint tie-hint', hidden: () => !vote?.tally?.tie }),
      () => (vote?.tally?.tie ? [s().lang] : []),
      String,
      (_, mine) => glossed(mine, mine.el('span', {}), () => say().parts('tree.tie.why')),
    ),
    el('p', { class: 'hint cannot', 'data-testid': 'cannot', hidden: () => !open() || limit(s(), id(), heard, say()) === '' }, () =>
      open() ? limit(s(), id(), heard, say()) : '',
    ),
    ...evidence(own, page, id, () => heard),
    list(
      el('p', { class: 'decides-word', hidden: () => decision() === null }),
      () => [[s().lang, decision()]],
      String,
      (_, mine) => {
        const word = decision();
        return word ? mine.el('span', {}, token(word, 15), mine.el('b', {}, say().order(word))) : mine.el('span', {});
      },
    ),
    prediction(own, page),
    el(
      'div',
      { class: 'inspector-ways' },
      viewAs,
      el(
        'button',
        {
          class: 'turn-button',
          hidden: () => povOf(s()) !== null,
          onclick: () => store.apply({ type: 'turn', general: id() }),
        },
        el('span', {}, () => t(loyal() === false ? 'turn.loyal' : 'turn.traitor', { who: say().general(id()) })),
        el('kbd', { 'aria-hidden': 'true' }, 'T'),
      ),
    ),
    el(
      'button',
      {
        class: 'beside',
        'data-testid': 'find-world',
        hidden: () => !open() || !s().session || !answers(s(), 'other-world'),
        onclick: () => store.apply({ type: 'pair', general: id() }),
      },
      () => t('pair.find'),
    ),
    el(
      'details',
      { class: 'heard', open: true, hidden: () => !open() || isCommander(s(), id()) || !s().session },
      el('summary', { class: 'label' }, () => t('heard.title')),
      ...heardList(own, page, () => heard),
    ),
    rounds(own, page),
  );

  root.append(
    el('p', { class: 'hint', hidden: () => s().chosen !== null }, () => t('inspector.empty')),
    body,
  );
  return () => {
    const now = s();
    const moment = `${arrived(now)} ${now.motion?.what} ${now.motion?.round} ${(now.motion?.progress ?? 1) < 1}`;
    const key = `${now.link} ${now.chosen} ${povOf(now)} ${moment}`;
    if (key !== knownFor) {
      knownFor = key;
      const known = now.chosen && now.chosen <= (now.scenario?.n ?? 0) && loyalty(now, now.chosen) !== null ? now.chosen : null;
      heard = known ? heardSoFar(now, known) : [];
      vote = known ? figureOf(now, known, heard) : null;
    }
    if (now.scenario && now.chosen !== null) refresh();
  };
}
