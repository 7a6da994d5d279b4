// The three worlds of a split brain as cards: who is dead or lies in each, which letters are slow, what each bloc decides, what breaks.

import { shield, stamp, token } from '../kit/icons.js';
import { plain } from '../words/narrate.js';
import { named } from './ring-cards.js';
import { short } from './ring-places.js';
import { absentOf, BLOCS, brokenOf, doesOf } from './split-worlds.js';

/** @typedef {import('#generals').SplitBrain} SplitBrain */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** Shields that stand singly; with more generals a bloc is told by its first and its last. */
const SHIELDS = 3;
/** The world that is glued together, counted from 0. */
const GLUED = 2;

/** What a bloc decides, as a sign with words for who does not see it. @param {Binder} own @param {Page} page @param {SplitBrain} brain @param {number} world @param {number} bloc */
function decided(own, { t, say }, brain, world, bloc) {
  const does = doesOf(brain.worlds[world], brain.blocs[bloc]);
  if (does === null) return own.el('em', {}, t(world === GLUED ? 'lab.split.lies' : 'lab.split.dead'));
  if (does === 'split' || does === 'never') return own.el('em', {}, t(`lab.split.${does}`));
  return own.el('span', { class: 'split-does' }, token(does), say().order(does));
}

/** A bloc: its name, its shields, what it does. @param {Binder} own @param {Page} page @param {SplitBrain} brain @param {number} world @param {number} bloc */
function place(own, page, brain, world, bloc) {
  const ids = brain.blocs[bloc];
  const isLoyal = absentOf(brain, world) !== bloc;
  const shields = ids.length > SHIELDS ? [own.el('b', { class: `${isLoyal ? 'loyal' : 'traitor'}-word` }, short(ids))] : ids.map((id) => shield(id, isLoyal, 24));
  return own.el(
    'span',
    { class: 'split-bloc', 'data-state': isLoyal ? null : world === GLUED ? 'lies' : 'dead' },
    own.el('b', {}, BLOCS[bloc]),
    own.el('span', { class: 'split-shields' }, ...shields),
    decided(own, page, brain, world, bloc),
  );
}

/** What came of a world. @param {Binder} own @param {Page} page @param {SplitBrain} brain @param {number} world */
function outcome(own, { t, say, store }, brain, world) {
  const broken = brokenOf(brain.worlds[world]);
  const state = broken.length ? 'broken' : 'holds';
  const named = broken.map((condition) => plain(say().parts(say().under(condition, store.state.spec?.task))));
  const words = broken.length ? `${say().list(named)} ${t('state.broken')}` : t('lab.split.holds');
  return own.el('span', { class: `window-state ${state}`, 'data-state': state, 'data-answer': true }, stamp(state), own.el('span', {}, words));
}

/** @param {Binder} own @param {Page} page @param {SplitBrain} brain @param {number} world @param {() => number} chosen @param {(world: number) => void} choose */
function card(own, page, brain, world, chosen, choose) {
  const { t } = page;
  const absent = absentOf(brain, world);
  const values = { bloc: BLOCS[absent], who: named(page, brain.blocs[absent]), count: brain.blocs[absent].length };
  return own.el(
    'button',
    { class: 'window-card', 'data-testid': `world-${world + 1}`, 'aria-pressed': () => String(chosen() === world), onclick: () => choose(world) },
    own.el('b', {}, t('lab.split.world', { number: world + 1 })),
    own.el('span', { class: 'split-army' }, ...BLOCS.map((_, bloc) => place(own, page, brain, world, bloc))),
    world === GLUED ? own.el('span', { class: 'split-slow' }, t('lab.split.slow')) : '',
    own.el('span', {}, t(world === GLUED ? 'lab.split.traitors' : 'lab.split.absent', values)),
    outcome(own, page, brain, world),
  );
}

/** @param {Binder} binder @param {Page} page @param {() => SplitBrain | null} now @param {() => number} chosen @param {(world: number) => void} choose */
export const splitCards = ({ el, list }, page, now, chosen, choose) =>
  list(
    el('div', { class: 'windows split-worlds', role: 'group', 'aria-label': () => page.t('lab.split.worlds') }),
    () => now()?.worlds.map(({ link }, i) => ({ link, i })) ?? [],
    ({ link, i }) => `${i} ${page.store.state.lang} ${link}`,
    ({ i }, own) => card(own, page, /** @type {SplitBrain} */ (now()), i, chosen, choose),
  );
