// The vote tree of the inspector as shapes: what he was told, the majority, what he does. Heard is solid, on the road dotted. Pure.

import { picture } from '../paint/svg.js';
import { textWidth } from '../scene/place.js';
import { maskAt, tokenAt } from '../scene/signs.js';
import { layTree } from '../state/engine.js';
import { bundled } from './inspector-tree.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('#generals').TreeFigure} TreeFigure */
/** @typedef {import('#generals').TreeGroup} TreeGroup */
/** @typedef {import('./inspector-tree.js').Figure} Figure */
/** @typedef {import('./inspector-tree.js').Branch} Branch */
/** How large the columns are. @typedef {ReturnType<typeof columnOf>} Column */

const WIDTH = 268;
/** From one branch to the next, at most. */
const PITCH = 90;
/** With at most so many branches each has its name, its words and whether it was heard. */
const NAMED = 4;
const NAME = 13.5;
const SMALL = 11.5;
const MASK = 15;
const PILL = 28;
const RESULT = 16;

/** @param {string} text @param {number} x @param {number} y @param {number} size @param {string} kind @returns {Drawn} */
const words = (text, x, y, size, kind) => ({ kind: 'text', class: kind, text, x, y, size, align: 'middle' });

/** @param {Branch} branch @param {Speech} say */
const caption = (branch, say) => say.t(branch.path.length === 1 ? 'tree.order' : 'tree.quote', { commander: say.id(branch.path[0]) });

/** How far a branch is known; where nobody was sent there is nothing to hear. @param {Branch} branch */
const knownAs = ({ known, said }) => (known === 'heard' && said === null ? 'tree.silent' : `tree.${known}`);

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
    const known = say.t(knownAs(branch));
    const order = branch.known === 'later' || branch.said === null ? known : `${say.order(branch.said)}${say.t('camp.join')}${known}`;
    return say.t(branch.touched ? 'tree.leaf.touched' : 'tree.leaf', { who, order });
  });
  return [...leaves, pill(figure, say), ...(figure.result ? [say.order(figure.result)] : [])].join(say.t('tree.join'));
}

/** @param {Branch[]} shown */
function columnOf(shown) {
  const isNamed = shown.length <= NAMED;
  const pitch = Math.min(PITCH, Math.floor(WIDTH / shown.length));
  const half = Math.min(isNamed ? 12.5 : 11.5, pitch * 0.38);
  // Below a token stands whether it was heard, and where a traitor said it his mask.
  const known = isNamed ? 17 : 4;
  return { isNamed, pitch, half, side: 2 * Math.ceil(half), middle: isNamed ? 52 : 34, known, mark: known + (shown.some((b) => b.touched) ? 18 : 4) };
}

/** The sizes for which the engine lays it out: no column stands apart, and each has a word of its own. @param {Figure} figure @param {Speech} say @param {Column} column */
const sizesOf = (figure, say, { side, middle, mark }) => ({
  groups: bundled(figure).length,
  leaves: 1,
  width: WIDTH,
  from: null,
  own: 0,
  group: 0,
  gap: 0,
  leaf: /** @type {[number, number]} */ ([side, PITCH]),
  head: middle - side / 2,
  label: 0,
  token: side,
  mark,
  fold: figure.deep ? side : 0,
  drops: /** @type {[number, number, number]} */ ([36 - side / 2, figure.deep ? 42 : 46, 13]),
  pill: /** @type {[number, number]} */ ([Math.ceil(textWidth(pill(figure, say), 15) + 26), PILL]),
  result: 2 * RESULT,
  word: figure.result ? Math.ceil(textWidth(say.order(figure.result), 21)) : 0,
});

/** What one told him, and what comes of it. @param {Figure} figure @param {Speech} say @param {Branch} branch @param {TreeGroup} at @param {Column} column @returns {Drawn[]} */
function columnShapes(figure, say, branch, at, { isNamed, pitch, half, middle, known }) {
  const [{ token, bow }] = at.leaves;
  const x = token[0] + token[2] / 2;
  const under = middle + half + known;
  const isLater = branch.known === 'later';
  const name = branch.count > 1 ? say.t('tree.bundle', { count: branch.count }) : isNamed ? say.general(branch.from) : say.id(branch.from);
  // Where no mask stands the line begins under the token already.
  const start = `M${x} ${branch.touched ? under + 18 : under + 2}`;
  const isWon = branch.result === figure.result;
  return [
    bow ? line(figure, branch, figure.folded, true, `${start}V${bow[7]}`) : line(figure, branch, branch.known, isWon, start + curve(at.bow)),
    words(name, x, 13, isNamed ? NAME : Math.min(NAME, Math.max(11, pitch * 0.7)), 'leaf-name'),
    tokenAt(isLater ? null : branch.said, x, middle, half, { road: branch.known === 'road', open: isLater }),
    ...(isNamed ? [words(caption(branch, say), x, 30, 12, 'leaf-quote'), words(say.t(knownAs(branch)), x, middle + half + 15, SMALL, 'leaf-known')] : []),
    ...(branch.touched ? [maskAt(x, under + 8, MASK, 'touched-mask')] : []),
    ...(at.fold ? foldShapes(figure, branch, at, half, isWon) : []),
  ];
}

/** What he makes of a branch, where that is a majority of its own. @param {Figure} figure @param {Branch} branch @param {TreeGroup} at @param {number} half @param {boolean} isWon @returns {Drawn[]} */
function foldShapes(figure, branch, { fold, bow }, half, isWon) {
  if (!fold) return [];
  const isOpen = figure.folded === 'later';
  return [
    line(figure, branch, figure.folded, isWon, `M${bow[0]} ${bow[1]}${curve(bow)}`),
    tokenAt(isOpen ? null : branch.result, fold[0] + fold[2] / 2, fold[1] + fold[3] / 2, half, { road: figure.folded === 'road', open: isOpen }),
  ];
}

/** From where it begins. @param {import('#generals').Bow} bow */
const curve = ([, , ...rest]) => `C${rest.join(' ')}`;

/** @param {Figure} figure @param {Branch} branch @param {import('./inspector-tree.js').Known} known @param {boolean} isWon @param {string} d @returns {Drawn} */
const line = (figure, branch, known, isWon, d) => ({
  kind: 'path',
  class: `branch ${known}${branch.touched ? ' touched' : ''}${figure.result && !isWon ? ' lost' : ''}`,
  d,
});

/** The majority and what he does. @param {Figure} figure @param {Speech} say @param {TreeFigure} at @returns {Drawn[]} */
function footShapes(figure, say, { foot }) {
  const [x, y, width, height] = foot.pill;
  const [left, top, side] = foot.result;
  const [fromX, fromY, , , , , toX, toY] = foot.stem;
  return [
    { kind: 'path', class: `branch ${figure.known}`, d: `M${fromX} ${fromY}L${toX} ${toY}` },
    { kind: 'box', class: 'pill-box', x, y, width, height, r: height / 2 },
    words(pill(figure, say), x + width / 2, y + 19, 15, 'pill-words'),
    tokenAt(figure.result, left + side / 2, top + side / 2, RESULT, { open: !figure.result, road: figure.known === 'road' }),
    { kind: 'text', class: 'result-word', text: figure.result ? say.order(figure.result) : '', x: foot.word[0], y: top + side / 2 + 7, size: 21 },
  ];
}

/** @param {Figure} figure @param {Speech} say @returns {string} markup */
export function votePicture(figure, say) {
  const shown = bundled(figure);
  const column = columnOf(shown);
  const at = layTree(sizesOf(figure, say, column));
  const about = {
    class: 'tree',
    'data-testid': 'vote-tree',
    viewBox: `0 0 ${at.width} ${at.height}`,
    role: 'img',
    'aria-label': spoken(figure, say),
  };
  return picture(about, [...shown.flatMap((branch, i) => columnShapes(figure, say, branch, at.groups[i], column)), ...footShapes(figure, say, at)]);
}
