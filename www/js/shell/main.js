// The whole page: a part that fills the window, with the window's address, title, language and scripting hook.

import { createAddress } from '../state/address.js';
import { glance, linkOf } from '../state/glance.js';
import { peek } from '../state/run.js';
import { choose, learn, learnOf, speech, TAGS } from '../words/i18n.js';
import { runName } from '../words/run-name.js';
import { mount } from './mount.js';
import { putTheme } from './theme.js';

/** Says in the reader's language why the page cannot run, and where to go. */
async function fail() {
  const lang = wantedLanguage();
  try {
    const [{ failure }] = await Promise.all([import('./failure-part.js'), learn(lang, ['late'])]);
    document.body.dataset.state = 'fault';
    document.body.append(failure(speech(lang), linkOf(location.href)));
  } catch {
    // Without words what stands in the page itself says it.
  }
}

/** Of the link, or what the browser prefers. */
const wantedLanguage = () => peek(linkOf(location.href)).lang ?? choose(navigator.languages ?? [navigator.language]);

/** What belongs to the document follows the part. @param {import('./page.js').Page} page */
function syncDocument({ store, t, say }) {
  const { lang, theme } = store.state;
  const root = document.documentElement;
  if (root.lang !== TAGS[lang]) root.lang = TAGS[lang];
  const about = store.state.heading ?? (store.state.place.lesson === null ? runName(store.state, say()) : '');
  const title = about ? `${about} · ${t('title')}` : t('title');
  if (document.title !== title) document.title = title;
  putTheme(root, theme);
}

/** The hook for scripts. @param {import('../state/store.js').Store} store */
const hook = (store) => ({
  get session() {
    return store.state.session;
  },
  /** @param {number} step */
  seek(step) {
    if (!Number.isInteger(step)) throw new TypeError('a step is an integer');
    store.apply({ type: 'seek', step });
  },
  play: () => store.apply({ type: 'play' }),
  pause: () => store.apply({ type: 'pause' }),
  link: () => store.state.link,
  /** As a step of the history. @param {string} link @returns {Promise<void> | void} when it is open, where more has to come first */
  open(link) {
    if (typeof link !== 'string') throw new TypeError('a link is a text');
    return store.apply({ type: 'open', link, entry: true, alike: true });
  },
});

/** Opens the page; null where it cannot be opened. @param {() => Promise<void>} startEngine */
export async function start(startEngine) {
  if (typeof WebAssembly !== 'object' || typeof ResizeObserver !== 'function') {
    globalThis.bar?.('old');
    return null;
  }
  try {
    const beyond = glance(linkOf(location.href), 'p', '(?!om|flat)\\w+');
    const lang = wantedLanguage();
    await Promise.all([startEngine(), learn(lang), beyond && learnOf(lang, beyond)]);
    return await open();
  } catch (error) {
    await fail();
    reportError(error);
    return null;
  }
}

/** Opened without a link, and not within another page: by somebody to whom a first minute can be offered. */
const isBare = () => linkOf(location.href) === '' && window.parent === window;

/** Offers come once the first screen has been painted; a page that cannot have them is whole without. @param {HTMLElement} place @param {import('./page.js').Page} page */
const offerSoon = (place, page) =>
  requestAnimationFrame(() =>
    setTimeout(async () => {
      const [{ offers }] = await Promise.all([import('../offers/part.js'), page.learn(['late'])]);
      offers(place, page);
    }),
  );

async function open() {
  if (isBare()) document.body.dataset.offers = 'on';
  const { store, page, offers } = await mount(document.body, { link: linkOf(location.href), lang: wantedLanguage() });
  if (isBare()) offerSoon(offers, page);
  store.subscribe(() => syncDocument(page));
  syncDocument(page);
  createAddress(store, window).write();
  Object.defineProperty(window, 'generals', { configurable: true, value: hook(store) });
  return page;
}
