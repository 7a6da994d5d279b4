// "Is that enough generals?": what theory promises in dots and numbers, and once all is over whether this run kept to it.

import { povOf } from '../state/pov.js';
import { isDecided } from '../state/store.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {State['grounds']} Grounds */

/** More dots than this are not drawn: the line of numbers says it. */
const DOTS = 16;
/** Reasons for which nothing is claimed of a run. */
const UNCLAIMED = ['nobody-left', 'stolen-keys', 'known-wrong'];

/** Whether as many rounds as the theorem asks for stand there, and no more. @param {Pick<State, 'scenario' | 'bound'>} s */
const isUsual = ({ scenario, bound: { enough } }) => enough?.m === scenario?.m;

/**
 * What is promised, as a word of the catalogues: the engine's reason, apart from two cases that are told in other words.
 * @param {Pick<State, 'scenario' | 'bound' | 'grounds'>} s
 */
export function claim({ scenario, bound: { traitors, enough }, grounds: { reason } }) {
  if (UNCLAIMED.includes(reason)) return reason;
  if (traitors === 0) return 'nobody';
  // There are enough generals for the theorem: then it is the rounds that are too many.
  return reason === 'too-few-generals' && enough && scenario && enough.n <= scenario.n ? 'too-many-rounds' : reason;
}

/** The key of that sentence, under any protocol. @param {State} s @param {import('../words/i18n.js').Speech} say */
export function sentence(s, say) {
  const { scenario } = s;
  const now = claim(s);
  if (now === 'known-wrong') return (scenario?.m ?? 0) <= 1 ? 'bound.flat.shallow' : 'bound.flat.deep';
  return say.under(`bound.${now}`, scenario?.protocol);
}

/**
 * The promise beside the outcome, one of three sentences; null where nothing is claimed or not all is over.
 * @param {Grounds} grounds @param {Verdict | null} verdict null before the end
 * @returns {'kept' | 'held' | 'broken' | 'refuted' | null}
 */
export function outcome({ reason }, verdict) {
  if (UNCLAIMED.includes(reason) || verdict === null) return null;
  const holds = verdict.agreement.holds && verdict.validity.holds !== false;
  if (reason === 'theorem' || reason === 'computed') return holds ? 'kept' : 'refuted';
  return holds ? 'held' : 'broken';
}

/** @template {Element} E @param {E} root @param {import('../state/types.js').Binder} binder @param {Page} page */
export function bound(root, { el, list, svg }, { store, t, say }) {
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const f = () => (fog() ? 0 : s().bound.traitors);
  const n = () => s().scenario?.n ?? 4;
  const m = () => s().scenario?.m ?? 1;
  const reason = () => s().grounds.reason;
  const promised = () => reason() === 'theorem' || reason() === 'computed';
  /** What n must exceed, where the engine counts in generals. */
  const needed = () => (s().bound.enough?.n ?? 1) - 1;
  const key = () => say().under(`bound.formula.${reason() === 'too-few-rounds' ? 'rounds' : isUsual(s()) ? 'generals' : 'deep'}`, s().scenario?.protocol);
  const told = () => f() > 0 && !UNCLAIMED.includes(reason());
  const drawn = () => told() && key() === 'bound.formula.generals' && n() + needed() <= DOTS;
  const over = () => (isDecided(s()) && !fog() ? s().verdict : null);
  const come = () => (f() === 0 ? null : outcome(s().grounds, over()));

  root.append(
    el('span', { class: 'label' }, () => t(say().under('bound', s().scenario?.protocol))),
    list(
      el('div', { class: 'dots', hidden: () => !drawn() }),
      () => (drawn() ? [[n(), needed()]] : []),
      String,
      ([there, needs]) =>
        svg('svg', { width: 206, height: 26, viewBox: '0 0 206 26', 'aria-hidden': 'true' }, ...row(svg, there, needs)),
    ),
    list(
      el('p', { class: 'formula', hidden: () => !told() }),
      () => (told() ? [[key(), n(), m(), f(), needed(), promised(), s().lang]] : []),
      String,
      (_, own) => own.el('span', {}, ...formula(own, s(), say(), key(), needed(), promised())),
    ),
    el('p', { class: 'hint' }, () => {
      if (fog()) return '';
      const enough = s().bound.enough;
      return t(sentence(s(), say()), { n: n(), m: m(), f: f(), count: f(), need: enough?.n ?? 0 });
    }),
    el('p', { class: () => `outcome ${come() ?? ''}`, 'data-testid': 'bound', hidden: () => come() === null }, () => {
      const now = come();
      return now ? t(`bound.outcome.${now}`) : '';
    }),
  );
  return root;
}

/**
 * The condition in numbers, in the words of the catalogue, and whether it is met.
 * @param {import('../state/types.js').Binder} binder @param {State} s @param {import('../words/i18n.js').Speech} say @param {string} key
 * @param {number} needed @param {boolean} met
 */
function formula({ el }, { scenario, bound: { traitors } }, say, key, needed, met) {
  const { n = 0, m = 0 } = scenario ?? {};
  const values = { n: String(n), m: String(m), f: String(traitors), sign: met ? '>' : '≤', needed: String(needed) };
  const words = say.parts(key, values).map(({ tone, text }) => (tone === '' ? document.createTextNode(text) : el('i', {}, text)));
  return [...words, ' ', el('span', { class: met ? 'enough yes' : 'enough no' }, met ? '✓' : '×')];
}

/**
 * The generals there are, a bar, and those that must be exceeded.
 * @param {import('../state/types.js').Binder['svg']} svg @param {number} there @param {number} needed
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
