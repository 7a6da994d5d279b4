// The run in space and time: a line for each general, an arrow for each message, bundled where there are many.

import { binder } from '../kit/dom.js';
import { drawn } from '../kit/picture.js';
import { signPicture } from './time-figure.js';
import { timePlot } from './time-plot.js';
import { captionOf, signsIn } from './time-words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function time(page, side = '') {
  const { store } = page;
  const own = binder();
  const plot = timePlot(own, page, refresh);
  const node = own.el(
    'div',
    { class: 'time', hidden: () => store.state.session === null, 'data-testid': side ? `time-${side}` : 'time' },
    plot.node,
    foot(own, page, side, plot.figure),
  );
  function refresh() {
    plot.draw();
    own.refresh();
    plot.mark(true);
  }
  return { node, refresh, paint: () => plot.mark(false) };
}

/** Below: what the signs mean that are drawn, the messages as a list, the run in a few sentences. @param {import('../state/types.js').Binder} binder @param {Page} page @param {string} side @param {() => TimeFigure | null} figure */
function foot({ el, list }, { store, t, say, id }, side, figure) {
  const s = () => store.state;
  const legend = list(
    el('ul', { class: 'time-legend' }),
    () => signsIn(s(), figure()),
    (name) => `${s().lang} ${name}`,
    (name, own) => own.el('li', {}, drawn(signPicture(name)), t(/^[ARN]$/.test(name) ? `order.${name}` : `time.sign.${name}`)),
  );
  const messages = el(
    'button',
    {
      class: 'bar-button line',
      'data-testid': 'time-messages',
      hidden: side !== '',
      'aria-expanded': () => String(s().listing),
      'aria-controls': id('listing'),
      onclick: () => store.apply({ type: 'listing', open: !s().listing }),
    },
    () => t('messages'),
  );
  const caption = () => captionOf(s(), say(), figure());
  return el(
    'div',
    { class: 'time-foot' },
    legend,
    messages,
    el('p', { class: 'time-caption', 'data-testid': side ? `time-caption-${side}` : 'time-caption' }, caption),
  );
}
