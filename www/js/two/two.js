// Two generals around their map: fields and frames of knowledge beside it, the strip of runs below it, the switch over it.

import { binder } from '../kit/dom.js';
import { watched } from '../kit/watching.js';
import { beatOf } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { contrastCards, contrastTable } from './contrast.js';
import { caughtField, messengersField } from './fields.js';
import { frames } from './frames.js';
import { rulesTried } from './rules-tried.js';
import { strip } from './strip.js';
import { contrastSwitch, createContrast } from './switch.js';
import { thresholds } from './thresholds.js';
import { youDecide } from './you-decide.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @type {WeakSet<HTMLElement>} */
const standing = new WeakSet();

/** Puts them into a page part, once: they stay there while the run beside two generals is open. @param {Page} page */
export function standAround(page) {
  const { root, store } = page;
  if (standing.has(root)) return;
  standing.add(root);
  void page.learn(['two']);
  const { force, refresh } = watched(page, two);
  let frame = 0;
  store.subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      refresh();
    });
  });
  force();
}

/** @param {Page} page */
function two(page) {
  const s = () => page.store.state;
  const [own, always] = [binder(), binder()];
  const contrast = createContrast(page);
  const fog = () => povOf(s()) !== null;
  const place = (/** @type {string} */ kind) => /** @type {HTMLElement} */ (page.root.querySelector(kind));

  const runs = strip(own, page);
  const by = thresholds(own, page);
  const first = own.el(
    'div',
    { class: 'two-panel', 'data-testid': 'two' },
    own.el('div', { class: 'two-fields', hidden: fog }, messengersField(own, page), caughtField(own, page)),
    frames(own, page),
    youDecide(own, page)(() => own.refresh()),
  );
  const more = own.el('div', { class: 'two-panel two-more' }, rulesTried(own, page), contrastTable(own, page));
  const below = always.el('section', { class: 'two-below', 'data-answer': true, hidden: () => (contrast.isTwo() ? fog() : !contrast.isBeside()) }, runs.node, contrastCards(always, page));
  const lever = contrastSwitch(always, page, contrast);
  place('[data-testid="order"]').after(by);
  place('.panel').prepend(first);
  place('.panel').append(more);
  place('.centre').append(lever);
  // On a short phone, and where a lesson has half of a small screen, the strip stands in the sheet.
  const short = matchMedia('(width < 600px) and (height < 740px), (height < 500px) and (width < 1200px)');
  const small = matchMedia('(width < 900px)');
  const putStrip = () => {
    const to = short.matches || (small.matches && beatOf(s()) !== null) ? first : place('.centre');
    if (below.parentElement !== to) to.append(below);
  };
  for (const size of [short, small]) size.addEventListener('change', putStrip);

  return () => {
    putStrip();
    const isTwo = contrast.isTwo();
    for (const node of [first, more, by]) node.hidden = !isTwo;
    runs.node.hidden = !isTwo;
    page.root.dataset.contrast = isTwo ? 'two' : contrast.isBeside() ? 'byzantine' : '';
    always.refresh();
    if (!isTwo || !s().session) return;
    own.refresh();
    runs.follow();
  };
}
