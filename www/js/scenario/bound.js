// "Is that enough generals?": what theory promises in dots and numbers, and once all is over whether this run kept to it.

import { drawn } from '../kit/picture.js';
import { picture } from '../paint/svg.js';
import { povOf } from '../state/pov.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../scene/types.js').Drawn} Drawn */

/** More dots than this are not drawn: the line of numbers says it. */
const DOTS = 16;
/** How the two sides of a measure stand where nothing is promised, and where it is. @param {string} measure */
const signsOf = (measure) => (measure === 'rounds' ? '<≥' : '≤>');

/**
 * The key of the sentence that tells what is promised. Between what is promised and what is impossible nothing is known.
 * @param {Pick<State, 'scenario' | 'grounds' | 'bound'>} s @param {import('../words/i18n.js').Speech} say
 */
export function sentence({ scenario, grounds: { claim }, bound: { exact } }, say) {
  const told = claim === 'too-few-generals' && exact === null ? 'not-known' : claim;
  return say.under(`bound.${told}`, scenario?.protocol);
}

/**
 * The promise beside the outcome, one of four sentences; null where nothing is claimed or not all is over.
 * @param {Pick<State, 'bound' | 'grounds'>} s @param {Verdict | null} verdict null before the end
 * @returns {'kept' | 'held' | 'broken' | 'refuted' | null}
 */
export function outcome({ bound, grounds }, verdict) {
  if (grounds.measure === null || verdict === null) return null;
  const holds = verdict.agreement.holds && verdict.validity.holds !== false && verdict.termination?.holds !== false;
  if (bound.exact) return holds ? 'kept' : 'refuted';
  return holds ? 'held' : 'broken';
}

/** @template {Element} E @param {E} root @param {Binder} binder @param {Page} page */
export function bound(root, binder, { store, t, say }) {
  const { el } = binder;
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const come = () => (fog() || !isDecided(s()) ? null : outcome(s(), s().verdict));

  root.append(
    el('span', { class: 'label' }, () => t(say().under('bound', s().scenario?.protocol))),
    dots(binder, () => (fog() ? null : s())),
    formula(binder, () => (fog() ? null : s()), say),
    el('p', { class: 'hint' }, () => {
      const { scenario, bound: promised } = s();
      if (fog() || !scenario) return '';
      const { traitors: f, enough } = promised;
      return t(sentence(s(), say()), { n: scenario.n, m: scenario.m, f, count: f, need: enough?.n ?? 0 });
    }),
    el('p', { class: () => `outcome ${come() ?? ''}`, 'data-testid': 'bound', hidden: () => come() === null }, () => {
      const now = come();
      return now ? t(`bound.outcome.${now}`) : '';
    }),
  );
  return root;
}

/** The generals there are beside those that must be exceeded. @param {Binder} binder @param {() => State | null} known null in fog */
function dots({ el, list }, known) {
  const shown = () => {
    const s = known();
    if (!s?.scenario || s.grounds.measure !== 'generals') return [];
    const [{ n }, needed] = [s.scenario, s.grounds.against ?? 0];
    return n + needed <= DOTS ? [[n, needed]] : [];
  };
  return list(
    el('div', { class: 'dots', hidden: () => shown().length === 0 }),
    shown,
    String,
    ([there, needs]) => drawn(dotsPicture(there, needs)),
  );
}

/**
 * The inequality in numbers, and whether it is met.
 * @param {Binder} binder @param {() => State | null} known null in fog @param {() => import('../words/i18n.js').Speech} say
 */
function formula({ el, list }, known, say) {
  const told = () => {
    const s = known();
    const measure = s?.grounds.measure;
    if (!s?.scenario || !measure) return [];
    const { scenario, bound: promised } = s;
    const met = promised.exact === true;
    return [
      {
        key: `bound.formula.${measure}`,
        lang: s.lang,
        met,
        values: {
          n: String(scenario.n),
          m: String(scenario.m),
          f: String(promised.traitors),
          sign: signsOf(measure)[Number(met)],
          needed: String(s.grounds.against),
        },
      },
    ];
  };
  return list(
    el('p', { class: 'formula', hidden: () => told().length === 0 }),
    told,
    (now) => JSON.stringify(now),
    ({ key, values, met }, own) => {
      const words = say().parts(key, values).map(({ tone, text }) => (tone === '' ? text : own.el('i', {}, text)));
      return own.el('span', {}, ...words, ' ', own.el('span', { class: met ? 'enough yes' : 'enough no' }, met ? '✓' : '×'));
    },
  );
}

/** The generals there are, a bar, and those that must be exceeded. @param {number} there @param {number} needed */
export function dotsPicture(there, needed) {
  const pitch = Math.min(22, 200 / (there + needed + 1));
  const r = Math.min(7, pitch * 0.33);
  const bar = 9 + (there - 0.5) * pitch;
  /** @param {string} kind @param {number} x @param {number} r @returns {Drawn} */
  const dot = (kind, x, r) => ({ kind: 'disc', class: kind, x, y: 13, rx: r, ry: r });
  const solid = Array.from({ length: there }, (_, i) => dot('there', 9 + i * pitch - (pitch - 2 * r) * 0.1, r));
  const open = Array.from({ length: needed }, (_, i) => dot('asked', bar + pitch * (0.82 + i), r * 0.9));
  return picture({ width: 206, height: 26, viewBox: '0 0 206 26', 'aria-hidden': 'true' }, [...solid, { kind: 'path', class: 'bar', d: `M${bar} 3V23` }, ...open]);
}
