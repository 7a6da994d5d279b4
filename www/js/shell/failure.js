// Why the engine did not start, and where to go: what stands in place of the page.

import { el } from '../kit/dom.js';

/** The page with everything inside, which stands beside the hosted one. */
const SINGLE_FILE = 'byzantine-generals.html';
/** What a host has to say so that this page may compute. */
const POLICY = { header: 'Content-Security-Policy', rule: 'script-src', allowed: "'wasm-unsafe-eval'" };
/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Whether the policy of the host lets anything be computed in WebAssembly. */
function mayCompile() {
  try {
    return new WebAssembly.Module(EMPTY) !== null;
  } catch {
    return false;
  }
}

/** @param {import('../words/i18n.js').Speech} say @param {string} link of the run that was to be opened @returns {HTMLElement} */
export function failure({ t }, link) {
  const isForbidden = !mayCompile();
  const isHosted = document.querySelector('link[type="application/wasm"], script[src]') !== null;
  const file = isHosted ? SINGLE_FILE : location.pathname;
  const way = { class: 'bar-button solid', href: `${file}${link && `#${link}`}`, download: isForbidden ? SINGLE_FILE : null };
  return el(
    'section',
    { class: 'error', 'data-testid': 'error', role: 'alert' },
    el('h2', {}, t('fail.title')),
    el('p', { class: 'error-what' }, isForbidden ? t('fail.policy', POLICY) : t(isHosted ? 'fail.engine' : 'fail.damaged')),
    el(
      'div',
      { class: 'error-ways' },
      isForbidden || isHosted ? el('a', way, t(isForbidden ? 'fail.download' : 'fail.open', { file: SINGLE_FILE })) : null,
      isForbidden ? null : el('button', { class: 'bar-button line', onclick: () => location.reload() }, t('fail.again')),
    ),
    isForbidden && link ? el('p', { class: 'error-link' }, el('span', { class: 'label' }, t('fail.run')), el('code', {}, `#${link}`)) : null,
  );
}
