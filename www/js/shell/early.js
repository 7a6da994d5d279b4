// Before the first paint, in the page itself: language and theme of the link, and the page's own files begin to load.

import { glance, linkOf } from '../state/glance.js';

const link = linkOf(location.href);
// The first picture asks it too.
globalThis.asked = (key, values) => glance(link, key, values);

const root = document.documentElement;
const theme = asked('theme', 'light|dark');
const preferred = (navigator.languages ?? []).find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en';
const lang = /** @type {'en' | 'zh'} */ (asked('lang', 'en|zh') ?? preferred.slice(0, 2).toLowerCase());

/** Lets the browser load a file that a module will ask for. @param {Record<string, string>} attributes */
function preload(attributes) {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.head.append(link);
}

/** Says why the page cannot start, and where to go instead; the body may not have been read yet. @param {string} why */
globalThis.bar = (why) => {
  root.dataset.barred = why;
  const show = () => {
    for (const said of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`.barred.${why}`))) {
      said.hidden = false;
      said.querySelector('a')?.setAttribute('href', `byzantine-generals.html${link && `#${link}`}`);
    }
  };
  show();
  addEventListener('DOMContentLoaded', show);
};

// Opened from disk, or in a frame that has no origin, this page may not fetch its own modules; and some hosts send them as text.
const isApart = location.protocol === 'file:' || self.origin === 'null';
/** @param {HTMLScriptElement} script */
async function barFor({ src }) {
  if (isApart) return bar('apart');
  const { ok, headers } = await fetch(src);
  if (ok && !/script/.test(headers.get('content-type') ?? '')) bar('text');
}
if (FULL)
  addEventListener(
    'error',
    ({ target, error }) => {
      if (target instanceof HTMLScriptElement) barFor(target);
      // What it cannot read is newer than the browser.
      else if (error instanceof SyntaxError) bar('old');
    },
    true,
  );
if (theme) root.dataset.theme = theme;
if (lang === 'zh') root.lang = 'zh-Hans';
const catalogue = CATALOGUES[lang];
if (catalogue) preload({ rel: 'modulepreload', href: catalogue });
// The engine of the first screen knows the protocols that most links name, in letters that links are written with; one that names
// another, or opens what asks more, begins with all of it. Where this guess is wrong the page fetches the rest.
const more = asked('p', '(?!om|flat)\\w+') || asked('view', '(?!map|time|tree|table)\\w+') || /[^\w.~=&-]/.test(link);
const href = more ? FULL : ENGINE;
if (href) preload({ rel: 'preload', as: 'fetch', crossorigin: '', type: 'application/wasm', id: 'engine', href });
