// The vote tree drawn: what he was told above, majorities below, one result at the foot; only what is in sight.

import { allHeard, isFolded } from './vote-tree-layout.js';
import { svg } from '../kit/dom.js';
import { arrived } from '../state/motion.js';
import { opening } from '../stage/message-note.js';
import { textWidth } from '../scene/place.js';
import { povOf, loyalty } from '../state/pov.js';
import { centred, shield, tokenAt, touchedAt } from '../kit/icons.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('../shell/page.js').Page} Page */
/**
 * What a figure needs to know. `knows`: masks may be drawn.
 * @typedef {{page: Page, folds: number, rounds: number, places: ReturnType<typeof import('./vote-tree-layout.js').placesOf>, pick: (branch: Branch) => void}} Drawing
 */

const LEAF = 12.5;
const FOLD = 17;
const RESULT = 21;
/** Px from one token to the next from which words have room above them. */
const WORDY = 36;
/** Heights of the rows, in px. */
export const ROW = { name: 18, quote: 36, bracket: 48, label: 66, leaf: 92, mask: 117, from: 130, fold: 226, pill: 318, foot: 398 };
/** Without a second row of majorities the result is nearer. */
const SHALLOW = 92;

/** The height of the whole. @param {boolean} deep */
export const heightOf = (deep) => ROW.foot - (deep ? 0 : SHALLOW);

/** @param {string} words @param {number} x @param {number} y @param {number} size @param {string} [kind] @param {string} [anchor] */
const text = (words, x, y, size, kind = '', anchor = 'middle') =>
  svg('text', { class: kind, x, y, 'font-size': size, 'text-anchor': anchor }, words);

/** A bow between two places. @param {number} x @param {number} y @param {number} toX @param {number} toY @param {string} kind */
function bow(x, y, toX, toY, kind) {
  const bend = (toY - y) * 0.62;
  return svg('path', { class: `branch ${kind}`, d: `M${x} ${y}C${x} ${y + bend} ${toX} ${toY - bend} ${toX} ${toY}` });
}

/** How well a vote is known, and whether it was outvoted. @param {boolean} folded @param {boolean} won */
const line = (folded, won) => (folded ? (won ? 'heard' : 'lost') : 'later');

/**
 * A token that can be chosen: a word, or what a part of the tree comes to.
 * @param {Drawing} drawing @param {Branch} branch @param {number} x @param {number} y @param {number} half
 * @param {{word: boolean, decides: boolean}} how `word`: what was said here, else what is made of it
 */
function vote({ page: { store }, folds, rounds, pick }, branch, x, y, half, { word, decides }) {
  const s = store.state;
  const known = word ? branch.step <= arrived(s) : isFolded(branch.path.length, rounds, folds);
  const order = known ? (word ? branch.direct : branch.result) : null;
  const chosen = s.message === branch.step || s.lit === branch.step;
  return svg(
    'g',
    {
      class: `vote${decides && folds >= rounds - 1 ? ' decides' : ''}${chosen ? ' chosen' : ''}${s.differing?.has(branch.step) ? ' differs' : ''}`,
      'data-step': branch.step,
      onclick: () => pick(branch),
      onpointerenter: () => store.apply({ type: 'light', step: branch.step }),
      onpointerleave: () => store.apply({ type: 'light', step: null }),
    },
    svg('rect', { class: 'vote-ring', x: x - half - 3, y: y - half - 3, width: 2 * half + 6, height: 2 * half + 6, rx: half * 0.28 + 3 }),
    tokenAt(order, x, y, half, { open: !known }),
    s.differing?.has(branch.step) ? text('≠', x + half + 1, y - half + 2, 13, 'vote-differs') : null,
  );
}

/** @param {Drawing} drawing @param {Branch} branch @param {number} x @param {number} y @param {number} width */
function touchedBy({ page: { store } }, branch, x, y, width) {
  return branch.touched && povOf(store.state) === null ? touchedAt(x, y, width) : null;
}

/**
 * One who passed it on: his word, what others say that he said, and what comes of it.
 * @param {Drawing} drawing @param {Branch} branch @param {Branch[]} children @param {number} left @param {boolean} deep
 */
export function group(drawing, branch, children, left, deep) {
  const { page, places, folds, rounds } = drawing;
  const { say, t, store } = page;
  const from = branch.path[branch.path.length - 1];
  const middle = left + places.width / 2;
  const name = say().general(from);
  const single = !deep;
  const nameWidth = textWidth(name, 14);
  const sign = /** @type {SVGElement} */ (shield(from, loyalty(store.state, from), 24));
  const head = [
    centred(sign, middle - nameWidth / 2 - 4, ROW.name - 4, 24),
    text(name, middle + 12, ROW.name, 14, 'vote-name'),
    text(t('votes.says', { words: opening(say(), branch.path, store.state.spec?.inputs) }), middle, ROW.quote, 12.5, 'leaf-quote'),
  ];
  if (single)
    return svg('g', {}, ...head, vote(drawing, branch, middle, ROW.leaf, LEAF, { word: true, decides: branch.ownDecides }), touchedBy(drawing, branch, middle, ROW.mask, 16));
  const at = (/** @type {number} */ i) => middle + (i - children.length / 2) * places.pitch;
  const folded = isFolded(branch.path.length, rounds, folds);
  const leaves = [branch, ...children].flatMap((vo, i) => {
    const own = i === 0;
    const word = own || vo.children === 0;
    const result = own ? (branch.direct ?? 'R') : vo.result;
    const who = String(vo.path[vo.path.length - 1]);
    const label = own ? t('votes.direct') : places.pitch < WORDY ? who : t('votes.via', { who });
    return [
      text(label, at(i), ROW.label, 11, 'leaf-known'),
      bow(at(i), ROW.from, middle, ROW.fold - FOLD - 4, line(folded, result === branch.result)),
      vote(drawing, vo, at(i), ROW.leaf, LEAF, { word, decides: own ? branch.ownDecides : vo.decides }),
      touchedBy(drawing, vo, at(i), ROW.mask, 16),
    ];
  });
  const edge = places.pitch / 2 - 3;
  const tally = folded ? t(branch.tie ? 'votes.tie' : 'votes.count', { won: votesFor(branch), lost: branch.votes - votesFor(branch) }) : '';
  return svg(
    'g',
    {},
    ...head,
    svg('path', { class: 'vote-bracket', d: `M${at(0) - edge} ${ROW.bracket + 5}v-5H${at(children.length) + edge}v5` }),
    ...leaves,
    touchedBy(drawing, branch, middle - FOLD - 17, ROW.fold, 18),
    vote(drawing, branch, middle, ROW.fold, FOLD, { word: false, decides: branch.decides }),
    text(tally, middle + FOLD + 10, ROW.fold + 5, 14, 'vote-count', 'start'),
  );
}

/** @param {Branch} branch */
export const votesFor = ({ result, attacks, votes }) => (result === 'A' ? attacks : votes - attacks);

/** His own word, told to his face by the last on the path of the part that is drawn. @param {Drawing} drawing @param {Branch} root @param {boolean} deep */
export function own(drawing, root, deep) {
  const { page, places, folds, rounds } = drawing;
  const { say, t } = page;
  const from = root.path[root.path.length - 1];
  const folded = isFolded(root.path.length, rounds, folds);
  return svg(
    'g',
    {},
    text(say().general(from), places.own, ROW.name, 14, 'vote-name'),
    text(t('votes.himself'), places.own, ROW.quote, 12.5, 'leaf-quote'),
    deep ? svg('path', { class: `branch ${line(folded, (root.direct ?? 'R') === root.result)}`, d: `M${places.own} ${ROW.leaf + LEAF + 4}V${ROW.fold + FOLD + 4}` }) : null,
    vote(drawing, root, places.own, ROW.leaf, LEAF, { word: true, decides: root.ownDecides }),
    touchedBy(drawing, root, places.own, ROW.mask, 16),
  );
}

/**
 * Where all come together: bows from those in sight, the majority, the result.
 * @param {Drawing} drawing @param {Branch} root @param {{x: number, order: import('../state/types.js').Order}[]} votes @param {number} middle @param {boolean} deep
 */
export function foot(drawing, root, votes, middle, deep) {
  const { page, folds, rounds } = drawing;
  const { say, t, store } = page;
  const up = deep ? 0 : SHALLOW;
  const folded = isFolded(root.path.length, rounds, folds);
  const pill = ROW.pill - up;
  const top = deep ? ROW.fold + FOLD + 5 : ROW.from - 2;
  const values = { won: votesFor(root), lost: root.votes - votesFor(root), order: say().order(root.result) };
  const words = folded ? t(root.votes === 1 ? 'tree.single' : root.tie ? 'tree.tie' : 'tree.majority', numbers(values)) : allHeard(store.state) ? t('tree.open', { count: root.votes }) : t('votes.waiting');
  const width = textWidth(words, 16) + 34;
  const order = folded ? say().order(root.result) : '';
  const left = middle - (order ? (2 * RESULT + 14 + textWidth(order, 26)) / 2 - RESULT : 0);
  return svg(
    'g',
    {},
    ...votes.map(({ x, order: vo }) => bow(x, top, middle, pill - 16, line(folded, vo === root.result))),
    svg('path', { class: `branch ${folded ? 'heard' : 'later'}`, d: `M${middle} ${pill + 16}V${pill + 30}` }),
    svg('rect', { class: 'pill-box', x: middle - width / 2, y: pill - 16, width, height: 32, rx: 16 }),
    text(words, middle, pill + 5.5, 16, 'vote-pill'),
    tokenAt(folded ? root.result : null, left, pill + 54, RESULT, { open: !folded }),
    text(order, left + RESULT + 14, pill + 63, 26, 'result-word', 'start'),
  );
}

/** @param {{won: number, lost: number, order: string}} values */
const numbers = ({ won, lost, order }) => ({ won: String(won), lost: String(lost), order });
