// The programs that are offered: empty frames, published protocols, wrong ones to be mended.

import programs from './programs.json' with { type: 'json' };

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

const GROUPS = /** @type {const} */ (['frames', 'published', 'wrong']);

/** @param {string} group */
const groupOf = (group) => programs.filter((one) => one.group === group);

/** What a program is called. @param {import('../words/i18n.js').Speech} say @param {typeof programs[number]} one */
function nameOf({ t }, one) {
  if (one.group === 'frames') return t(`program.frame.${one.name}`);
  if (one.group === 'published') return t(`program.example.${one.name}`);
  return t('program.example.wrong', { id: groupOf('wrong').indexOf(one) + 1 });
}

/** @param {Binder} binder @param {Page} page @param {{checked: {text: string}, put: (text: string) => void}} text */
export function chooser({ el }, { store, t, say }, text) {
  const here = () => programs.find((one) => one.text === text.checked.text)?.name ?? '';
  const select = el(
    'select',
    {
      'data-testid': 'program-choose',
      'aria-label': () => t('program.choose'),
      value: here,
      onchange() {
        const chosen = programs.find((one) => one.name === select.value);
        if (!chosen) return;
        store.apply({ type: 'edit', changes: { prog: chosen.text, n: chosen.n, m: chosen.m } });
        // Also where the run has that program already, and the text is broken.
        text.put(chosen.text);
      },
    },
    el('option', { value: '' }, () => t('program.choose.own')),
    ...GROUPS.map((group) =>
      el('optgroup', { label: () => t(`program.group.${group}`) }, ...groupOf(group).map((one) => el('option', { value: one.name }, () => nameOf(say(), one)))),
    ),
  );
  return el('span', { class: 'choose' }, select);
}
