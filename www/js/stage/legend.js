// The signs of the map and what they mean, drawn with the map's own art.

import { dialog } from '../kit/dialog.js';
import { el } from '../kit/dom.js';
import { stamp } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { readPalette } from '../paint/palette.js';
import { ownOf } from '../state/own.js';
import { dialectOf } from '../state/spec.js';
import { GROUPS, signDrawing } from './legend-marks.js';

/** @typedef {import('../shell/page.js').Page} Page */
const STAMPS = /** @type {const} */ (['holds', 'broken', 'free']);

/** @param {HTMLElement} root @param {Page} page */
export function legend(root, page) {
  const { store, t, say } = page;
  return dialog(root, page, 'legend', ({ list, el: own }) => [
    list(
      own('div', { class: 'legend-groups' }),
      // Drawn again where colours, words or the map's kind change.
      () => [[dialectOf(store.state), store.state.theme, store.state.lang, matchMedia('(prefers-color-scheme: dark)').matches]],
      String,
      () => {
        const { colour } = readPalette(page.root);
        /** @param {string} name @param {Node} picture */
        const entry = (name, picture) =>
          el('li', {}, el('span', { class: 'legend-picture' }, picture), el('span', {}, t(`legend.${name}`)));
        return el(
          'div',
          {},
          ...(ownOf(store.state).legend?.(say()) ?? GROUPS).flatMap(([group, entries]) => [
            el('h3', { class: 'label' }, t(`legend.${group}`)),
            el(
              'ul',
              {},
              ...entries.map(([name, height, marks]) => entry(name, drawn(signDrawing(marks(), height, colour)))),
              ...(group === 'words' ? [entry('stamps', el('span', { class: 'legend-stamps' }, ...STAMPS.map(stamp)))] : []),
            ),
          ]),
        );
      },
    ),
    own(
      'p',
      {},
      own(
        'button',
        { class: 'bar-button line', onclick: () => store.apply({ type: 'leaf', leaf: 'help' }) },
        () => t('help.title'),
      ),
    ),
  ]);
}
