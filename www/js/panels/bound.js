// "Is that enough generals?": what theory promises in dots and numbers, and once all is over whether this run kept to it.

import { under } from '../narrate.js';
import { eyes } from '../sight.js';
import { decided } from '../store.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Verdict} Verdict */
/** @typedef {{theorem: boolean, exact: boolean | null}} Promise */

/** More dots than this are not drawn: the line of numbers says it. */
const DOTS = 16;

/**
 * What is promised of n generals, f of them traitors, with m rounds of relay. The engine says whether; this names the reason.
 * @param {{n: number, m: number, f: number}} run @param {Promise} promise
 * @returns {'nobody' | 'nothing' | 'theorem' | 'computed' | 'too-few-rounds' | 'too-many-rounds' | 'too-few'}
 */
export function claim({ n, m, f }, { theorem, exact }) {
  if (f === 0) return 'nobody';
  if (exact === null) return 'nothing';
  if (theorem) return 'theorem';
  if (exact) return 'computed';
  if (m < f) return 'too-few-rounds';
  return m > f && n > 3 * f ? 'too-many-rounds' : 'too-few';
}

/** The key of that sentence, under any protocol. @param {State} s */
export function sentence({ scenario, bound: promise, stolen }) {
  const { n, m, traitors, protocol } = scenario ?? { n: 4, m: 1, traitors: [], protocol: 'om' };
  const f = traitors.length;
  if (protocol === 'om') return `bound.${claim({ n, m, f }, promise)}`;
  if (protocol === 'flat') return m <= 1 ? 'bound.flat.shallow' : 'bound.flat.deep';
  if (stolen.length > 0) return 'bound.sm.stolen';
  if (f === 0) return 'bound.nobody';
  return promise.exact === null ? 'bound.nothing' : promise.theorem ? 'bound.sm.enough' : 'bound.sm.too-few';
}

/**
 * The promise beside the outcome, one of three sentences; null where nothing is claimed or not all is over.
 * @param {Promise} promise @param {Verdict | null} verdict null before the end
 * @returns {'kept' | 'held' | 'broken' | 'refuted' | null}
 */
export function outcome({ theorem, exact }, verdict) {
  if (exact === null || verdict === null) return null;
  const holds = verdict.agreement.holds && verdict.validity.holds !== false;
  if (theorem || exact) return holds ? 'kept' : 'refuted';
  return holds ? 'held' : 'broken';
}

/** @template {Element} E @param {E} root @param {import('../types.js').Pen} pen @param {Page} page */
export function bound(root, { el, list, svg }, { store, t }) {
  const n = () => store.state.scenario?.n ?? 4;
  const m = () => store.state.scenario?.m ?? 1;
  const fog = () => eyes(store.state) !== null;
  const f = () => (fog() ? 0 : (store.state.scenario?.traitors.length ?? 0));
  const protocol = () => store.state.scenario?.protocol ?? 'om';
  const promise = () => store.state.bound;
  /** What n must exceed: 3f, or 2f + m where the rounds are not as many as the traitors. */
  const needed = () => 2 * f() + m();
  const counted = () => protocol() === 'om' && f() > 0 && m() >= f() && promise().exact !== null;
  const drawn = () => counted() && n() + needed() <= DOTS;
  const over = () => (decided(store.state) && !fog() ? store.state.verdict : null);
  const come = () => (f() === 0 ? null : outcome(promise(), over()));

  root.append(
    el('span', { class: 'label' }, () => t(under('bound', protocol()))),
    list(
      el('div', { class: 'dots', hidden: () => !drawn() }),
      () => (drawn() ? [[n(), needed()]] : []),
      String,
      ([there, needs]) =>
        svg('svg', { width: 206, height: 26, viewBox: '0 0 206 26', 'aria-hidden': 'true' }, ...row(svg, there, needs)),
    ),
    list(
      el('p', { class: 'formula', hidden: () => protocol() === 'flat' || f() === 0 || promise().exact === null }),
      () => (f() > 0 ? [[n(), m(), f(), Number(protocol() === 'sm')]] : []),
      String,
      ([generals, relays, liars, signed], own) =>
        own.el('span', {}, ...formula(own, generals, relays, liars, signed === 1), ' ', own.list(
          own.el('span', { class: () => (promise().exact ? 'enough yes' : 'enough no') }),
          () => [promise().exact],
          String,
          (yes) => document.createTextNode(yes ? '✓' : '×'),
        )),
    ),
    el('p', { class: 'hint' }, () =>
      fog() ? '' : t(sentence(store.state), { n: n(), m: m(), f: f(), count: f(), need: 3 * f() + 1 }),
    ),
    el('p', { class: () => `outcome ${come() ?? ''}`, 'data-testid': 'bound', hidden: () => come() === null }, () => {
      const now = come();
      return now ? t(`bound.outcome.${now}`) : '';
    }),
  );
  return root;
}

/**
 * The condition in numbers: n against 3f, against 2f + m, or f against m; with signatures always the last.
 * @param {import('../types.js').Pen} pen @param {number} n @param {number} m @param {number} f @param {boolean} signed
 */
function formula({ el }, n, m, f, signed) {
  const v = (/** @type {string} */ name) => el('i', {}, name);
  if (signed && m >= f) return [v('m'), ` = ${m} ≥ `, v('f'), ` = ${f}`];
  if (m < f) return [v('m'), ` = ${m} < `, v('f'), ` = ${f}`];
  const needed = 2 * f + m;
  const sum = m === f ? ['3', v('f')] : ['2', v('f'), ' + ', v('m')];
  return [v('n'), ` = ${n} ${n > needed ? '>' : '≤'} `, ...sum, ` = ${needed}`];
}

/**
 * The generals there are, a bar, and those that must be exceeded.
 * @param {import('../types.js').Pen['svg']} svg @param {number} there @param {number} needed
 */
function row(svg, there, needed) {
  const pitch = Math.min(22, 200 / (there + needed + 1));
  const r = Math.min(7, pitch * 0.33);
  const bar = 9 + (there - 0.5) * pitch;
  const solid = Array.from({ length: there }, (_, i) =>
    svg('circle', { class: 'there', cx: 9 + i * pitch - (pitch - 2 * r) * 0.1, cy: 13, r }),
  );
  const open = Array.from({ length: needed }, (_, i) =>
    svg('circle', { class: 'asked', cx: bar + pitch * (0.82 + i), cy: 13, r: r * 0.9 }),
  );
  return [...solid, svg('path', { class: 'bar', d: `M${bar} 3V23` }), ...open];
}
