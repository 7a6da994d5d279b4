// A run that is pasted, as exercises and files have it: read by the engine, and shown as the link that was made of it before it is opened.

import { binder } from '../kit/dom.js';
import { limits, sessions, supplyWhole } from '../state/engine.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** What was made of a text: a link, perhaps another one, or why there is none. @typedef {{links: {link: string, told: string}[], why: string}} Found */

/** @type {Found} */
const NOTHING = { links: [], why: '' };
/** What of files that are not read has a sentence of its own. */
const FILE_CODES = ['unknown-version', 'differs', 'too-large'];
/** As exercises have it. */
const EXAMPLE = 'LTLL ATTACK';
/** More of what was read is not said again. */
const READ_SHOWN = 60;

/** @param {string | null} read */
const short = (read) => (read === null || read.length <= READ_SHOWN ? (read ?? '') : `${read.slice(0, READ_SHOWN)}…`);

/** Why nothing was made of it; what is no refusal is a bug, and thrown on. @param {any} error @param {import('../words/i18n.js').Speech['t']} t */
export function whyUnread(error, t) {
  const { name, code, key = null, read = null, step = null } = error;
  if (name === 'FileError' && FILE_CODES.includes(code))
    return step === null ? t(`share.paste.file.${code}`) : t('share.paste.file.differs.step', { step });
  if (name === 'FileError' || (name === 'LinkError' && code === 'malformed')) return t(read === null ? 'share.paste.unread' : 'share.paste.unread.word', { read: short(read) });
  if (name !== 'LinkError') throw error;
  const why = t(`fault.${code}`, { limit: limits().linkCharacters });
  return key === null ? why : `${why}${t('gap')}${t(read === null ? 'share.paste.key' : 'share.paste.key.read', { key, read: short(read) })}`;
}

/** @param {string} text @param {import('../words/i18n.js').Speech['t']} t @returns {Found} */
export function found(text, t) {
  if (text.trim() === '') return NOTHING;
  try {
    const { link, kind, other } = sessions().pasted(text);
    const first = { link, told: t(other === null ? `share.paste.kind.${kind}` : 'share.paste.true.loyal') };
    return { links: other === null ? [first] : [first, { link: other, told: t('share.paste.true.traitor') }], why: '' };
  } catch (error) {
    return { links: [], why: whyUnread(error, t) };
  }
}

/** What was made of the text, each with what opens it. @param {import('../state/types.js').Binder} own @param {Page} page @param {() => Found['links']} links */
const madeLinks = ({ el, list }, { t, open }, links) =>
  list(
    el('ul', { class: 'paste-links' }),
    links,
    ({ link, told }) => `${told} ${link}`,
    ({ link, told }, own) =>
      own.el(
        'li',
        {},
        own.el('span', {}, told),
        own.el('code', { 'data-testid': 'paste-link' }, link),
        own.el('button', { class: 'bar-button solid', 'data-testid': 'paste-open', onclick: () => open(link) }, () => t('share.paste.open')),
      ),
  );

/** @param {Page} page */
export function pasting(page) {
  const { t, id } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  /** @type {Found} */
  let made = NOTHING;
  /** What was asked for last. @type {object | null} */
  let asked = null;

  async function read() {
    const mine = (asked = {});
    // The first screen's engine reads links alone.
    const isHere = await supplyWhole().then(
      () => true,
      () => false,
    );
    if (asked !== mine) return;
    made = isHere ? found(field.value, t) : { links: [], why: t('late.failed') };
    refresh();
  }
  /** @param {FileList | null | undefined} files */
  async function take(files) {
    const file = files?.[0];
    if (!file) return;
    field.value = await file.text();
    await read();
  }

  /** @type {HTMLTextAreaElement} */
  const field = el('textarea', {
    class: 'share-code',
    id: id('share-paste'),
    'data-testid': 'paste-text',
    rows: 3,
    spellcheck: 'false',
    'aria-describedby': id('share-paste-how'),
    placeholder: EXAMPLE,
    oninput: read,
    ondragover: (/** @type {Event} */ event) => event.preventDefault(),
    ondrop: (/** @type {DragEvent} */ event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      void take(event.dataTransfer.files);
    },
  });
  /** @type {HTMLInputElement} */
  const chooser = el('input', { type: 'file', accept: '.json,.itf,.txt,application/json,text/plain', hidden: true, 'data-testid': 'paste-file', onchange: () => take(chooser.files) });
  const links = madeLinks(drawing, page, () => made.links);
  const node = el(
    'details',
    { class: 'share-paste', 'data-testid': 'paste' },
    el('summary', {}, () => t('share.paste')),
    el('label', { class: 'unseen', for: field.id }, () => t('share.paste')),
    field,
    el('p', { class: 'hint', id: id('share-paste-how') }, () => t('share.paste.how', { list: EXAMPLE })),
    chooser,
    el('button', { class: 'bar-button line', onclick: () => chooser.click() }, () => t('share.paste.file')),
    el('div', { role: 'status' }, el('p', { class: 'paste-why', 'data-testid': 'paste-why', hidden: () => made.why === '' }, () => made.why), links),
  );
  return {
    node,
    refresh,
    /** What was pasted goes with the dialog. */
    clear() {
      asked = null;
      made = NOTHING;
      field.value = '';
      node.open = false;
      refresh();
    },
  };
}
