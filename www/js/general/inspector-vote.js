// The vote tree of the inspector, drawn: what he was told, the majority, what he does. Heard is solid, on the road dotted.

import { svg } from '../kit/dom.js';
import { textWidth } from '../scene/place.js';
import { tokenAt, touchedAt } from '../kit/icons.js';
import { bundled } from './inspector-tree.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./inspector-tree.js').Figure} Figure */
/** @typedef {import('./inspector-tree.js').Branch} Branch */

const WIDTH = 268;
/** With at most so many branches each has its name, its words and whether it was heard. */
const NAMED = 4;
const NAME = 13.5;
const SMALL = 11.5;
const MASK = 15;
const PILL = 28;
const RESULT = 16;

/** @param {string} words @param {number} x @param {number} y @param {number} size @param {string} [kind] */
const text = (words, x, y, size, kind = '') =>
  svg('text', { class: kind, x, y, 'text-anchor': 'middle', 'font-size': size }, words);

/** @param {Branch} branch @param {Speech} say */
const caption = (branch, say) => say.t(branch.path.length === 1 ? 'tree.order' : 'tree.quote', { commander: String(branch.path[0]) });

/** The majority in words: “majority 2 : 1”, a tie by its name, one word alone. @param {Figure} figure @param {Speech} say */
export function pill({ branches, tally, result }, say) {
  if (!tally || !result) return say.t('tree.open', { count: branches.length });
  if (branches.length === 1) return say.t('tree.single');
  const votes = { won: String(tally.won), lost: String(tally.lost), order: say.order(result) };
  return say.t(tally.tie ? 'tree.tie' : 'tree.majority', votes);
}

/** The whole figure in one sentence, for those who do not see it. @param {Figure} figure @param {Speech} say */
export function spoken(figure, say) {
  const leaves = bundled(figure).map((branch) => {
    const who = branch.count > 1 ? say.t('generals.counted', { count: branch.count }) : say.general(branch.from);
    const order = branch.known === 'later' ? say.t('tree.later') : `${say.order(branch.said)}${say.t('camp.join')}${say.t(`tree.${branch.known}`)}`;
    return say.t(branch.touched ? 'tree.leaf.touched' : 'tree.leaf', { who, order });
  });
  return [...leaves, pill(figure, say), ...(figure.result ? [say.order(figure.result)] : [])].join(say.t('tree.join'));
}

/** @param {Figure} figure @param {Speech} say @returns {SVGElement} */
export function drawTree(figure, say) {
  const shown = bundled(figure);
  const named = shown.length <= NAMED;
  const pitch = Math.min(90, WIDTH / shown.length);
  const half = Math.min(named ? 12.5 : 11.5, pitch * 0.38);
  const x = (/** @type {number} */ i) => WIDTH / 2 + (i - (shown.length - 1) / 2) * pitch;
  const at = named ? 52 : 34;
  const under = at + half + (named ? 17 : 4);
  const below = shown.some((b) => b.touched) ? under + 18 : under + 4;
  const foldAt = below + 40;
  const pillAt = (figure.deep ? foldAt + half : below) + 46;
  const words = pill(figure, say);
  const pillWidth = textWidth(words, 15) + 26;
  const middle = WIDTH / 2;
  const resultAt = pillAt + PILL + 30;

  /** @param {Branch} b @param {boolean} won */
  const line = (b, won) => `branch ${b.known}${b.touched ? ' touched' : ''}${figure.result && !won ? ' lost' : ''}`;
  const nodes = shown.flatMap((branch, i) => {
    const cx = x(i);
    const won = branch.result === figure.result;
    const start = branch.touched ? below : under + 2;
    const name = branch.count > 1 ? say.t('tree.bundle', { count: branch.count }) : named ? say.general(branch.from) : String(branch.from);
    const later = branch.known === 'later';
    const parts = [
      text(name, cx, 13, named ? NAME : Math.min(NAME, Math.max(11, pitch * 0.7)), 'leaf-name'),
      tokenAt(later ? null : branch.said, cx, at, half, { road: branch.known === 'road', open: later }),
    ];
    if (named) {
      parts.push(text(caption(branch, say), cx, 30, 12, 'leaf-quote'));
      parts.push(text(say.t(`tree.${branch.known}`), cx, at + half + 15, SMALL, 'leaf-known'));
    }
    if (branch.touched) {
      parts.push(touchedAt(cx, under + 8, MASK));
    }
    let from = start;
    if (figure.deep) {
      const open = figure.folded === 'later';
      parts.push(
        svg('path', { class: line({ ...branch, known: figure.folded }, true), d: `M${cx} ${start}V${foldAt - half - 2}` }),
        tokenAt(open ? null : branch.result, cx, foldAt, half, { road: figure.folded === 'road', open }),
      );
      from = foldAt + half + 2;
    }
    const known = figure.deep ? figure.folded : branch.known;
    const bend = (pillAt - from) * 0.6;
    const d = `M${cx} ${from}C${cx} ${from + bend} ${middle} ${pillAt - bend} ${middle} ${pillAt}`;
    return [svg('path', { class: line({ ...branch, known }, won), d }), ...parts];
  });
  const word = figure.result ? say.order(figure.result) : '';
  const wordWidth = textWidth(word, 21);
  const left = word ? middle - (wordWidth + 2 * RESULT + 12) / 2 : middle - RESULT;
  return svg(
    'svg',
    {
      class: 'tree',
      'data-testid': 'vote-tree',
      viewBox: `0 0 ${WIDTH} ${resultAt + RESULT + 4}`,
      role: 'img',
      'aria-label': spoken(figure, say),
    },
    ...nodes,
    svg('path', { class: `branch ${figure.known}`, d: `M${middle} ${pillAt + PILL}V${resultAt - RESULT - 2}` }),
    svg('rect', { class: 'pill-box', x: middle - pillWidth / 2, y: pillAt, width: pillWidth, height: PILL, rx: PILL / 2 }),
    text(words, middle, pillAt + 19, 15, 'pill-words'),
    tokenAt(figure.result, left + RESULT, resultAt, RESULT, { open: !figure.result, road: figure.known === 'road' }),
    svg('text', { class: 'result-word', x: left + 2 * RESULT + 12, y: resultAt + 7, 'font-size': 21 }, word),
  );
}
