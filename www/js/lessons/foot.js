// The way through a lesson: back, where one is, on to what comes next by its name.

import { icon } from '../kit/icons.js';
import { shownAlike, staged } from './lesson-links.js';
import { note, saidAt, SKIPPED } from './progress.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} drawing @param {Page} page @param {import('./open-beat.js').OpenBeat} at */
export function foot({ el, list }, page, at) {
  const { store, t } = page;
  /** @param {number} k */
  const go = (k) => {
    const opened = at.now();
    if (!opened) return;
    leave();
    page.open(shownAlike(store.state, staged(opened.lesson.beats[k - 1].link, opened.lesson.id, k)));
  };
  /** A beat that is left is done; a question that is left is passed over. */
  const leave = () => {
    const opened = at.now();
    if (opened && saidAt(opened.lesson.id, opened.k) === null) note(opened.lesson.id, opened.k, SKIPPED);
  };
  const isFirst = () => (at.now()?.k ?? 1) === 1;
  /** What comes next, in words. */
  const next = () => {
    const opened = at.now();
    if (!opened) return '';
    return opened.lesson.beats[opened.k]?.title ?? opened.lesson.next?.title ?? t('lessons');
  };
  const on = () => {
    const opened = at.now();
    if (!opened) return;
    if (opened.k < opened.lesson.beats.length) return go(opened.k + 1);
    leave();
    store.apply({ type: 'lesson', lesson: opened.lesson.next?.id ?? 'all' });
  };
  const dots = list(
    el('ol', { class: 'way-dots', 'aria-hidden': 'true', hidden: () => at.now()?.lesson.kind === 'exhibit' }),
    () => Array.from({ length: at.now()?.lesson.beats.length ?? 0 }, (_, i) => ({ i, is: at.now()?.k === i + 1 })),
    ({ i, is }) => `${i} ${is}`,
    ({ is }, own) => own.el('li', { 'data-now': is ? 'yes' : null }),
  );
  return el(
    'nav',
    { class: 'lesson-foot', 'aria-label': () => t('lesson.way') },
    el('button', { class: 'bar-button line', 'data-testid': 'lesson-all', 'aria-label': () => t('lesson.all'), title: () => t('lesson.all'), onclick: () => store.apply({ type: 'lesson', lesson: 'all' }) }, icon('book', 18)),
    el('button', { class: 'bar-button line', 'data-testid': 'lesson-back', 'aria-label': () => t('lesson.back'), title: () => t('lesson.back'), hidden: isFirst, onclick: () => go((at.now()?.k ?? 2) - 1) }, icon('back', 15)),
    dots,
    el('button', { class: 'bar-button solid', 'data-testid': 'lesson-next', hidden: () => at.now() === null, 'data-ready': () => (at.isShown() ? 'yes' : null), onclick: on }, el('span', {}, next), icon('step', 15)),
  );
}
