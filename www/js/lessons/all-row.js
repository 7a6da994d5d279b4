// A lesson in the list: its picture, its title and question, how long it takes, how far the reader is. The link of its title lies over the whole row.

import { icon } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { lettered } from './lettered.js';
import { lessonLink, opens } from './lesson-links.js';
import { doneOf } from './progress.js';
import { vignette } from './vignettes.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} own @param {Page} page @param {import('./types.js').Index['lessons'][number]} lesson @param {number} place */
export function row(own, page, { id, title, question, minutes, beats }, place) {
  const { el } = own;
  const { t, store } = page;
  const done = () => Math.min(doneOf(id), beats);
  const about = page.id(`about-${id}`);
  const far = page.id(`far-${id}`);
  // Its name holds what is shown in it.
  const link = el(
    'a',
    {
      class: 'all-title',
      'data-testid': `lesson-${id}`,
      'aria-label': t('lessons.row', { place, title, count: minutes }),
      'aria-describedby': `${about} ${far}`,
      ...opens(page, () => lessonLink(id), () => store.apply({ type: 'lesson', lesson: id })),
    },
    ...lettered(title),
  );
  return el(
    'li',
    { class: 'all-row', 'data-testid': `row-${id}` },
    drawn(vignette(page, id)),
    el('span', { class: 'all-words' }, el('span', { class: 'all-place', 'aria-hidden': 'true' }, String(place)), link, el('span', { class: 'all-question', id: about }, ...lettered(question))),
    el(
      'span',
      { class: 'all-far' },
      el('span', { 'aria-hidden': 'true' }, t('lessons.minutes', { count: minutes })),
      el('span', { class: 'all-done', id: far, hidden: () => done() === 0 }, el('span', { hidden: () => done() < beats }, icon('check', 13)), el('span', {}, () => t('lessons.done', { done: done(), beats }))),
    ),
  );
}

/** Up and down lead from one link of a list to the next. @param {KeyboardEvent} event */
export function byArrows(event) {
  const { key, currentTarget, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || !(currentTarget instanceof Element)) return;
  const links = /** @type {HTMLElement[]} */ ([...currentTarget.querySelectorAll('a')]);
  const at = links.findIndex((link) => link === target);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: links.length - 1 }[key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}
