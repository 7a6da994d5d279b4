// A link that cannot be opened: what happened to it, which key, what was read, what is allowed, and ways on.

import { el, binder } from '../kit/dom.js';
import { standBeside, textInLink } from '../program/linked-text.js';
import { limits, START } from '../state/engine.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../state/types.js').Fault} Fault */

/** More characters than this of what was read are not shown. */
const READ_SHOWN = 60;

/** What may stand there, in words. @param {Fault} fault @param {import('../words/i18n.js').Speech} say */
export function allowed({ allowed: range, key }, say) {
  if (!range) return '';
  if ('oneOf' in range) return range.oneOf.join(' · ');
  if ('form' in range) return say.t(say.under(`error.form.${range.form}`, key ?? undefined));
  if (range.min === range.max) return say.t('error.only', { only: String(range.min) });
  return say.t('error.range', { min: String(range.min), max: String(range.max) });
}

/** @param {HTMLElement} root @param {Page} page */
export function error(root, { store, say, id, open }) {
  const { refresh, list } = binder();
  list(
    root,
    () => (store.state.fault ? [{ fault: store.state.fault, lang: store.state.lang }] : []),
    ({ fault, lang }) => `${lang} ${JSON.stringify(fault)}`,
    ({ fault }) => {
      const t = say().t;
      const rows = [
        fault.key === null
          ? null
          : [t('error.key'), fault.known ? `${fault.key} (${t(`key.${fault.key}`)})` : fault.key],
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
      const { damage: what, first, token } = fault;
      const damaged = what === 'strewn' || what === 'cut' || what === 'broken';
      const way = (/** @type {string} */ link, /** @type {string} */ words, /** @type {boolean} */ chief) =>
        el('button', { class: `bar-button ${chief ? 'solid' : 'line'}`, onclick: () => open(link) }, words);
      const mended = first ?? fault.nearest;
      // A frame has no field to mend it in.
      const text = fault.code === 'bad-program' && what === 'other' && !fault.presentation.embed ? textInLink(fault.asked) : null;
      const mend = () => {
        standBeside(mended, text ?? '');
        open(mended);
      };
      const ways = [
        ...(text === null ? [] : [el('button', { class: 'bar-button solid', 'data-testid': 'error-text', onclick: mend }, t('error.text'))]),
        way(mended, t(damaged ? `error.open.${what}` : 'error.nearest', { token }), first !== null && text === null),
        ...(what === 'strewn' && fault.nearest !== first ? [way(fault.nearest, t('error.before'), false)] : []),
        way(START, t('error.start'), first === null),
      ];
      // Spaces alone cannot be shown.
      const happened = what === 'strewn' && token === '' ? 'fault.is.strewn.spaces' : `fault.is.${what}`;
      const told = what === 'other' ? t(`fault.${fault.code}`, { limit: limits().linkCharacters, line: fault.line ?? 0, column: fault.column ?? 0 }) : t(happened, { token });
      return el(
        'section',
        { class: 'error', 'data-testid': 'error', 'data-what': what, role: 'alert', 'aria-labelledby': id('error-title') },
        el('h2', { id: id('error-title') }, t(damaged ? 'error.damaged' : 'error.title')),
        el('p', { class: 'error-what' }, told),
        rows.length > 0 ? el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])) : null,
        el('div', { class: 'error-ways' }, ...(first === null ? ways.reverse() : ways)),
        el(
          'p',
          { class: 'error-link' },
          el('span', { class: 'label' }, t(damaged ? 'error.mended.link' : 'error.nearest.link')),
          el('code', {}, mended),
        ),
      );
    },
  );
  return refresh;
}
