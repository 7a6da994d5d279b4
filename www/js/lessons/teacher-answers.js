// What a class may answer, what it means, and where to look then.

import { lettered } from './lettered.js';
import { opens, writtenOut } from './lesson-links.js';
import { seenAt } from './plan.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} own @param {Page} page @param {import('./plan.js').Index} index @param {string} lesson @param {import('./plan.js').LikelyAnswer} answer */
export function likely({ el }, page, index, lesson, { said, means, link }) {
  const { t } = page;
  const seen = link === undefined ? null : seenAt(index, link, lesson);
  return el(
    'p',
    { class: 'teacher-answer' },
    el('b', {}, ...lettered(t('teacher.said', { said }))),
    ' ',
    ...lettered(means),
    seen && ' ',
    seen && link ? el('a', { ...opens(page, () => link) }, t(`teacher.see.${seen.kind}`, { place: seen.place, beat: seen.beat })) : null,
    seen && link ? el('span', { class: 'on-paper' }, ` ${writtenOut(link)}`) : null,
  );
}
