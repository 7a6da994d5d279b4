// Runs that are ready for the projector.

import { opens, writtenOut } from './lesson-links.js';
import { projectButton } from './teacher-buttons.js';

/** @param {import('../state/types.js').Binder} drawing @param {import('../shell/page.js').Page} page @param {() => {text: string, link: string}[]} cases */
export function readyCases({ el, list }, page, cases) {
  const { t, id } = page;
  const title = id('cases-title');
  return el(
    'section',
    { class: 'teacher-cases', 'aria-labelledby': title, hidden: () => cases().length === 0 },
    el('h3', { id: title }, () => t('teacher.cases')),
    list(
      el('ul', {}),
      () => cases().map((one, i) => ({ ...one, i })),
      ({ text, link }) => `${text} ${link}`,
      ({ text, link, i }, own) =>
        own.el(
          'li',
          {},
          projectButton(own, page, () => link, () => t('teacher.case', { text }), `case-${i + 1}`),
          own.el('span', {}, own.el('a', { ...opens(page, () => link) }, text), own.el('span', { class: 'on-paper' }, ` ${writtenOut(link)}`)),
        ),
    ),
  );
}
