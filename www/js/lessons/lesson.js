// A lesson beside its stage: what is told, what is asked, what happened, what the reader may do, and the way on.

import { failureNotice } from '../kit/late-part.js';
import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { beatKey, beatOf } from '../state/lesson.js';
import { glossed } from '../words/glossary.js';
import { split } from '../words/i18n.js';
import { filled } from './filled.js';
import { foot } from './foot.js';
import { shownAlike, staged } from './lesson-links.js';
import { isOnStage, openBeat } from './open-beat.js';
import { question } from './question.js';
import { links, reveal } from './reveal.js';
import { turn } from './turn.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./open-beat.js').OpenBeat} OpenBeat */
/** What is open. @typedef {NonNullable<ReturnType<OpenBeat['now']>>} Now */

/** @param {HTMLElement} root @param {Page} page */
export function lesson(root, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el, list } = drawing;
  const at = openBeat(page, refresh);
  const text = el('div', { class: 'lesson-text' });
  const way = foot(drawing, page, at);
  const isOpen = () => beatOf(store.state) !== null;
  const now = () => (isOpen() ? at.now() : null);
  list(
    text,
    () => [now()].filter((is) => is !== null),
    // Until the words of another language have come, those of the one before stand there.
    ({ lesson, beat, k }) => `${store.state.lang} ${lesson.id} ${k} ${beat.told}`,
    (is, own) => beat(own, page, at, is),
  );
  const failed = failureNotice(page, () => {
    at.fetchAgain();
    refresh();
  });
  const missing = el('p', { class: 'tale', hidden: () => !isOpen() || !at.isUnknown() }, () => t('lesson.unknown', { id: store.state.place.lesson ?? '' }));
  const restore = restoreButton(drawing, page, now);
  root.append(text, missing, failed.node, restore, way);

  listenForChoices(page, at);
  let shown = '';
  let wasTold = false;
  function refresh() {
    if (!isOpen()) return leave();
    at.settle();
    failed.node.hidden = !at.hasFailed();
    if (at.isUnknown() && store.state.uncovered !== beatKey(store.state)) store.apply({ type: 'uncover', rides: false });
    const open = now();
    if (open) store.apply({ type: 'heading', heading: titleOf(page, open) });
    drawing.refresh();
    failed.refresh();
    const isTold = open !== null && at.isShown() && at.said() !== null && (!open.beat.predict?.ask || at.right() >= 0);
    // What happened is brought into sight, once, where the text is longer than its room.
    if (isTold && !wasTold && shown === beatKey(store.state)) bringIntoSight(text);
    wasTold = isTold;
    const here = open ? `${beatKey(store.state)}` : shown;
    if (here === shown) return;
    // Gone on within the lessons, one reads on from the new beat's title; who came by a link begins at the page's own beginning.
    if (shown !== '' && root.contains(document.activeElement)) /** @type {HTMLElement | null} */ (text.querySelector('h2'))?.focus({ preventScroll: true });
    if (document.activeElement === document.body && shown !== '') /** @type {HTMLElement | null} */ (text.querySelector('h2'))?.focus({ preventScroll: true });
    text.scrollTop = 0;
    shown = here;
  }
  /** Its title is the window's while it is open. */
  function leave() {
    at.leave();
    if (store.state.heading !== null) store.apply({ type: 'heading', heading: null });
  }
  return refresh;
}

/** What happened, whole, or where it is longer than its room from its beginning. @param {HTMLElement} text */
function bringIntoSight(text) {
  const reveal = /** @type {HTMLElement | null} */ (text.querySelector('.reveal-place'));
  if (!reveal) return;
  const [room, told] = [text.getBoundingClientRect(), reveal.getBoundingClientRect()];
  // The text alone is moved: asked to bring something into sight, browsers move everything around it too.
  if (told.bottom > room.bottom) text.scrollTop += Math.min(told.bottom - room.bottom, told.top - room.top);
}

/** Back to the stage as the beat has it. @param {Binder} drawing @param {Page} page @param {() => Now | null} now */
function restoreButton({ el }, { store, t }, now) {
  const isHome = () => {
    const open = now();
    return !open || isOnStage(store.state, open.beat.link);
  };
  const restore = () => {
    const open = now();
    if (open) void store.apply({ type: 'open', link: shownAlike(store.state, staged(open.beat.link, open.lesson.id, open.k)), entry: true });
  };
  return el('button', { class: 'bar-button line restore', 'data-testid': 'lesson-restore', hidden: isHome, onclick: restore }, icon('undo', 16), el('span', {}, () => t('lesson.restore')));
}

/** A figure takes the choice of that number, before it is for a general. @param {Page} page @param {OpenBeat} at */
function listenForChoices({ root, store }, at) {
  const asks = (/** @type {KeyboardEvent} */ { key, repeat, ctrlKey, metaKey, altKey, target }) =>
    store.state.letters && !repeat && !ctrlKey && !metaKey && !altKey && /^[1-9]$/.test(key) && !(target instanceof Element && target.closest('input, select, textarea, dialog'));
  root.addEventListener(
    'keydown',
    (event) => {
      if (!asks(event) || beatOf(store.state) === null || at.said() !== null) return;
      const choices = at.now()?.beat.predict?.choices ?? [];
      if (Number(event.key) > choices.length) return;
      event.preventDefault();
      at.choose(Number(event.key) - 1);
    },
    { capture: true },
  );
}

/** What the beat is called; an exhibit by what people say. @param {Page} page @param {Now} is */
const titleOf = ({ t }, { lesson, beat }) => (lesson.kind === 'exhibit' ? t('lesson.saying', { saying: lesson.title }) : beat.title);

/** @param {Binder} own @param {Page} page @param {OpenBeat} at @param {Now} is */
function beat(own, page, at, is) {
  const { t, id } = page;
  const { lesson, beat, k } = is;
  const { el } = own;
  const where = () => t(`lesson.at.${lesson.kind}`, { place: lesson.place, all: lesson.all, beat: k, beats: lesson.beats.length });
  return el(
    'div',
    { class: 'beat' },
    el('p', { class: 'label' }, where),
    el('h2', { id: id('lesson-title'), 'data-testid': 'lesson-title', tabindex: -1 }, titleOf(page, is)),
    glossed(own, page, el('p', { class: 'tale', 'data-testid': 'lesson-told' }), () => split(filled(page, beat, beat.told))),
    beat.predict ? question(own, page, at, is) : null,
    reveal(own, page, at, is),
    beat.turn ? turn(own, page, at, is) : null,
    beat.see ? links(own, page, beat.see, { lesson: lesson.id, beat: k }, at.isShown, (text) => filled(page, beat, text)) : null,
  );
}
