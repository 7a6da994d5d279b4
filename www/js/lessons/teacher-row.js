// A lesson in the teacher’s table: time, beats of the plan, what to ask, a likely answer, and where to open it.

import { lettered } from './lettered.js';
import { lessonLink, writtenOut } from './lesson-links.js';
import { ranges } from './plan.js';
import { likely } from './teacher-answers.js';
import { openButton, projectButton } from './teacher-buttons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {{entry: import('./plan.js').Index['lessons'][number], place: number, advice: import('./plan.js').Advice}} Taught */
/**
 * What the rows share: the lesson in hand, the plan, titles of beats ('' until they are there), and how a lesson begins as a picture.
 * @typedef {{hand: () => string | null, take: (id: string | null) => void, planned: (id: string) => import('./plan.js').Planned,
 *   index: () => import('./plan.js').Index, beatTitle: (id: string, beat: number) => string, still: (id: string) => string | null}} Desk
 */

/** @param {Binder} own @param {Page} page @param {Desk} desk @param {Taught} taught */
export function row(own, page, desk, { entry, place, advice }) {
  const { el } = own;
  const { t } = page;
  const { id, title } = entry;
  const now = () => desk.planned(id);
  const isOut = () => now().beats.length === 0;
  const link = () => lessonLink(id, now().beats[0] ?? 1);
  const inHand = () => desk.hand() === id;
  const beats = () => ranges(now().beats, t('teacher.and'));
  /** Under a column's head a figure is enough; a block says what it is. @param {() => string} wide @param {() => string} narrow */
  const byWidth = (wide, narrow) => [el('span', { class: 'in-column' }, wide), el('span', { class: 'in-block' }, narrow)];
  /** @param {string} looks @param {import('../state/types.js').Child[]} content */
  const cell = (looks, ...content) => el('td', { role: 'cell', class: looks }, ...content);
  return el(
    'tr',
    { role: 'row', class: 'teacher-row', 'data-testid': `teacher-${id}`, 'data-open': () => (inHand() ? 'yes' : null), 'data-out': () => (isOut() ? 'yes' : null) },
    cell('teacher-edge', String(place)),
    el(
      'th',
      { role: 'rowheader', scope: 'row' },
      el(
        'button',
        { class: 'teacher-take', 'data-testid': `take-${id}`, 'aria-expanded': () => String(inHand()), 'aria-controls': page.id(`hand-${id}`), onclick: () => desk.take(inHand() ? null : id) },
        ...lettered(title),
      ),
    ),
    cell('teacher-minutes', ...byWidth(() => (isOut() ? '–' : String(now().minutes)), () => (isOut() ? '' : t('lessons.minutes', { count: now().minutes })))),
    cell('teacher-ranges', ...byWidth(() => (isOut() ? t('teacher.out') : beats()), () => (isOut() ? t('teacher.out') : t('teacher.ranges', { beats: beats() })))),
    cell('teacher-ask', ...lettered(advice.ask.join(t('gap')))),
    cell('teacher-said', advice.answers[0] ? likely(own, page, desk.index(), id, advice.answers[0]) : null),
    cell(
      'teacher-go',
      openButton(own, page, link, () => t('teacher.open', { place }), `open-${id}`),
      projectButton(own, page, link, () => t('teacher.project', { place }), `project-${id}`),
      el('span', { class: 'on-paper' }, () => writtenOut(link())),
    ),
  );
}
