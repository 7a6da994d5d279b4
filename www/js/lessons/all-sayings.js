// What people say: nineteen sentences, each with the minute that corrects it.

import { icon } from '../kit/icons.js';
import { byArrows } from './all-row.js';
import { lettered } from './lettered.js';
import { lessonLink, opens } from './lesson-links.js';
import { doneOf } from './progress.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} own @param {Page} page @param {import('./types.js').Index['exhibits'][number]} exhibit */
function saying({ el }, page, { id, saying }) {
  const { t, store } = page;
  const isDone = () => doneOf(id) > 0;
  return el(
    'li',
    {},
    el(
      'a',
      { 'data-testid': `saying-${id}`, ...opens(page, () => lessonLink(id), () => store.apply({ type: 'lesson', lesson: id })) },
      el('span', {}, ...lettered(t('lesson.saying', { saying }))),
      el('span', { class: 'all-tick', hidden: () => !isDone() }, icon('check', 14), el('span', { class: 'unseen' }, () => t('lessons.said'))),
    ),
  );
}

/** @param {Binder} drawing @param {Page} page @param {() => import('./types.js').Index['exhibits']} exhibits */
export const sayings = ({ el, list }, page, exhibits) =>
  list(
    el('ol', { class: 'all-sayings', onkeydown: /** @type {any} */ (byArrows) }),
    exhibits,
    ({ id, saying }) => `${id} ${saying}`,
    (one, own) => saying(own, page, one),
  );
