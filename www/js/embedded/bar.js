// What a page in a frame adds to the transport: the round, and the way to the whole page.

import { address } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { looked } from '../state/address.js';
import { beatOf } from '../state/lesson.js';
import { lookOf } from '../state/lesson-link.js';
import { roundOf } from '../state/motion.js';
import { ownOf } from '../state/own.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function embedBar(root, { store, t, say }) {
  const { el, refresh } = binder();
  const s = () => store.state;
  const round = () => {
    const { session, cursor, length, motion, perRound } = s();
    if (!session) return '';
    if (cursor >= length) return t('phase.decided');
    const told = ownOf(s()).moment?.(s(), say());
    if (told) return told;
    const now = motion?.what === 'round' ? motion.round : roundOf(perRound, cursor);
    return now === 0 ? t('phase.before') : t('phase.round', { round: now, rounds: perRound.length });
  };
  const here = () => location.href.split('#')[0];
  /** What is open, as a link of the whole page. */
  const whole = () => {
    const { link, cursor, place } = s();
    const { lang, theme, number } = lookOf(s());
    return address(link, { ...looked(s()), at: cursor || null, lesson: place.lesson, beat: beatOf(s()) && place.beat, lang, theme, number });
  };
  /** @type {HTMLAnchorElement} */
  const way = el(
    'a',
    {
      'data-testid': 'open-full',
      rel: 'noopener',
      'aria-label': () => t('frame.open.whole'),
      title: () => t('frame.open.whole'),
      href: () => `${here()}${s().link && s().presentation.embed ? `#${whole()}` : ''}`,
      target: () => (window.top === window ? null : '_blank'),
      onclick: (/** @type {Event} */ event) => opened(event),
    },
    el('span', {}, () => t('frame.open')),
    icon('out', 16),
  );

  /**
   * A sandbox may forbid new windows, and a page that is written into another has no address: then the whole page opens in the frame
   * itself, which is no step of the history around it. @param {Event} event
   */
  function opened(event) {
    if (way.target !== '_blank' || !s().link) return;
    const isNowhere = location.protocol === 'about:';
    if (!isNowhere && origin !== 'null') return;
    event.preventDefault();
    if (isNowhere || !window.open(way.href, '_blank')) void store.apply({ type: 'open', link: whole(), entry: true });
  }

  root.append(el('span', { class: 'now' }, round), way);
  return () => {
    if (s().presentation.embed && s().scenario) refresh();
  };
}
