// How high a frame should be: what its style asks for at this width, told once each change.

import { el } from '../kit/dom.js';
import { VERSION } from './asked.js';

/** A scroll bar of the page around comes and goes with the height of the frame: so much narrower or wider is the same width. */
const SCROLL_BAR_PX = 24;

/** @typedef {{width: number, height: number}} Asked */

/**
 * Whether a height is told: what only a scroll bar made smaller is not, or it would come and go for ever.
 * @param {Asked | null} told @param {Asked} now
 */
export function isNewHeight(told, now) {
  if (now.width < 1 || now.height < 1) return false;
  if (told === null) return true;
  return now.height > told.height || (now.height < told.height && Math.abs(now.width - told.width) > SCROLL_BAR_PX);
}

/** To the page around, and as learning platforms read it. @param {number} height */
const messages = (height) => [
  { type: 'byz:resize', version: VERSION, height },
  { subject: 'lti.frameResize', height },
];

/** @param {HTMLElement} root @param {() => boolean} isAsked whether the page is one for frames @param {(message: object) => void} post */
export function tellHeight(root, isAsked, post) {
  const room = el('div', { class: 'frame-room', 'aria-hidden': 'true' });
  root.append(room);
  /** @type {Asked | null} */
  let told = null;
  new ResizeObserver(() => {
    const now = { width: innerWidth, height: room.offsetHeight };
    if (!isAsked() || !isNewHeight(told, now)) return;
    told = now;
    messages(now.height).forEach(post);
  }).observe(room);
}
