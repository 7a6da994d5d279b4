// What of a run is an address: the link and where it opens, its QR code, and what sets it into another page.

import { copying } from '../kit/copying.js';
import { binder } from '../kit/dom.js';
import { beatOf } from '../state/lesson.js';
import { povOf, visibleTime } from '../state/pov.js';
import { codeField } from './code-field.js';
import { elementCode, frameCode, LESSON_SIZE, RUN_SIZE } from './codes.js';
import { standing, written } from './place.js';
import { qrRow } from './qr-row.js';
import { eyesOffered, sharedLink, tooLongFor } from './shared-link.js';
import { titleOfFrame } from './what.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */

/** What is shared now: empty while the dialog is shut, so that nothing of a run stays in the page. @typedef {{link: string, address: string, at: import('./place.js').Standing}} Shared */

/** What is long, or leads nowhere, and what to take instead. @param {Page} page @param {Shared} now */
function warning({ t }, { link, at }) {
  if (link === '') return '';
  const long = tooLongFor(link);
  if (long === 'chat' || long === 'code') return t('share.long', { count: link.length });
  return at.reach === 'all' ? '' : t(`share.reach.${at.reach}`);
}

/** The link in a field, with its button, and the system's own way of sharing where there is one. @param {Binder} own @param {Page} page @param {Shared} now */
function linkRow(own, page, now) {
  const { el } = own;
  const { t, id } = page;
  /** @type {HTMLInputElement} */
  const field = el('input', {
    type: 'text',
    readonly: true,
    'data-testid': 'share-link',
    id: id('share-field'),
    value: () => now.address,
    onfocus: () => field.select(),
  });
  const { button, told } = copying(own, page, () => now.address, { words: 'share.copy', looks: 'solid copy', field });
  button.autofocus = true;
  return [el('label', { class: 'label', for: field.id }, () => t('share.link')), el('div', { class: 'share-row' }, field, button, sendButton(own, page, now)), told];
}

/** Phones hand a link on by what is installed on them. @param {Binder} own @param {Page} page @param {Shared} now */
function sendButton({ el }, { t }, now) {
  const canSend = () => typeof navigator.share === 'function' && now.at.reach === 'all';
  async function send() {
    try {
      await navigator.share({ title: t('title'), url: now.address });
    } catch {
      // Whoever turned away has nothing to be told, and where it is forbidden the link can be copied.
    }
  }
  return el('button', { class: 'bar-button line send', 'data-testid': 'share-send', hidden: () => !canSend(), onclick: send }, () => t('share.send'));
}

/** Where the link opens, and how. @param {Binder} own @param {Page} page @param {{isHere: boolean, hasEyes: boolean | null}} asked @param {() => void} changed */
function openings({ el }, { store, t, say }, asked, changed) {
  const s = () => store.state;
  /** @type {HTMLInputElement} */
  const here = el('input', { type: 'checkbox', checked: () => asked.isHere, onchange: () => change({ isHere: here.checked }) });
  /** @type {HTMLInputElement} */
  const eyes = el('input', { type: 'checkbox', 'data-testid': 'share-eyes', checked: () => throughEyes(s(), asked), onchange: () => change({ hasEyes: eyes.checked }) });
  const change = (/** @type {Partial<typeof asked>} */ to) => {
    Object.assign(asked, to);
    changed();
  };
  return el(
    'div',
    { class: 'share-openings' },
    el(
      'label',
      { class: 'check', hidden: () => s().cursor === 0 },
      here,
      el('span', {}, () => t('share.here', { step: visibleTime(s()).place(s().cursor) })),
    ),
    el(
      'label',
      { class: 'check', hidden: () => eyesOffered(s()) === null },
      eyes,
      el('span', {}, () => t('share.eyes', { who: say().general(eyesOffered(s()) ?? 1) })),
    ),
  );
}

/** As it is shown, until the reader says otherwise. @param {State} s @param {{hasEyes: boolean | null}} asked */
const throughEyes = (s, { hasEyes }) => hasEyes ?? povOf(s) !== null;

/** @param {HTMLElement} root of the page part, which what is shown large covers @param {Page} page @param {() => void} changed */
export function addressColumn(root, page, changed) {
  const { store, t, say } = page;
  const own = binder();
  const { el } = own;
  const s = () => store.state;
  const asked = { isHere: true, hasEyes: /** @type {boolean | null} */ (null) };
  /** @type {Shared} */
  const now = { link: '', address: '', at: standing() };
  const size = () => (beatOf(s()) ? LESSON_SIZE : RUN_SIZE);
  const fields = [
    codeField(own, page, { name: 'frame', rows: 5 }, () => now.link && frameCode(now.at.file, now.link, titleOfFrame(s(), say()), s(), size())),
    codeField(own, page, { name: 'element', rows: 4 }, () => now.link && elementCode(now.at.folder, now.link, s())),
  ];
  const qr = qrRow(root, own, page, now);
  const node = el(
    'div',
    { class: 'share-address-body' },
    ...linkRow(own, page, now),
    openings(own, page, asked, changed),
    el('p', { class: 'share-warning', role: 'status', hidden: () => warning(page, now) === '' }, () => warning(page, now)),
    qr.node,
    ...fields.flatMap(({ nodes }) => nodes),
    el('p', { class: 'hint', hidden: () => now.at.reach !== 'disk' && now.at.reach !== 'none' }, () => t('share.beside', { file: decodeURIComponent(now.at.file), script: 'embed.js' })),
  );
  return {
    node,
    refresh() {
      const { sharing } = s();
      // What was asked for one run is not asked for the next.
      if (!sharing) Object.assign(asked, { isHere: true, hasEyes: null });
      const pov = throughEyes(s(), asked) ? eyesOffered(s()) : null;
      const link = sharing ? sharedLink(s(), { isHere: asked.isHere, pov }) : '';
      Object.assign(now, { link, at: standing() });
      now.address = written(now.at, link);
      own.refresh();
      for (const field of fields) field.refresh();
      qr.refresh();
    },
  };
}
