// A page in a frame, and the page around it: what each tells the other.

import { askedBy } from './asked.js';
import { embedBar } from './bar.js';
import { tellHeight } from './height.js';
import { sendKeysOn } from './host-keys.js';
import { newsOf, nowOf } from './news.js';
import { inOrder, joined } from './pending.js';
import { createPlay } from './play.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** However many messages come, what they ask for is done no oftener. */
const QUIET_MS = 50;
/** Where no frames are drawn, as out of sight, news is told all the same. */
const NO_FRAME_MS = 100;

/** @param {HTMLElement} place of the bar @param {Page} page */
export function embedded(place, page) {
  const { store, root } = page;
  const refresh = embedBar(place, page);
  const isFramed = window.parent !== window;
  /** To the page around and to nobody else; its origin may have no name. @param {object} message */
  const post = (message) => window.parent.postMessage(message, '*');
  const tellSoon = isFramed ? createNews(() => nowOf(store.state, play.isGoing()), post) : () => {};
  const play = createPlay(root, store, tellSoon);
  if (isFramed) {
    tellSoon();
    store.subscribe(tellSoon);
    tellHeight(root, () => store.state.presentation.embed, post);
    sendKeysOn(() => store.state, post);
    listenToHost((asked) => void (asked.type === 'pause' ? play.pause() : store.apply(asked.type === 'open' ? { ...asked, alike: true } : asked)));
  }
  return refresh;
}

/** Tells what is new, once a frame. @param {() => import('./news.js').Now} nowOf @param {(message: object) => void} post */
function createNews(nowOf, post) {
  /** @type {import('./news.js').Now | null} */
  let told = null;
  let frame = 0;
  let timer = 0;
  function tell() {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    const now = nowOf();
    const news = newsOf(told, now);
    told = now;
    news.forEach(post);
  }
  return () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(tell);
    timer = window.setTimeout(tell, NO_FRAME_MS);
  };
}

/** Does what the page around asks for; messages of anybody else are nothing. @param {(asked: import('./asked.js').Asked) => void} grant */
function listenToHost(grant) {
  /** @type {import('./pending.js').Pending} */
  let pending = {};
  let isWaiting = false;
  let last = -Infinity;
  function grantAll() {
    const wanted = inOrder(pending);
    pending = {};
    isWaiting = false;
    last = performance.now();
    wanted.forEach(grant);
  }
  /** @param {unknown} data */
  function hear(data) {
    const asked = askedBy(data);
    if (!asked) return;
    pending = joined(pending, asked);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(grantAll, Math.max(0, last + QUIET_MS - performance.now()));
  }
  hear(globalThis.slide);
  addEventListener('message', ({ source, data, isTrusted }) => {
    if (source === window.parent && isTrusted) hear(data);
  });
}
