// The list of lessons, what people say, and the ways to the quiz and to the teacher’s page.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { failureNotice } from '../kit/late-part.js';
import { byArrows, row } from './all-row.js';
import { sayings } from './all-sayings.js';
import { arriving } from './arriving.js';
import { indexOf } from './files.js';
import { goOn } from './going-on.js';
import { lessonLink, opens } from './lesson-links.js';
import { clear, hasAny, whenElsewhere } from './progress.js';
import { turnedTo } from './turned-to.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {HTMLElement} root @param {Page} page */
export function all(root, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el, list } = drawing;
  const index = arriving(page, indexOf, refresh);
  const lessons = () => index.now()?.lessons ?? [];
  const failed = failureNotice(page, () => {
    index.again();
    refresh();
  });
  const begin = beginning(drawing, page, lessons);
  const rows = list(
    el('ol', { class: 'all-rows', onkeydown: /** @type {any} */ (byArrows) }),
    () => lessons().map((lesson, i) => ({ lesson, place: i + 1 })),
    ({ lesson }) => `${store.state.lang} ${lesson.id} ${lesson.title}`,
    ({ lesson, place }, own) => row(own, page, lesson, place),
  );
  const title = el('h2', { id: page.id('all-title'), tabindex: -1 }, () => t('lessons.title'));
  const said = page.id('sayings-title');
  root.append(
    el(
      'div',
      { class: 'all', 'data-testid': 'lessons' },
      el(
        'section',
        { class: 'all-lessons', 'aria-labelledby': title.id },
        el('div', { class: 'all-head' }, el('div', {}, title, el('p', {}, () => t('lessons.lead'))), begin),
        failed.node,
        rows,
      ),
      el(
        'section',
        { class: 'all-more', 'aria-labelledby': said },
        el('div', { class: 'all-head' }, el('h2', { id: said }, () => t('lessons.sayings')), el('p', {}, () => t('lessons.sayings.lead'))),
        sayings(drawing, page, () => index.now()?.exhibits ?? []),
        el('div', { class: 'all-ways' }, way(drawing, page, 'quiz'), way(drawing, page, 'teacher')),
        forgetting(drawing, page, begin, refresh),
      ),
    ),
  );

  whenElsewhere(() => store.state.place.lesson === 'all' && drawing.refresh());
  const turned = turnedTo(root, title);
  function refresh() {
    const isOpen = store.state.place.lesson === 'all';
    if (isOpen) {
      index.now();
      failed.node.hidden = !index.hasFailed();
      drawing.refresh();
      failed.refresh();
    }
    turned(isOpen);
  }
  return refresh;
}

/** Where to begin, or to go on. @param {Binder} drawing @param {Page} page @param {() => import('./types.js').Index['lessons']} lessons */
function beginning({ el }, page, lessons) {
  const { t } = page;
  const next = () => goOn(lessons());
  const link = () => {
    const on = next();
    return on ? lessonLink(on.lesson.id, on.beat) : lessonLink(lessons()[0]?.id ?? 'all');
  };
  return el(
    'a',
    { class: 'bar-button solid all-begin', 'data-testid': 'lessons-begin', ...opens(page, link) },
    icon('play', 16),
    el('span', {}, () => {
      const on = next();
      return on ? t('lessons.on', { place: on.place }) : t('lessons.begin');
    }),
  );
}

/** @param {Binder} drawing @param {Page} page @param {'quiz' | 'teacher'} where */
const way = ({ el }, page, where) =>
  el(
    'p',
    {},
    el('a', { 'data-testid': `lessons-${where}`, ...opens(page, () => lessonLink(where), () => page.store.apply({ type: 'lesson', lesson: where })) }, () => page.t(`lessons.${where}`)),
    el('span', {}, () => page.t(`lessons.${where}.lead`)),
  );

/** What is kept of the reader’s answers can be cleared. @param {Binder} drawing @param {Page} page @param {HTMLElement} instead has the focus afterwards @param {() => void} refresh */
function forgetting({ el }, { t }, instead, refresh) {
  let hasCleared = false;
  return el(
    'div',
    { class: 'all-kept' },
    el(
      'button',
      {
        class: 'text-button',
        'data-testid': 'lessons-clear',
        hidden: () => !hasAny(),
        onclick: () => {
          clear();
          hasCleared = true;
          refresh();
          instead.focus();
        },
      },
      () => t('lessons.clear'),
    ),
    el('span', { class: 'fine', hidden: () => !hasAny() }, () => t('lessons.kept')),
    el('span', { class: 'fine', role: 'status' }, () => (hasCleared && !hasAny() ? t('lessons.cleared') : '')),
  );
}
