// The lesson in hand: its beats as pills, its aim, what one can do afterwards, more answers, and the frame for a page of one’s own.

import { drawn } from '../kit/picture.js';
import { lettered } from './lettered.js';
import { frameCode, lessonLink, opens, writtenOut } from './lesson-links.js';
import { likely } from './teacher-answers.js';
import { projectButton } from './teacher-buttons.js';
import { copying } from '../kit/copying.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./teacher-row.js').Taught} Taught */
/** @typedef {import('./teacher-row.js').Desk} Desk */

/** @param {Binder} own @param {Page} page @param {Desk} desk @param {Taught} taught */
export function hand(own, page, desk, { entry, place, advice }) {
  const { el } = own;
  const { t } = page;
  const { id } = entry;
  const inHand = () => desk.hand() === id;
  return el(
    'tr',
    { role: 'row', class: 'teacher-hand', id: page.id(`hand-${id}`), 'data-testid': `hand-${id}`, 'data-open': () => (inHand() ? 'yes' : null) },
    el('td', { role: 'cell', class: 'teacher-edge' }),
    el(
      'td',
      { role: 'cell', colspan: 6 },
      beats(own, page, desk, entry, place),
      el(
        'div',
        { class: 'teacher-more' },
        picture(own, desk, id),
        block(own, () => t('teacher.aim'), el('p', {}, ...lettered(advice.aim))),
        block(own, () => t('teacher.after'), el('ul', {}, ...advice.after.map((line) => el('li', {}, ...lettered(line))))),
        advice.answers.length > 1 ? block(own, () => t('teacher.answers'), ...advice.answers.slice(1).map((answer) => likely(own, page, desk.index(), id, answer))) : null,
        frame(own, page, entry, place),
      ),
    ),
  );
}

/** @param {Binder} own @param {() => string} title @param {Node[]} content */
const block = ({ el }, title, ...content) => el('div', { class: 'teacher-block' }, el('h3', { class: 'label' }, title), ...content);

/** How it begins, on paper. @param {Binder} own @param {Desk} desk @param {string} id */
const picture = ({ el, list }, desk, id) =>
  list(
    el('div', { class: 'teacher-still' }),
    () => [desk.still(id)].filter((markup) => markup !== null),
    (markup) => markup,
    (markup) => drawn(markup),
  );

/** @param {Binder} own @param {Page} page @param {Desk} desk @param {Taught['entry']} entry @param {number} place */
function beats({ el, list }, page, desk, { id, beats: count }, place) {
  const { t } = page;
  const pills = list(
    el('ol', { class: 'pills-of-beats', 'aria-label': () => t('teacher.beats') }),
    () => Array.from({ length: count }, (_, i) => ({ beat: i + 1, title: desk.beatTitle(id, i + 1) })),
    ({ beat, title }) => `${page.store.state.lang} ${beat} ${title}`,
    ({ beat, title }, own) => {
      const link = () => lessonLink(id, beat);
      const inPlan = () => desk.planned(id).beats.includes(beat);
      return own.el(
        'li',
        { class: 'beat-pill', 'data-in': () => (inPlan() ? 'yes' : null) },
        own.el(
          'a',
          { 'data-testid': `open-${id}-${beat}`, 'data-beat': beat, 'aria-label': () => `${t('teacher.open.beat', { place, beat, title })}${inPlan() ? '' : t('teacher.open.out')}`, ...opens(page, link) },
          own.el('span', {}, ...lettered(title)),
        ),
        projectButton(own, page, link, () => t('teacher.project.beat', { place, beat }), `project-${id}-${beat}`, 'beat-project'),
        own.el('span', { class: 'on-paper' }, writtenOut(link())),
      );
    },
  );
  return el('div', { class: 'teacher-beats' }, el('span', { class: 'label', 'aria-hidden': 'true' }, () => t('teacher.beats')), pills);
}

/** @param {Binder} own @param {Page} page @param {Taught['entry']} entry @param {number} place */
function frame(own, page, { id, title }, place) {
  const { el } = own;
  const { t } = page;
  const code = () => frameCode(title, lessonLink(id), page.store.state);
  /** @type {HTMLInputElement} */
  const field = el('input', { type: 'text', readonly: true, 'data-testid': `frame-${id}`, 'aria-label': () => t('teacher.frame.of', { place }), value: code, onfocus: () => field.select() });
  const { button, told } = copying(own, page, code, { testid: `frame-copy-${id}`, words: 'teacher.frame.copy', field });
  return el('div', { class: 'teacher-block teacher-frame' }, el('h3', { class: 'label' }, () => t('teacher.frame')), el('div', { class: 'teacher-code' }, field, button), told);
}
