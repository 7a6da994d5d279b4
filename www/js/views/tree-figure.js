// The vote tree as shapes: what he was told above, majorities below, one result at the foot; where the engine says that it stands.

import { textWidth } from '../scene/place.js';
import { maskAt, shieldAt, tokenAt } from '../scene/signs.js';
import { opening } from '../words/message-words.js';
import { arrived } from '../state/motion.js';
import { loyalty, povOf } from '../state/pov.js';
import { allHeard, isFolded, votesFor } from './vote-tree.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('#generals').Bow} Bow */
/** @typedef {import('#generals').Rect} Rect */
/** @typedef {import('#generals').TreeFigure} TreeFigure */
/** @typedef {import('#generals').TreeGroup} TreeGroup */
/** @typedef {import('#generals').TreeWanted} TreeWanted */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** What is known of the run, in which words it is said, how far the tree is folded; `low`: there is little height.
 * @typedef {{state: import('../state/types.js').State, say: import('../words/i18n.js').Speech, folds: number, rounds: number, low?: boolean}} Look */
/** One who passed it on, and what others say that he said. @typedef {{branch: Branch, children: Branch[]}} Passed */

/** Half the sides of tokens: of a word, of a majority, of the result. */
const LEAF = 12.5;
const FOLD = 17;
const RESULT = 21;
/** From one leaf to the next from which words have room above them. */
const WORDY = 36;
/** Base lines above a group, and of a label before its token. */
const NAME = 18;
const QUOTE = 36;
const LABEL = 13;
/** From a token down to the middle of a mask. */
const MASK = 12;
/** Letters of what is said of the majority, and of the result. */
const PILL = 16;
const WORD = 26;

/**
 * The sizes for which the engine lays the figure out.
 * @param {Look} look @param {Branch} root @param {number} leaves in each group @param {number} room @param {number | null} from where the window begins
 * @returns {TreeWanted}
 */
export function sizesOf(look, root, leaves, room, from) {
  const deep = leaves > 1;
  const order = resultOf(look, root);
  return {
    groups: root.children,
    leaves,
    width: Math.floor(room),
    from: from === null ? null : Math.round(from),
    own: 112,
    group: deep ? 148 : 116,
    gap: 13,
    leaf: [31, 37],
    token: 2 * LEAF + 1,
    fold: deep ? 2 * FOLD : 0,
    // Without a second row of majorities the result is nearer.
    ...(look.low ? { head: 24, label: 26, mark: 20, drops: [30, 26, 8] } : { head: 48, label: 31, mark: 25, drops: [75, deep ? 55 : 80, 17] }),
    pill: [Math.ceil(textWidth(majorityWords(look, root), PILL) + 34), 32],
    result: 2 * RESULT,
    word: Math.ceil(textWidth(order, WORD)),
  };
}

/** The whole figure: the foot, his own word, and those in sight who passed it on. @param {Look} look @param {TreeFigure} at @param {Branch} root @param {Passed[]} passed @returns {Drawn[]} */
export const treeShapes = (look, at, root, passed) => [
  foot(look, at, root, passed),
  ...(at.own ? [ownWord(look, at.own, root)] : []),
  ...passed.map((one, i) => group(look, at, at.groups[i], one)),
];

/** @param {string} text @param {number} x @param {number} y @param {number} size @param {string} [kind] @param {'start' | 'middle'} [align] @returns {Drawn} */
const words = (text, x, y, size, kind, align = 'middle') => ({ kind: 'text', class: kind, text, x, y, size, align });

/** @param {Drawn[]} shapes @returns {Drawn} */
const together = (shapes) => ({ kind: 'group', shapes });

/** @param {Bow} bow @param {string} kind @returns {Drawn} */
const line = ([x, y, ...rest], kind) => ({ kind: 'path', class: `branch ${kind}`, d: `M${x} ${y}C${rest.join(' ')}` });

/** How well a vote is known, and whether it was outvoted. @param {boolean} folded @param {boolean} won */
const known = (folded, won) => (folded ? (won ? 'heard' : 'lost') : 'later');

/** @param {Rect} box @returns {[number, number]} */
const middleOf = ([x, y, width, height]) => [x + width / 2, y + height / 2];

/**
 * A token that can be chosen: a word, or what a part of the tree comes to.
 * @param {Look} look @param {Branch} branch @param {Rect} at @param {number} half
 * @param {{word: boolean, decides: boolean}} how `word`: what was said here, else what is made of it
 * @returns {Drawn}
 */
function vote({ state: s, folds, rounds }, branch, at, half, { word, decides }) {
  const isKnown = word ? branch.step <= arrived(s) : isFolded(branch.path.length, rounds, folds);
  const order = isKnown ? (word ? branch.direct : branch.result) : null;
  const differs = s.differing?.has(branch.step) === true;
  const chosen = s.message === branch.step || s.lit === branch.step;
  const [x, y] = middleOf(at);
  const ring = half + 3;
  return {
    kind: 'group',
    class: `vote${decides && folds >= rounds - 1 ? ' decides' : ''}${chosen ? ' chosen' : ''}${differs ? ' differs' : ''}`,
    data: { step: branch.step },
    shapes: [
      { kind: 'box', class: 'vote-ring', x: x - ring, y: y - ring, width: 2 * ring, height: 2 * ring, r: half * 0.28 + 3 },
      tokenAt(order, x, y, half, { open: !isKnown }),
      ...(differs ? [words('≠', x + half + 1, y - half + 2, 13, 'vote-differs')] : []),
    ],
  };
}

/** The mask below a word that a traitor passed on. @param {Look} look @param {Branch} branch @param {Rect} token @returns {Drawn[]} */
function touched({ state }, branch, [x, y, width, height]) {
  return branch.touched && povOf(state) === null ? [maskAt(x + width / 2, y + height + MASK, 16, 'touched-mask')] : [];
}

/** Whose group it is. @param {Look} look @param {Branch} branch @param {number} middle @returns {Drawn[]} */
function head({ state, say, low }, branch, middle) {
  const from = branch.path[branch.path.length - 1];
  const name = say.general(from);
  const quote = say.t('votes.says', { words: opening(say, branch.path, state.spec?.inputs) });
  return [
    shieldAt(from, loyalty(state, from), middle - textWidth(name, 14) / 2 - 4, NAME - 4, 24),
    words(name, middle + 12, NAME, 14, 'vote-name'),
    ...(low ? [] : [words(quote, middle, QUOTE, 12.5, 'leaf-quote')]),
  ];
}

/** One who passed it on: his word, what others say that he said, and what comes of it. @param {Look} look @param {TreeFigure} figure @param {TreeGroup} at @param {Passed} passed */
function group(look, { pitch }, at, { branch, children }) {
  const [left, , width] = at.place;
  const middle = left + Math.floor(width / 2);
  const above = head(look, branch, middle);
  if (!at.fold) {
    const [{ token }] = at.leaves;
    return together([...above, vote(look, branch, token, LEAF, { word: true, decides: branch.ownDecides }), ...touched(look, branch, token)]);
  }
  const folded = isFolded(branch.path.length, look.rounds, look.folds);
  const leaves = [branch, ...children].flatMap((one, i) => leaf(look, at.leaves[i], one, { own: i === 0, folded, of: branch, wordy: pitch >= WORDY }));
  const [x, y] = middleOf(at.fold);
  const won = votesFor(branch);
  const tally = folded ? look.say.t(branch.tie ? 'votes.tie' : 'votes.count', { won, lost: branch.votes - won }) : '';
  const mask = branch.touched && povOf(look.state) === null ? [maskAt(x - FOLD - 17, y, 18, 'touched-mask')] : [];
  return together([
    ...above,
    ...bracket(at.bracket),
    ...leaves,
    ...mask,
    vote(look, branch, at.fold, FOLD, { word: false, decides: branch.decides }),
    words(tally, x + FOLD + 10, y + 5, 14, 'vote-count', 'start'),
  ]);
}

/** @param {Rect | null} at @returns {Drawn[]} */
const bracket = (at) => (at ? [{ kind: 'path', class: 'vote-bracket', d: `M${at[0]} ${at[1] + at[3]}v${-at[3]}h${at[2]}v${at[3]}` }] : []);

/**
 * A word of a group: what he said himself, or what another says that he said.
 * @param {Look} look @param {import('#generals').TreeLeaf} at @param {Branch} branch
 * @param {{own: boolean, folded: boolean, of: Branch, wordy: boolean}} how
 */
function leaf(look, { token, bow }, branch, { own, folded, of, wordy }) {
  const result = own ? (branch.direct ?? 'R') : branch.result;
  const who = look.say.id(branch.path[branch.path.length - 1]);
  const label = own ? look.say.t('votes.direct') : wordy ? look.say.t('votes.via', { who }) : who;
  return [
    words(label, token[0] + token[2] / 2, token[1] - LABEL, 11, 'leaf-known'),
    ...(bow ? [line(bow, known(folded, result === of.result))] : []),
    vote(look, branch, token, LEAF, { word: own || branch.children === 0, decides: own ? branch.ownDecides : branch.decides }),
    ...touched(look, branch, token),
  ];
}

/** His own word, told to his face by the last on the path of the part that is drawn. @param {Look} look @param {TreeGroup} at @param {Branch} root */
function ownWord(look, at, root) {
  const { say, folds, rounds, low } = look;
  const [{ token, bow }] = at.leaves;
  const middle = token[0] + token[2] / 2;
  const folded = isFolded(root.path.length, rounds, folds);
  return together([
    words(say.general(root.path[root.path.length - 1]), middle, NAME, 14, 'vote-name'),
    ...(low ? [] : [words(say.t('votes.himself'), middle, QUOTE, 12.5, 'leaf-quote')]),
    ...(bow ? [line(bow, known(folded, (root.direct ?? 'R') === root.result))] : []),
    vote(look, root, token, LEAF, { word: true, decides: root.ownDecides }),
    ...touched(look, root, token),
  ]);
}

/** What is said of the majority of all. @param {Look} look @param {Branch} root */
function majorityWords({ state, say, folds, rounds }, root) {
  if (!isFolded(root.path.length, rounds, folds)) return allHeard(state) ? say.t('tree.open', { count: root.votes }) : say.t('votes.waiting');
  if (root.votes === 1) return say.t('tree.single');
  const won = votesFor(root);
  return say.t(root.tie ? 'tree.tie' : 'tree.majority', { won: String(won), lost: String(root.votes - won), order: say.order(root.result) });
}

/** The result in words, once it is known. @param {Look} look @param {Branch} root */
const resultOf = ({ say, folds, rounds }, root) => (isFolded(root.path.length, rounds, folds) ? say.order(root.result) : '');

/** Where all come together: lines from those in sight, the majority, the result. @param {Look} look @param {TreeFigure} figure @param {Branch} root @param {Passed[]} passed */
function foot(look, { own, groups, foot: at }, root, passed) {
  const folded = isFolded(root.path.length, look.rounds, look.folds);
  const [x, y, width, height] = at.pill;
  const [middle, result] = middleOf(at.result);
  const lines = passed.map(({ branch }, i) => line(groups[i].bow, known(folded, branch.result === root.result)));
  if (own) lines.unshift(line(own.bow, known(folded, (root.direct ?? 'R') === root.result)));
  return together([
    ...lines,
    line(at.stem, folded ? 'heard' : 'later'),
    { kind: 'box', class: 'pill-box', x, y, width, height, r: height / 2 },
    words(majorityWords(look, root), x + width / 2, y + height / 2 + 5.5, PILL, 'vote-pill'),
    tokenAt(folded ? root.result : null, middle, result, RESULT, { open: !folded }),
    words(resultOf(look, root), at.word[0], result + 9, WORD, 'result-word', 'start'),
  ]);
}
