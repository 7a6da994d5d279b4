// What can be chosen of a file: by day or by night, how many pixels, whether it says what it shows.

/** @typedef {import('./files-column.js').Chosen} Chosen */
/** @typedef {import('../files/types.js').FileOptions} FileOptions */

const THEMES = /** @type {const} */ (['light', 'dark']);
const TIMES = /** @type {const} */ ([1, 2, 4]);

/** @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {Chosen} chosen @param {() => void} changed */
export function fileOptions({ el }, { t, id }, chosen, changed) {
  const has = (/** @type {keyof FileOptions} */ name) => chosen.offer.options.includes(name);
  const put = (/** @type {Partial<FileOptions>} */ to) => {
    // A new object: what is being made goes on with what it was begun with.
    chosen.options = { ...chosen.options, ...to };
    changed();
  };
  /** @template {'theme' | 'times'} Name @param {Name} name @param {readonly FileOptions[Name][]} values @param {(value: FileOptions[Name]) => string} said */
  const row = (name, values, said) =>
    el(
      'div',
      { class: 'file-choices', role: 'radiogroup', 'aria-label': () => t(`share.option.${name}`), hidden: () => !has(name) },
      ...values.map((value) => {
        const isOn = () => chosen.options[name] === value;
        return el(
          'label',
          { class: () => (isOn() ? 'on' : '') },
          el('input', { type: 'radio', name: id(`file-${name}`), value: String(value), 'data-testid': `file-${name}-${value}`, checked: isOn, onchange: () => put(/** @type {any} */ ({ [name]: value })) }),
          el('span', {}, () => said(value)),
        );
      }),
    );
  /** @type {HTMLInputElement} */
  const caption = el('input', { type: 'checkbox', 'data-testid': 'file-caption', checked: () => chosen.options.caption, onchange: () => put({ caption: caption.checked }) });
  return el(
    'div',
    { class: 'file-options' },
    row('theme', THEMES, (theme) => t(`share.theme.${theme}`)),
    row('times', TIMES, (times) => t('share.times', { times })),
    el('label', { class: 'check', hidden: () => !has('caption') }, caption, el('span', {}, () => t('share.option.caption'))),
    el('span', { class: 'file-size', 'data-testid': 'file-size' }, () => chosen.size),
  );
}
