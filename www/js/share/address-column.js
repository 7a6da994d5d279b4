// What of a run is an address: the link and where it opens, its QR code, and what sets it into another page.

import { copying } from '../kit/copying.js';
import { binder } from '../kit/dom.js';
import { standing as standingText } from '../program/drafts.js';
import { beatOf } from '../state/lesson.js';
import { povOf, visibleTime } from '../state/pov.js';
import { codeField } from './code-field.js';
import { elementCode, frameCode, LESSON_SIZE, RUN_SIZE } from './codes.js';
import { pasting } from './pasting.js';
import { fileNameOf, standing, written } from './place.js';
import { qrRow } from './qr-row.js';
import { countsGenerals, eyesOffered, sharedLink, tooLongFor } from './shared-link.js';
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
  const { button, told } = copying(own, page, () => now.address, { words: 'share.copy', looks: 'solid copy', field, testid: 'share-copy' });
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

/** What the reader asks of the link; null: as it is shown. @typedef {{isHere: boolean, hasEyes: boolean | null, isFromZero: boolean | null}} Asked */
/** @returns {Asked} */
const unasked = () => ({ isHere: true, hasEyes: null, isFromZero: null });

/** Where the link opens, and how. @param {Binder} own @param {Page} page @param {Asked} asked @param {() => void} changed */
function openings({ el }, { store, t, say }, asked, changed) {
  const s = () => store.state;
  /** @param {string} name @param {() => boolean} isOn @param {(on: boolean) => Partial<Asked>} put @param {() => boolean} isHidden @param {() => string} said */
  const check = (name, isOn, put, isHidden, said) => {
    /** @type {HTMLInputElement} */
    const box = el('input', {
      type: 'checkbox',
      'data-testid': `share-${name}`,
      checked: isOn,
      onchange: () => {
        Object.assign(asked, put(box.checked));
        changed();
      },
    });
    return el('label', { class: 'check', hidden: isHidden }, box, el('span', {}, said));
  };
  const step = () => visibleTime(s()).place(s().cursor);
  const who = () => say().general(eyesOffered(s()) ?? 1);
  return el(
    'div',
    { class: 'share-openings' },
    check('here', () => asked.isHere, (isHere) => ({ isHere }), () => s().cursor === 0, () => t('share.here', { step: step() })),
    check('eyes', () => hasEyes(s(), asked), (on) => ({ hasEyes: on }), () => eyesOffered(s()) === null, () => t('share.eyes', { who: who() })),
    check('number', () => isFromZero(s(), asked), (on) => ({ isFromZero: on }), () => !countsGenerals(s()), () => t('share.number')),
  );
}

/** Whether a text that does not run stands beside the program of the run. @param {State} s */
const hasDraft = ({ scenario }) => scenario?.prog !== undefined && standingText(scenario.prog) !== null;

/** @param {State} s @param {Asked} asked */
const hasEyes = (s, asked) => asked.hasEyes ?? povOf(s) !== null;
/** @param {State} s @param {Asked} asked */
const isFromZero = (s, asked) => countsGenerals(s) && (asked.isFromZero ?? s.presentation.number === 0);

/** @param {HTMLElement} root of the page part, which what is shown large covers @param {Page} page @param {() => void} changed */
export function addressColumn(root, page, changed) {
  const { store, t, say } = page;
  const own = binder();
  const { el } = own;
  const s = () => store.state;
  const asked = unasked();
  /** @type {Shared} */
  const now = { link: '', address: '', at: standing() };
  const size = () => (beatOf(s()) ? LESSON_SIZE : RUN_SIZE);
  const fields = [
    codeField(own, page, { name: 'frame', rows: 4 }, () => now.link && frameCode(now.at.file, now.link, titleOfFrame(s(), say()), s(), size())),
    codeField(own, page, { name: 'element', rows: 4 }, () => now.link && elementCode(now.at.folder, now.link, s())),
  ];
  const qr = qrRow(root, own, page, now);
  const paste = pasting(page);
  const node = el(
    'div',
    { class: 'share-address-body' },
    ...linkRow(own, page, now),
    openings(own, page, asked, changed),
    el('p', { class: 'share-warning', role: 'status', hidden: () => warning(page, now) === '' }, () => warning(page, now)),
    el('p', { class: 'share-warning', role: 'status', 'data-testid': 'share-draft', hidden: () => !hasDraft(s()) }, () => (hasDraft(s()) ? t('share.draft') : '')),
    qr.node,
    ...fields.flatMap(({ nodes }) => nodes),
    el('p', { class: 'hint', hidden: () => now.at.reach !== 'disk' && now.at.reach !== 'none' }, () => t('share.beside', { file: fileNameOf(now.at), script: 'embed.js' })),
    paste.node,
  );
  return {
    node,
    refresh() {
      const { sharing } = s();
      // What was asked for one run is not asked for the next.
      if (!sharing) Object.assign(asked, unasked());
      const wanted = { isHere: asked.isHere, pov: hasEyes(s(), asked) ? eyesOffered(s()) : null, number: /** @type {0 | 1} */ (isFromZero(s(), asked) ? 0 : 1) };
      const link = sharing ? sharedLink(s(), wanted) : '';
      Object.assign(now, { link, at: standing() });
      now.address = written(now.at, link);
      own.refresh();
      for (const field of fields) field.refresh();
      qr.refresh();
      if (sharing) paste.refresh();
      else paste.clear();
    },
  };
}
