// What the pages for authors do by script: the reader's language, this host's own address in the code, and copying.

import { copy } from '../js/kit/copying.js';

/** Where the files stand that the code names, until a page knows its own host. */
const PLACEHOLDER = 'https://example.org/generals/';
const KEPT = 'byzantine-generals-notes-lang';
const COPIED_MS = 2000;

/** @typedef {'en' | 'zh'} Lang */
/** How documents name the languages. @type {Record<Lang, string>} */
const TAGS = { en: 'en', zh: 'zh-Hans' };

/** What the reader chose before, on this page or another; in a frame nothing may be kept. @returns {string | null} */
function chosenBefore() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** @param {Lang} lang */
function keepChoice(lang) {
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // Then it holds for this page alone.
  }
}

/** @returns {Lang} */
function firstLanguage() {
  const asked = new URLSearchParams(location.search).get('lang') ?? chosenBefore() ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** @param {Lang} lang */
function speak(lang) {
  document.documentElement.lang = TAGS[lang];
  for (const run of document.querySelectorAll('byzantine-generals')) run.setAttribute('lang', lang);
  for (const button of document.querySelectorAll('.languages button'))
    button.setAttribute('aria-pressed', String(button.getAttribute('value') === lang));
}

/** The folder above this page, where `embed.js` is; from disk no address would hold for others. */
function ownAddress() {
  return location.protocol.startsWith('http') ? new URL('..', location.href.replace(/[?#].*$/, '')).href : PLACEHOLDER;
}

/** Puts a copy button beside the code of a figure. @param {Element} figure @param {HTMLTemplateElement} template */
function makeCopyable(figure, template) {
  const code = figure.querySelector('code');
  const parts = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const button = parts.querySelector('button');
  const told = parts.querySelector('[role="status"]');
  const field = parts.querySelector('textarea');
  const caption = figure.querySelector('figcaption');
  if (!code || !button || !told || !field || !caption) return;
  const text = code.textContent ?? '';
  /** @param {'ready' | 'copied' | 'selected'} answer */
  const tell = (answer) => {
    button.dataset.answer = answer;
    told.textContent = answer === 'ready' ? '' : button.innerText;
  };
  button.addEventListener('click', async () => {
    tell((await copy(field, text)) ? 'copied' : 'selected');
    setTimeout(() => tell('ready'), COPIED_MS);
  });
  caption.append(button, told);
  figure.append(field);
}

speak(firstLanguage());
for (const button of document.querySelectorAll('.languages button'))
  button.addEventListener('click', () => {
    const lang = button.getAttribute('value') === 'zh' ? 'zh' : 'en';
    keepChoice(lang);
    speak(lang);
  });
for (const code of document.querySelectorAll('pre code'))
  code.textContent = (code.textContent ?? '').replaceAll(PLACEHOLDER, ownAddress());
const template = document.querySelector('template');
if (template) for (const figure of document.querySelectorAll('figure')) makeCopyable(figure, template);
const languages = document.querySelector('.languages');
languages?.removeAttribute('hidden');
