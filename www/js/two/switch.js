// The contrast as one switch: two generals whose messengers are caught, or Byzantine generals who lie; and back to the run one came from.

import { address, edit } from '../state/engine.js';
import { dialectOf } from '../state/spec.js';
import { told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** Four generals, of whom one is a traitor, at the end of the run. */
export const BYZANTINE = 'v=1&p=om&n=4&t=3';
const AT_ITS_END = `${BYZANTINE}&at=10`;
const FADE_MS = 240;

/** The map as it is fades away over the one that comes. @param {Page} page */
function fade({ root, store }) {
  const canvas = /** @type {HTMLCanvasElement | null} */ (root.querySelector('.map-place canvas'));
  if (!canvas || canvas.width === 0 || store.state.still) return;
  const before = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
  before.getContext('2d')?.drawImage(canvas, 0, 0);
  canvas.after(before);
  before.animate({ opacity: [1, 0] }, { duration: FADE_MS, easing: 'ease' }).onfinish = () => before.remove();
}

/** Which of the two is shown, and the way to the other. @param {Page} page */
export function createContrast(page) {
  const { store } = page;
  const s = () => store.state;
  /** The run of two generals that one came from. @type {string | null} */
  let back = null;
  const isTwo = () => dialectOf(s()) === 'two';
  /** Whether the run beside it is open, or one that was made of it. */
  const isBeside = () => back !== null && !isTwo() && s().scenario !== null && (s().link === BYZANTINE || s().past.length > 0);
  return {
    isTwo,
    isBeside,
    /** @param {'two' | 'byzantine'} wanted */
    show(wanted) {
      if (wanted === (isTwo() ? 'two' : 'byzantine')) return;
      fade(page);
      if (wanted === 'byzantine') {
        back = address(s().link, { at: s().cursor || null });
        page.open(AT_ITS_END);
      } else page.open(back ?? edit(s().link, { protocol: 'two' }));
    },
  };
}

/** @typedef {ReturnType<typeof createContrast>} Contrast */

/** @param {Binder} binder @param {Page} page @param {Contrast} contrast */
export function contrastSwitch({ el }, page, contrast) {
  const say = () => told(page);
  /** @param {'two' | 'byzantine'} name */
  const side = (name) =>
    el(
      'button',
      {
        'data-testid': `switch-${name}`,
        'aria-pressed': () => String(contrast.isTwo() === (name === 'two')),
        onclick: () => contrast.show(name),
      },
      () => say().t(`switch.${name}`),
    );
  return el(
    'div',
    { class: 'two-switch over-stage', 'data-answer': true, role: 'group', 'aria-label': () => say().t('switch'), hidden: () => !contrast.isTwo() && !contrast.isBeside() },
    side('two'),
    side('byzantine'),
  );
}
