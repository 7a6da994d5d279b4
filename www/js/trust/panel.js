// Beside the map of an order: whose word is taken, on whom each party rests, common friends, and who is still promised anything.

import { binder } from '../kit/dom.js';
import { shield, stamp } from '../kit/icons.js';
import { watched } from '../kit/watching.js';
import { opening } from '../scenario/cases.js';
import { loyalty, povOf } from '../state/pov.js';
import { dialectOf } from '../state/spec.js';
import { presets } from './presets.js';
import { ruleTable } from './rule-table.js';
import { friendsTold, guildTold, lessonTold, restsTold } from './told.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @type {WeakSet<HTMLElement>} */
const standing = new WeakSet();

/** Puts the panel into a page part, once: it stands there while an order is open. @param {Page} page */
export function standAround(page) {
  const { root, store } = page;
  if (standing.has(root)) return;
  standing.add(root);
  const { force, refresh } = watched(page, order);
  let frame = 0;
  store.subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      refresh();
    });
  });
  force();
}

/** @param {Page} page */
function order(page) {
  const { root, store } = page;
  const s = () => store.state;
  const own = binder();
  const place = (/** @type {string} */ kind) => /** @type {HTMLElement} */ (root.querySelector(kind));
  const panel = own.el('div', { class: 'order-panel', 'data-testid': 'order-panel' }, ruleTable(own, page), rests(own, page), lesson(own, page), friends(own, page));
  const ways = presets(own, page);
  place('.panel').prepend(panel);
  const placeWays = waysAbove(panel, place('.inspector-ways'));
  place('.cases').before(ways);
  return () => {
    const isOrder = dialectOf(s()) === 'trust' && s().session !== null;
    panel.hidden = ways.hidden = !isOrder;
    root.dataset.order = isOrder ? 'on' : '';
    placeWays(isOrder, s().chosen !== null);
    if (isOrder) own.refresh();
  };
}

/**
 * What can be done with a party stands above the rules: below them nobody would find it. Elsewhere it stands where it stood.
 * @param {HTMLElement} panel @param {HTMLElement} ways @returns {(isOrder: boolean, isChosen: boolean) => void}
 */
function waysAbove(panel, ways) {
  const home = document.createComment('');
  ways.before(home);
  return (isOrder, isChosen) => {
    if (isOrder && !panel.contains(ways)) panel.prepend(ways);
    else if (!isOrder && panel.contains(ways)) home.after(ways);
    ways.hidden = isOrder && !isChosen;
  };
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
function rests({ el, list }, page) {
  const { store, t, say, id } = page;
  return el(
    'section',
    { class: 'order-rests', 'aria-labelledby': id('rests-title') },
    el('h3', { class: 'label', id: id('rests-title') }, () => t('rests')),
    list(
      el('ul', { 'data-testid': 'rests' }),
      () => restsTold(store.state, say()),
      ({ party, text }) => `${party} ${text} ${loyalty(store.state, party)}`,
      ({ party, text, isGood }, own) => own.el('li', { 'data-good': String(isGood) }, signOf(page, party), own.el('span', {}, text)),
    ),
  );
}

/** The shield of a party, as far as whoever looks knows it. @param {Page} page @param {number} party */
const signOf = ({ store }, party) => shield(party, loyalty(store.state, party), 20);

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
function friends({ el, list }, page) {
  const { store, t, say, id } = page;
  const s = () => store.state;
  return el(
    'section',
    { class: 'order-friends', 'aria-labelledby': id('friends-title') },
    el('h3', { class: 'label', id: id('friends-title') }, () => t('friends')),
    list(
      el('ul', { 'data-testid': 'friends' }),
      () => friendsTold(s(), say()),
      ({ of, text }) => `${text} ${of.map((id) => loyalty(s(), id))}`,
      ({ of, text, isGood }, own) => own.el('li', { 'data-good': String(isGood) }, own.el('span', { class: 'pair', 'aria-hidden': 'true' }, ...of.map((id) => signOf(page, id))), own.el('span', {}, text)),
    ),
    list(
      el('div', { 'data-testid': 'guild', 'aria-live': 'polite' }),
      () => [guildTold(s(), say())].filter((told) => told !== null),
      ({ text }) => text,
      ({ text, isGood }, own) => own.el('p', { class: 'order-guild' }, stamp(isGood ? 'holds' : 'broken'), own.el('span', {}, text)),
    ),
    el('p', { class: 'hint', hidden: () => povOf(s()) !== null }, () => t('stand.means')),
    el('p', { class: 'hint' }, () => t('exchange')),
  );
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
function lesson({ el, list }, page) {
  const { store, t, say } = page;
  return list(
    el('div', { class: 'order-lesson', 'data-testid': 'order-lesson' }),
    () => [lessonTold(store.state, say())].filter((told) => told !== null),
    ({ text, link }) => `${text} ${link}`,
    ({ text, link }, own) => own.el('p', {}, text, link === null || store.state.link === link ? null : opening(own, page, `${link}&at=99`, {}, () => t('lesson.show'))),
  );
}
