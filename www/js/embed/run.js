// One run in its frame: made when it is near, told what is asked, heard.

import { frameLink } from './link.js';
import { understood, VERSION } from './messages.js';
import { pageTheme, watchTheme } from './page-theme.js';
import { isOn } from './properties.js';
import { giveTurn, hidden, players, started } from './turns.js';

/** @typedef {import('./embed.js').RunState} RunState */

/** Half a screen before it comes into sight from below, and as far aside as the next slides of a deck wait. */
const NEAR = { rootMargin: '50% 200%' };

/** How much of it must be seen before it plays by itself. */
const SEEN_ENOUGH = 0.25;

/** CSS pixels that a frame will need by its width, as `embedded.css` reckons it: nothing moves when it comes. */
const MAP_MIN = 320;
const MAP_MAX = 560;
const MAP_SHARE = 0.56;
const BARS = 114;

/** CSS pixels. Who asks for less or more is mistaken. */
const HEIGHT_MIN = 80;
const HEIGHT_MAX = 4_000;

/** @param {number} least @param {number} value @param {number} most */
const between = (least, value, most) => Math.min(Math.max(least, value), most);

/** So many messages are heard at once: hands and our own frames say less. */
const NEWS_MAX = 32;

/** A key that does nothing in the frame is the page's, as if it had been pressed there. @param {KeyboardEventInit} press */
function pass(press) {
  const event = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
  // Decks read what a constructor need not take.
  Object.defineProperty(event, 'keyCode', { value: press.keyCode });
  document.dispatchEvent(event);
}

/**
 * @param {HTMLElement} element @param {ShadowRoot} root where the frame goes @param {CSSStyleDeclaration} style the element's, which the page overrules
 * @param {string} file address of the single file
 */
export function createRun(element, root, style, file) {
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let isReady = false;
  /** How much of it is seen, by area. */
  let share = 0;
  /** CSS pixels that the frame needs. @type {number} */
  let needed;
  /** As the frame knows it. @type {string} */
  let theme;
  /** @type {RunState | null} */
  let state = null;
  /** The link of the run that the attributes tell, as the frame writes it. @type {string | null} */
  let told = null;
  /** Asked before there was anybody to hear it. @type {object[]} */
  const asked = [];
  /** Names of attributes that changed and are not heeded yet. */
  let changed = '';
  /** Heard and not done yet. @type {unknown[]} */
  const news = [];
  /** Ends all listening. @type {AbortController} */
  let present;

  const says = (/** @type {string} */ name) => element.getAttribute(name) ?? '';
  const wantedTheme = () => says('theme').replace('auto', '') || pageTheme(element);

  /** What the attributes say, or what has become of it since; a lesson knows its own place. */
  function link() {
    const scenario = says('scenario');
    const here = told === null || /lesson=/i.test(scenario) || says('lesson') ? null : state;
    /** @type {Record<string, string | number | null>} */
    const own = {
      embed: 1,
      at: here ? here.step : '',
      theme: (theme = wantedTheme()),
      loop: isOn(element, 'loop') ? 1 : '',
      keys: says('keys') || (element.closest('.reveal') && 'host'),
    };
    return frameLink(here && here.link !== told ? here.link : scenario, (key) => own[key] ?? says(key));
  }

  function make() {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts allow-downloads';
    frame.allow = 'fullscreen; clipboard-write';
    frame.title = element.title || TITLES[element.lang] || TITLES.en;
    // Before it is in the page: later it would be a step of the page's history.
    frame.src = `${says('src') || file}#${link()}`;
    root.append(frame);
  }

  /** A frame that has left the page forgets all; another will go on. */
  function drop() {
    run.wants ||= run.playing;
    run.playing = isReady = false;
    frame?.remove();
    frame = null;
  }

  /** @param {string} what @param {object} [more] */
  function ask(what, more) {
    asked.push({ type: `byz:${what}`, version: VERSION, ...more });
    tell();
  }

  /** A frame in a sandbox has no origin that could be named. */
  function tell() {
    if (isReady) asked.splice(0).forEach((message) => /** @type {any} */ (frame).contentWindow.postMessage(message, '*'));
  }

  /** As high as the page says, else as the frame needs. */
  function fit() {
    // Of the two the one that is a length counts.
    style.height = says('height');
    style.height = `${says('height') || needed}px`;
  }

  function heed() {
    const isOther = /^(scenario|lesson)+$/.test(changed);
    changed = '';
    if (!frame) return;
    if (isOther) return ask('open', { link: link() });
    drop();
    make();
  }

  /** It may have come into sight, or gone out of it, or what is around it looks different. */
  function look() {
    if (frame && theme !== (theme = wantedTheme())) ask('theme', { theme });
    if (!run.isSeen()) return hidden(run);
    giveTurn();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  function see(entries) {
    for (const { intersectionRatio } of entries) share = intersectionRatio;
    look();
  }

  function hearAll() {
    for (const data of news.splice(0)) {
      const { type, said } = understood(data) ?? {};
      if (type === 'byz:key') pass(said);
      else if (type === 'byz:playing') hearPlaying(said.playing);
      else if (type === 'byz:resize') {
        needed = between(HEIGHT_MIN, said.height, HEIGHT_MAX);
        fit();
      } else if (type) hearState(type, said);
    }
  }

  /** @param {string} type @param {RunState} now */
  function hearState(type, now) {
    state = now;
    told ??= now.link;
    if (type === 'byz:ready') {
      isReady = true;
      run.wants ||= isOn(element, 'autoplay');
      tell();
      look();
    }
    element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: now }));
  }

  /** @param {boolean} playing */
  function hearPlaying(playing) {
    // Out of sight it paused by itself, perhaps before the page was told that it is.
    see(seen.takeRecords());
    if (playing) return started(run);
    run.playing = false;
    // It stopped by itself: the next one may begin.
    if (state && [state.length, +says('until')].includes(state.step)) giveTurn();
  }

  const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && make(), NEAR);
  const seen = new IntersectionObserver(see, { threshold: SEEN_ENOUGH });

  const run = {
    playing: false,
    wants: false,
    /** In a deck slides lie upon each other: what nobody sees is in sight for the browser. */
    isSeen: () => isReady && share >= SEEN_ENOUGH && !element.closest('.reveal .slides section:not(.present)'),
    ask,
    state: () => state,
    join() {
      needed = between(MAP_MIN, MAP_SHARE * element.clientWidth, MAP_MAX) + BARS;
      fit();
      present = new AbortController();
      near.observe(element);
      seen.observe(element);
      players.add(run);
      addEventListener('message', ({ source, data }) => {
        if (source && source === frame?.contentWindow && news.length < NEWS_MAX && news.push(data) === 1) setTimeout(hearAll);
      }, present);
      // A deck of reveal.js is there, or has turned.
      for (const type of ['ready', 'slidechanged']) addEventListener(type, look, present);
      watchTheme(look, present);
    },
    leave() {
      present.abort();
      near.disconnect();
      seen.disconnect();
      players.delete(run);
      drop();
      giveTurn();
    },
    /** @param {string} name of an attribute */
    change(name) {
      if (name === 'height') return fit();
      if (name === 'theme') return look();
      if (/scenario|lesson/.test(name)) told = null;
      if (!changed) queueMicrotask(heed);
      changed += name;
    },
  };
  return run;
}
