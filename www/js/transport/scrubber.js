// The scrubber: the line of the run's time, and a thumb that stands where it is now and drags.

import { binder, el } from '../kit/dom.js';
import { hallScale } from '../kit/hall-scale.js';
import { drawn, redraw } from '../kit/picture.js';
import { roundOf, thumb } from '../state/motion.js';
import { segments, xOf } from './scrubber-line.js';
import { ownOf } from '../state/own.js';
import { povOf, visibleTime } from '../state/pov.js';
import { INSET, LINE_Y, linePicture } from './scrubber-picture.js';
import { listenToScrubber } from './scrubber-pointer.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./scrubber-line.js').Segment} Segment */

/** Between the thumb and the words beside it. */
const WORDS_GAP = 14;

/** Time as the line shows it; of some runs eyes do not know how much is still to come. @param {import('../state/types.js').State} s @returns {NonNullable<ReturnType<NonNullable<import('../state/own.js').Own['time']>>>} */
const timeOf = (s) => ownOf(s).time?.(s) ?? visibleTime(s);

/** @param {Page} page */
export function scrubber(page) {
  const { store, say } = page;
  const drawing = binder();
  const s = () => store.state;
  let width = 0;
  /** How many times larger it is shown. */
  let scale = 1;
  /** @type {Segment[]} */
  let line = [];
  /** What the line was drawn for. */
  let key = '';
  /** @type {unknown} */
  let of = null;

  const picture = drawn(linePicture(line, width, s(), say()));
  const now = nowOnLine(page, picture);
  const node = slider(page, drawing, picture);

  function draw() {
    const { perRound } = timeOf(s());
    line = segments(
      Math.max(1, width - 2 * INSET),
      perRound.map((count) => count ?? 1),
    );
    redraw(picture, linePicture(line, width, s(), say()));
  }
  function refresh() {
    drawing.refresh();
    if (width === 0) return;
    const { session, lang, link } = s();
    const is = `${width} ${lang} ${link} ${timeOf(s()).perRound.join()} ${povOf(s())}`;
    if (is !== key || session !== of) {
      key = is;
      of = session;
      draw();
    }
    now.place(line, width);
    markRound(picture, s());
  }
  listenToScrubber(node, store, () => line, (px) => px / scale - INSET);
  new ResizeObserver(([entry]) => {
    scale = s().projector ? hallScale() : 1;
    node.style.setProperty('--scale', String(scale));
    width = Math.round(entry.contentRect.width / scale);
    refresh();
  }).observe(node);
  return { node: el('div', { class: 'scrubber-room' }, node), refresh };
}

/** The line as a slider for keys and screen readers. @param {Page} page @param {import('../state/types.js').Binder} drawing @param {SVGElement} picture */
function slider({ store, t, say }, drawing, picture) {
  const s = () => store.state;
  const value = () => {
    const { session, cursor, length, perRound } = s();
    if (!session || cursor === 0) return t('phase.before');
    if (cursor >= length) return t('phase.decided');
    const time = visibleTime(s());
    return ownOf(s()).moment?.(s(), say()) ?? t('scrubber.value', { step: time.place(cursor), length: time.length, round: roundOf(perRound, cursor) });
  };
  return drawing.el(
    'div',
    {
      class: 'scrubber',
      role: 'slider',
      tabindex: 0,
      'data-testid': 'scrubber',
      'aria-label': () => t('scrubber'),
      'aria-valuemin': 0,
      'aria-valuemax': () => timeOf(s()).length,
      'aria-valuenow': () => visibleTime(s()).place(s().cursor),
      'aria-valuetext': value,
      'aria-disabled': () => (s().session ? null : 'true'),
    },
    picture,
  );
}

/** The thumb, the line behind it, and which step it is: moved as time goes on. @param {Page} page @param {SVGElement} picture */
function nowOnLine({ store, t }, picture) {
  const s = () => store.state;
  const part = (/** @type {string} */ kind) => /** @type {SVGElement} */ (picture.querySelector(kind));
  const [ridden, knob, words] = ['.ridden', '.thumb', '.step-words'].map(part);
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** How wide the words are: measured once for each number of characters, for measuring makes the browser lay out the page. @param {string} said */
  function widthOf(said) {
    const key = `${s().lang} ${said.length}`;
    const known = widths.get(key) ?? /** @type {SVGTextElement} */ (words).getComputedTextLength();
    widths.set(key, known);
    return known;
  }
  return {
    /** @param {Segment[]} line @param {number} width */
    place(line, width) {
      const { cursor, length, session, motion } = s();
      const time = timeOf(s());
      const at = thumb({ cursor: time.place(cursor), perRound: time.perRound, motion });
      const x = INSET + (length ? xOf(line, at) : 0);
      knob.setAttribute('transform', `translate(${x.toFixed(1)} ${LINE_Y})`);
      ridden.setAttribute('d', `M${INSET} ${LINE_Y}H${x.toFixed(1)}`);
      const said = session ? t(time.isOpen ? 'slow.step' : 'scrubber.step', { step: time.place(cursor), length: time.length }) : '';
      if (words.textContent !== said) words.textContent = said;
      const right = x + WORDS_GAP + widthOf(said) > width;
      words.setAttribute('x', String(right ? x - WORDS_GAP : x + WORDS_GAP));
      words.setAttribute('text-anchor', right ? 'end' : 'start');
    },
  };
}

/** The name of the round that it is now. @param {SVGElement} picture @param {import('../state/types.js').State} s */
function markRound(picture, { cursor, length, perRound, motion }) {
  const riding = motion?.what === 'round' ? motion.round : null;
  const now = riding ?? (cursor >= length ? 0 : roundOf(perRound, Math.max(1, cursor)));
  const begun = length > 0 && cursor + (motion ? 1 : 0) > 0;
  for (const name of picture.querySelectorAll('.name')) name.classList.toggle('on', begun && Number(name.getAttribute('data-round')) === now);
}
