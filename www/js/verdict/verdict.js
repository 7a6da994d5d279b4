// The verdict: agreement and validity, each with its witnesses; kept back until all have decided.

import { binder } from '../kit/dom.js';
import { glossed } from '../words/glossary.js';
import { clause, sides, some } from '../words/narrate.js';
import { povOf } from '../state/pov.js';
import { stamp } from '../kit/icons.js';
import { isSigned } from '../state/spec.js';
import { isDecided } from '../state/store.js';
import { becauseOf } from '../words/vectors.js';
import { compared, judged } from '../general/prediction.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** @param {Verdict} verdict @param {'agreement' | 'validity'} condition @returns {'holds' | 'broken' | 'free'} */
export function outcome(verdict, condition) {
  const { holds } = verdict[condition];
  return holds === null ? 'free' : holds ? 'holds' : 'broken';
}

/**
 * Why: the witnesses, or what all do.
 * @param {Speech} say @param {Verdict} verdict @param {'agreement' | 'validity'} condition
 * @param {Pick<import('../state/types.js').Scenario, 'order' | 'i' | 'traitors'>} scenario
 */
export function because(say, verdict, condition, scenario) {
  if (verdict.vectors) return becauseOf(say, verdict, condition, scenario);
  const { order } = scenario;
  const inputs = scenario.i === undefined ? 'commander' : 'everyone';
  const { attack, retreat } = sides(verdict.decisions);
  const all = [...attack, ...retreat];
  const { witnesses } = verdict[condition];
  const state = outcome(verdict, condition);
  if (state === 'free') return say.t('validity.free');
  if (condition === 'agreement') {
    if (state === 'broken')
      return say.t('agreement.broken', {
        attackers: clause(
          say,
          witnesses.filter((id) => verdict.decisions[id] === 'A'),
          'A',
        ),
        retreaters: clause(
          say,
          witnesses.filter((id) => verdict.decisions[id] === 'R'),
          'R',
        ),
      });
    if (all.length === 0) return say.t(say.under('agreement.nobody', inputs));
    if (all.length === 1) return say.t('agreement.single', { who: say.general(all[0]) });
    return say.t('agreement.holds', { clause: clause(say, all, attack.length ? 'A' : 'R') });
  }
  if (state === 'broken')
    return say.t('validity.broken', {
      clause: clause(say, witnesses, order === 'A' ? 'R' : 'A'),
      commander: say.general(1),
      order: say.order(order),
    });
  if (all.length === 0) return say.t(say.under('validity.nobody', inputs));
  return say.t('validity.holds', { who: some(say, all), count: all.length, commander: say.general(1) });
}

/** @param {HTMLElement} root @param {Page} page */
export function verdict(root, { store, t, say }) {
  const own = binder();
  const { el, list, refresh } = own;
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const over = () => isDecided(s()) && s().verdict !== null && !fog();

  /** @param {'agreement' | 'validity' | null} condition */
  const point = (condition) => {
    const generals = condition && over() ? (s().verdict?.[condition].witnesses ?? []) : [];
    if (generals.length > 0 || s().pointed.length > 0) store.apply({ type: 'point', generals });
  };

  /** @param {'agreement' | 'validity'} condition */
  const row = (condition) => {
    const state = () => {
      const v = s().verdict;
      return over() && v ? outcome(v, condition) : 'open';
    };
    return el(
      'li',
      {
        'data-testid': `verdict-${condition}`,
        'data-state': state,
        // What is broken has witnesses on the map: pointing here lights them.
        tabindex: () => (state() === 'broken' ? 0 : null),
        onpointerenter: () => point(condition),
        onpointerleave: () => point(null),
        onfocus: () => point(condition),
        onblur: () => point(null),
      },
      list(
        el('span', { class: 'stamp-room', 'aria-hidden': 'true' }),
        () => [state()],
        String,
        (is) => stamp(/** @type {'open'} */ (is)),
      ),
      el(
        'div',
        {},
        el(
          'p',
          { class: 'condition' },
          glossed(own, el('b', {}), () => say().parts(say().under(condition, s().spec?.task))),
          el('b', { class: state }, () => (state() === 'open' ? '' : ` ${t(`state.${state()}`)}`)),
        ),
        el('p', { class: 'because' }, () => {
          const { verdict: v, scenario } = s();
          return over() && v && scenario ? because(say(), v, condition, scenario) : t(say().under(`${condition}.meaning`, s().spec?.task));
        }),
      ),
    );
  };
  root.append(
    el('h2', { id: 'verdict-title', class: 'label' }, () => t(fog() ? 'verdict.fog' : over() ? 'verdict' : 'verdict.later')),
    el('ul', { class: 'conditions', hidden: fog }, row('agreement'), row('validity')),
    el('p', { class: 'judged', 'data-testid': 'judged', hidden: () => judged(s(), say()) === '' }, () => {
      const words = judged(s(), say());
      return words && `${compared(s(), say())}${t('gap')}${words}`;
    }),
    el('p', { class: 'because', hidden: () => !fog() }, () => t('verdict.unseen', { who: say().general(povOf(s()) ?? 1) })),
    el('p', { class: 'counts' }, () => counts(s(), say())),
    el('p', { class: 'counts', hidden: () => fog() || s().bound.loyalMessages === null }, () =>
      fog() ? '' : t('counts.dolev-strong', { count: s().bound.loyalMessages ?? 0 }),
    ),
    el('p', { class: 'counts', hidden: () => s().grounds.reason !== 'known-wrong' }, () => t('verdict.flat')),
  );
  return () => {
    if (s().scenario) refresh();
  };
}

/** “9 messages, 1 lie”; in fog nobody counts lies. @param {State} s @param {Speech} say */
export function counts(s, say) {
  if (!s.scenario) return '';
  // With signatures even the number of letters tells of lies.
  if (povOf(s) !== null && isSigned(s)) return '';
  const lies = povOf(s) === null ? (s.verdict?.lies ?? null) : null;
  const messages = say.t('counts.messages', { count: s.total ?? Infinity });
  return lies === null ? messages : say.t('counts.both', { messages, lies: say.t('counts.lies', { count: lies }) });
}
