// What a page in a frame adds to the transport: the round, and the way to the whole page.

import { address } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { lookOf } from '../state/lesson-link.js';
import { roundOf } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { icon } from '../kit/icons.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function embedBar(root, { store, t }) {
  const { el, refresh } = binder();
  const s = () => store.state;
  const round = () => {
    const { session, cursor, length, motion, perRound } = s();
    if (!session) return '';
    if (cursor >= length) return t('phase.decided');
    const now = motion?.what === 'round' ? motion.round : roundOf(perRound, cursor);
    return now === 0 ? t('phase.before') : t('phase.round', { round: now, rounds: perRound.length });
  };
  const whole = () => {
    const { link, cursor, presentation } = s();
    const here = location.href.split('#')[0];
    const { lang, theme, number } = lookOf(s());
    return link && presentation.embed ? `${here}#${address(link, { at: cursor || null, pov: povOf(s()), lang, theme, number })}` : here;
  };
  /** @type {HTMLAnchorElement} */
  const way = el(
    'a',
    {
      'data-testid': 'open-full',
      rel: 'noopener',
      'aria-label': () => t('frame.open.whole'),
      title: () => t('frame.open.whole'),
      href: whole,
      target: () => (window.top === window ? null : '_blank'),
      onclick: (/** @type {Event} */ event) => opened(event),
    },
    el('span', {}, () => t('frame.open')),
    icon('out', 16),
  );

  /** A sandbox may forbid new windows: then the whole page opens in the frame itself. @param {Event} event */
  function opened(event) {
    if (way.target !== '_blank' || origin !== 'null') return;
    if (window.open(way.href, '_blank')) event.preventDefault();
    else way.target = '_self';
  }

  root.append(el('span', { class: 'now' }, round), way);
  return () => {
    if (s().presentation.embed && s().scenario) refresh();
  };
}
