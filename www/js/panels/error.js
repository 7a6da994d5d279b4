// A link that cannot be opened: which key, what was read, what is allowed, and two ways on.

import { el, pen } from '../dom.js';
import { limits, START } from '../core.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../types.js').Fault} Fault */

/** More characters than this of what was read are not shown. */
const READ_SHOWN = 60;
const KEYS = [
  'v',
  'p',
  'n',
  'm',
  'o',
  't',
  's',
  'seed',
  'k',
  'x',
  'at',
  'pov',
  'view',
  'lesson',
  'lang',
  'theme',
  'embed',
  'controls',
];

/** What may stand there, in words. @param {Fault} fault @param {import('../i18n.js').Speech} say */
export function allowed({ allowed: range }, say) {
  if (!range) return '';
  if ('oneOf' in range) return range.oneOf.join(' · ');
  if ('form' in range) return say.t(`error.form.${range.form}`);
  return say.t('error.range', { min: String(range.min), max: String(range.max) });
}

/** @param {HTMLElement} root @param {Page} page @param {(link: string) => void} open */
export function error(root, { store, say }, open) {
  const { refresh, list } = pen();
  list(
    root,
    () => (store.state.fault ? [{ fault: store.state.fault, lang: store.state.lang }] : []),
    ({ fault, lang }) => `${lang} ${JSON.stringify(fault)}`,
    ({ fault }) => {
      const t = say().t;
      const rows = [
        fault.key === null
          ? null
          : [t('error.key'), KEYS.includes(fault.key) ? `${fault.key} (${t(`key.${fault.key}`)})` : fault.key],
        fault.read === null
          ? null
          : [
              t('error.read'),
              fault.read === ''
                ? t('error.empty')
                : fault.read.slice(0, READ_SHOWN) + (fault.read.length > READ_SHOWN ? '…' : ''),
            ],
        allowed(fault, say()) === '' ? null : [t('error.allowed'), allowed(fault, say())],
      ].filter((row) => row !== null);
      return el(
        'section',
        { class: 'error', 'data-testid': 'error', role: 'alert', 'aria-labelledby': 'error-title' },
        el('h2', { id: 'error-title' }, t('error.title')),
        el('p', { class: 'error-what' }, t(`fault.${fault.code}`, { limit: limits().linkCharacters })),
        el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
        el(
          'div',
          { class: 'error-ways' },
          el('button', { type: 'button', class: 'bar-button solid', onclick: () => open(fault.nearest) }, t('error.nearest')),
          el('button', { type: 'button', class: 'bar-button line', onclick: () => open(START) }, t('error.start')),
        ),
        el('p', { class: 'error-link' }, el('span', { class: 'label' }, t('error.nearest.link')), el('code', {}, fault.nearest)),
      );
    },
  );
  return refresh;
}
