// "Is that enough generals?": the theorem's condition n > 3f in dots and words.

import { under } from '../narrate.js';

/** @typedef {import('../page.js').Page} Page */

/** More dots than this are not drawn: the line of numbers says it. */
const DOTS = 16;

/** Which sentence is true of n generals, f of them traitors. @param {number} n @param {number} f @param {{theorem: boolean, exact: boolean | null}} promise what theory says of this scenario
 * @returns {'nobody' | 'nothing' | 'too-few' | 'other-depth' | 'enough'} */
export function claim(n, f, { theorem, exact }) {
  if (f === 0) return 'nobody';
  if (exact === null) return 'nothing';
  if (theorem) return 'enough';
  return n <= 3 * f ? 'too-few' : 'other-depth';
}

/** The key of that sentence, under any protocol. @param {import('../types.js').State} s */
export function sentence({ scenario, bound: promise, stolen }) {
  const { n, m, traitors, protocol } = scenario ?? { n: 4, m: 1, traitors: [], protocol: 'om' };
  const f = traitors.length;
  if (protocol === 'om') return `bound.${claim(n, f, promise)}`;
  if (protocol === 'flat') return m <= 1 ? 'bound.flat.shallow' : 'bound.flat.deep';
  if (stolen.length > 0) return 'bound.sm.stolen';
  if (f === 0) return 'bound.nobody';
  return promise.exact === null ? 'bound.nothing' : promise.theorem ? 'bound.sm.enough' : 'bound.sm.too-few';
}

/** @template {Element} E @param {E} root @param {import('../dom.js').Pen} pen @param {Page} page */
export function bound(root, { el, list, svg }, { store, t }) {
  const n = () => store.state.scenario?.n ?? 4;
  const m = () => store.state.scenario?.m ?? 1;
  const f = () => store.state.scenario?.traitors.length ?? 0;
  const protocol = () => store.state.scenario?.protocol ?? 'om';
  const oral = () => protocol() === 'om';
  const enough = () => n() > 3 * f();
  const drawn = () => oral() && n() + 3 * f() <= DOTS && f() > 0;

  root.append(
    el('span', { class: 'label' }, () => t(under('bound', protocol()))),
    list(
      el('div', { class: 'dots', hidden: () => !drawn() }),
      () => (drawn() ? [[n(), f()]] : []),
      String,
      ([there, liars]) =>
        svg('svg', { width: 206, height: 26, viewBox: '0 0 206 26', 'aria-hidden': 'true' }, ...row(svg, there, 3 * liars)),
    ),
    el(
      'p',
      { class: 'formula', hidden: () => !oral() },
      el('i', {}, 'n'),
      () => ` = ${n()} ${enough() ? '>' : '≤'} 3`,
      el('i', {}, 'f'),
      () => ` = ${3 * f()} `,
      list(
        el('span', { class: () => (enough() ? 'enough yes' : 'enough no') }),
        () => [enough()],
        String,
        (yes) => document.createTextNode(yes ? '✓' : '×'),
      ),
    ),
    el(
      'p',
      { class: 'formula', hidden: () => protocol() !== 'sm' || store.state.stolen.length > 0 },
      el('i', {}, 'f'),
      () => ` = ${f()} ${f() <= m() ? '≤' : '>'} `,
      el('i', {}, 'm'),
      () => ` = ${m()} `,
      list(
        el('span', { class: () => (f() <= m() ? 'enough yes' : 'enough no') }),
        () => [f() <= m()],
        String,
        (yes) => document.createTextNode(yes ? '✓' : '×'),
      ),
    ),
    el('p', { class: 'hint' }, () => t(sentence(store.state), { n: n(), m: m(), f: f(), count: f(), need: 3 * f() + 1 })),
  );
  return root;
}

/**
 * The generals there are, a bar, and those that must be exceeded.
 * @param {import('../dom.js').Pen['svg']} svg @param {number} there @param {number} needed
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
