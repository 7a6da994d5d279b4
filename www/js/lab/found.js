// What the laboratory found: a run that breaks a condition, told lie by lie, and the way to play it.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { conditions } from '../verdict/conditions.js';
import { eyes } from './found-eyes.js';
import { tell } from './found-telling.js';
import { littleMap } from './little-map.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./found-telling.js').Told} Told */
/** @typedef {{path: number[], said: import('#generals').Word, refused?: string}} Heard */
/** A run, and how it is named; `twin`: the copy on a ring whom one of its loyal generals is to see with the same eyes; `obeyed`: what
 * each does where he does not follow the protocol; `isBrief`: another picture shows its lies, so they are told when asked for.
 * @typedef {{link: string | null, title: () => string, note: () => string, isBrief?: boolean, twin?: {copy: import('#generals').RingCopy, heard: Heard[]},
 *   obeyed?: import('#generals').Verdict['decisions']}} Finding */

/** A smallest attack by k of n. @param {import('../shell/page.js').Page['t']} t @param {{lies: number | null, link: string | null}} attack @param {number} n @param {number} k @param {boolean} [free] lies among traitors do not count @returns {Finding} */
export function fewestLies(t, { lies, link }, n, k, free) {
  const kind = !free ? '' : lies ? '.free' : '.none';
  return {
    link,
    title: () => t(lies === Infinity ? 'lab.beyond' : `lab.found${kind}`, { n, k, count: lies ?? 0 }),
    note: () => t(link ? `lab.smallest${kind}` : 'lab.nolink'),
  };
}

/** A run by k of n that is known, though not as the smallest. @param {import('../shell/page.js').Page['t']} t @param {string | null} link @param {number} n @param {number} k @returns {Finding} */
export const foundRun = (t, link, n, k) => ({ link, title: () => t('lab.cell.proved.broken', { n, k }), note: () => t('lab.tolerance.found') });

/**
 * The first lies, one to a line, and how many more there are; opened where they are the answer.
 * @param {Binder} binder @param {Page} page @param {() => Told | null} told @param {() => Finding | null} finding
 */
function lies({ el, list }, { t, store }, told, finding) {
  const more = () => (told()?.count ?? 0) - (told()?.lies.length ?? 0);
  return el(
    'details',
    { class: 'found-lies', open: () => !finding()?.isBrief, hidden: () => !told()?.count },
    el('summary', { class: 'label' }, () => t('lab.lies')),
    list(
      el('ol', {}),
      () => [...(told()?.lies ?? []).entries()],
      ([at, words]) => `${store.state.lang} ${at} ${words}`,
      ([, words], own) => own.el('li', {}, words),
    ),
    el('p', { class: 'hint', hidden: () => more() <= 0 }, () => t('lab.more', { count: more() })),
  );
}

/** More are opened by hand: all of a run may be put in order. */
const FEW = 8;

/** The letters that wait or come in another turn, one to a line. @param {Binder} binder @param {Page} page @param {() => Told | null} told */
const delays = ({ el, list }, { t, store }, told) =>
  el(
    'details',
    { class: 'found-lies', 'data-testid': 'found-delays', open: () => (told()?.delays.length ?? 0) <= FEW, hidden: () => !told()?.delays.length },
    el('summary', { class: 'label' }, () => t('lab.delays')),
    list(
      el('ol', {}),
      () => told()?.delays ?? [],
      (words) => `${store.state.lang} ${words}`,
      (words, own) => own.el('li', {}, words),
    ),
  );

/** The way to play it, which is a link like any other. @param {Binder} binder @param {Page} page @param {() => string | null} link @param {() => Told | null} told */
function play({ el }, page, link, told) {
  return el(
    'a',
    {
      class: 'bar-button solid lab-play',
      'data-testid': 'lab-play',
      hidden: () => !link(),
      href: () => (link() ? `#${link()}` : null),
      // A sandbox may forbid to follow it.
      onclick: (/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        page.open(link() ?? '');
      },
    },
    icon('play', 16),
    el('span', {}, () => page.t(told()?.ruled ? 'lab.play.majority' : told()?.closed ? 'lab.open' : 'lab.play')),
  );
}

/** @param {Page} page */
export function found(page) {
  const { t, say, store } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  const map = littleMap(page);
  /** @type {Finding | null} */
  let finding = null;
  /** @type {Told | null} */
  let now = null;
  /** In which it was told. */
  let language = store.state.lang;
  const told = () => now;

  function retell() {
    now = finding?.link ? tell(say(), finding.link, finding, map.draw) : null;
    language = store.state.lang;
  }

  const node = el(
    'aside',
    { class: 'lab-found', 'data-testid': 'lab-found', 'data-answer': true, 'aria-live': 'polite', hidden: () => finding === null },
    el('h3', {}, () => finding?.title() ?? ''),
    el('div', { class: 'lab-map', hidden: () => now?.closed !== false }, map.canvas),
    lies(drawing, page, told, () => finding),
    delays(drawing, page, told),
    conditions(drawing, page, () => (now?.ruled ? null : now), 'found'),
    el('p', { class: 'hint', hidden: () => !now?.closed }, () => t('lab.closed')),
    play(drawing, page, () => finding?.link ?? null, told),
    eyes(drawing, page, told),
    el('p', { class: 'hint', hidden: () => !finding?.note() }, () => finding?.note() ?? ''),
  );
  return {
    node,
    /** @param {Finding | null} what */
    show(what) {
      finding = what;
      retell();
    },
    refresh() {
      if (language !== store.state.lang) retell();
      refresh();
    },
    retheme: map.retheme,
  };
}
