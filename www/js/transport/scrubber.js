// The scrubber: rounds by name, a tick for each message, lies marked, a thumb that drags.

import { el as make, binder, svg as draw } from '../kit/dom.js';
import { nextBoundary, previousBoundary, roundOf, thumb } from '../state/motion.js';
import { lieMarks, nameSize, placeAt, segments, stepAt, TICKS, xOf } from './scrubber-line.js';
import { povOf, isSeen, nearestStop, visibleTime, visibleSteps } from '../state/pov.js';
import { liesOf } from '../state/session-cache.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./scrubber-line.js').Segment} Segment */

const HEIGHT = 60;
const LINE_Y = 32;
const THUMB_R = 10;
/** Room at either end so that the thumb stays inside. */
const INSET = 11;
/** Narrower, the decision has no name. */
const DECIDE_NAMED = 40;
/** Between the thumb and the words beside it. */
const WORDS_GAP = 14;
/** A press that moves less is no drag. */
const DRAG_PX = 4;
/** One notch of a wheel, and one line where a browser counts lines. */
const NOTCH_PX = 50;
const LINE_PX = 33;

/** @param {Page} page */
export function scrubber({ store, t, say }) {
  const { el, svg, refresh: ask } = binder();
  const s = () => store.state;
  let width = 0;
  /** @type {Segment[]} */
  let line = [];
  let drawn = '';
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @type {unknown} */
  let drawnOf = null;

  const names = svg('g', { class: 'names' });
  const marks = svg('g', { class: 'marks' });
  const ridden = svg('path', { class: 'ridden' });
  const knob = svg(
    'g',
    { class: 'thumb' },
    svg('circle', { r: THUMB_R, class: 'thumb-disc' }),
    svg('circle', { r: 3.5, class: 'thumb-dot' }),
  );
  const words = svg('text', { class: 'step-words', y: HEIGHT - 1 });
  const picture = svg('svg', { class: 'line', height: HEIGHT, 'aria-hidden': 'true' }, names, marks, ridden, knob, words);
  const value = () => {
    const now = s();
    if (!now.session || now.cursor === 0) return t('phase.before');
    if (now.cursor >= now.length) return t('phase.decided');
    const time = visibleTime(now);
    return t('scrubber.value', { step: time.place(now.cursor), length: time.length, round: roundOf(now.perRound, now.cursor) });
  };
  const node = el(
    'div',
    {
      class: 'scrubber',
      role: 'slider',
      tabindex: 0,
      'data-testid': 'scrubber',
      'aria-label': () => t('scrubber'),
      'aria-valuemin': 0,
      'aria-valuemax': () => visibleTime(s()).length,
      'aria-valuenow': () => visibleTime(s()).place(s().cursor),
      'aria-valuetext': value,
      'aria-disabled': () => (s().session ? null : 'true'),
      onkeydown: (/** @type {KeyboardEvent} */ event) => keyed(event),
      onpointerdown: (/** @type {PointerEvent} */ event) => grabbed(event),
      onpointermove: (/** @type {PointerEvent} */ event) => {
        if (node.hasPointerCapture(event.pointerId)) dragged(event);
      },
    },
    picture,
  );

  /** @param {KeyboardEvent} event */
  function keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const time = visibleTime(s());
    const here = time.place(s().cursor);
    /** @type {Record<string, number>} */
    const to = {
      ArrowUp: time.next(here),
      ArrowDown: time.previous(here),
      PageUp: nextBoundary(time.perRound, here),
      PageDown: previousBoundary(time.perRound, here),
    };
    if (!(event.key in to)) return;
    event.preventDefault();
    go(to[event.key]);
  }

  /** @param {number} place */
  function go(place) {
    const time = visibleTime(s());
    store.apply({ type: 'seek', step: time.step(Math.max(0, Math.min(time.length, place))) });
  }

  /** Where the pointer went down; null once it drags. @type {number | null} */
  let pressed = null;

  /** A press shows the step beneath. @param {PointerEvent} event */
  function grabbed(event) {
    if (!s().session || event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    pressed = event.clientX;
    const step = stopUnder(event);
    if (step !== s().cursor || s().motion) store.apply({ type: 'seek', step });
  }

  /** Where the transport may stand nearest to the pointer. @param {MouseEvent} event */
  function stopUnder(event) {
    const under = stepAt(line, event.clientX - node.getBoundingClientRect().left - INSET);
    return nearestStop(visibleSteps(s()), s().perRound, visibleTime(s()).step(under));
  }

  /** Dragged, the thumb takes the messengers along; in fog it goes by what is seen. @param {PointerEvent} event */
  function dragged(event) {
    if (pressed !== null && Math.abs(event.clientX - pressed) < DRAG_PX) return;
    pressed = null;
    if (povOf(s()) !== null) return store.apply({ type: 'seek', step: stopUnder(event) });
    store.apply({ type: 'scrub', place: placeAt(line, event.clientX - node.getBoundingClientRect().left - INSET) });
  }

  let turned = 0;
  /** A notch of the wheel is a step. @param {WheelEvent} event */
  function wheeled(event) {
    if (!s().session || event.ctrlKey) return;
    event.preventDefault();
    const by = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
    turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? by : by * LINE_PX;
    const notches = Math.trunc(turned / NOTCH_PX);
    if (notches === 0) return;
    turned -= notches * NOTCH_PX;
    const time = visibleTime(s());
    let place = time.place(s().cursor);
    for (let i = Math.abs(notches); i > 0; i--) place = notches > 0 ? time.next(place) : time.previous(place);
    go(place);
  }

  function redraw() {
    const { session } = s();
    const { perRound, step } = visibleTime(s());
    const total = perRound.reduce((/** @type {number} */ sum, count) => sum + (count ?? Infinity), 0);
    line = segments(
      Math.max(1, width - 2 * INSET),
      perRound.map((count) => count ?? 1),
    );
    const end = line[line.length - 1];
    names.replaceChildren();
    marks.replaceChildren();
    marks.append(draw('path', { class: 'base', d: `M${INSET} ${LINE_Y}H${INSET + end.x1}` }));
    const strip = total > TICKS;
    for (const part of line) {
      const x0 = INSET + part.x0;
      marks.append(draw('path', { class: 'bound', d: `M${x0} 4V42` }));
      const size = nameSize(part.x1 - part.x0);
      const name =
        part.round === 0
          ? part.x1 - part.x0 < DECIDE_NAMED
            ? ''
            : t('scrubber.decide')
          : size === 'none'
            ? ''
            : t(say().under(`scrubber.${part.round === 1 ? 'orders' : 'relays'}.${size}`, store.state.spec?.inputs), { round: part.round });
      names.append(draw('text', { class: 'name', 'data-round': part.round, x: x0 + (size === 'number' ? 4 : 7), y: 13 }, name));
      if (part.round === 0 || !session) continue;
      if (strip)
        marks.append(
          draw('rect', { class: 'dense', x: x0 + 2, y: LINE_Y - 6, width: Math.max(0, part.x1 - part.x0 - 4), height: 12 }),
        );
      const seen = visibleSteps(s());
      const lies = seen ? [] : liesOf(session, part.round);
      if (!strip) {
        const told = new Set(lies);
        const d = Array.from({ length: part.count }, (_, i) =>
          told.has(i) || !isSeen(seen, step(part.first + i)) ? '' : `M${(INSET + xOf(line, part.first + i)).toFixed(1)} ${LINE_Y - 6}v12`,
        ).join('');
        if (d) marks.append(draw('path', { class: 'tick', d }));
      }
      const places = lieMarks(part, lies).map((x) => (INSET + x).toFixed(1));
      if (places.length) {
        marks.append(draw('path', { class: 'lie-tick', d: places.map((x) => `M${x} ${LINE_Y - 10}v18`).join('') }));
        const flags = lieMarks(part, lies, 11).map((x) => `M${(INSET + x - 5).toFixed(1)} 48l5-6 5 6z`);
        marks.append(draw('path', { class: 'lie-flag', d: flags.join('') }));
      }
    }
    const last = INSET + end.x1;
    const mid = INSET + (end.x0 + end.x1) / 2;
    marks.append(
      draw('path', { class: 'bound', d: `M${last} 4V42` }),
      draw('rect', { class: 'decision', x: mid - 7, y: LINE_Y - 7, width: 14, height: 14, rx: 2 }),
    );
  }

  /** How wide the words are: measured once for each number of characters, for measuring makes the browser lay out the page. @param {string} said */
  function widthOf(said) {
    const key = `${s().lang} ${said.length}`;
    const known = widths.get(key) ?? /** @type {SVGTextElement} */ (words).getComputedTextLength();
    widths.set(key, known);
    return known;
  }

  function place() {
    const { cursor, length, perRound, session, motion } = s();
    const time = visibleTime(s());
    const at = thumb({ cursor: time.place(cursor), perRound: time.perRound, motion });
    const x = INSET + (length ? xOf(line, at) : 0);
    knob.setAttribute('transform', `translate(${x.toFixed(1)} ${LINE_Y})`);
    ridden.setAttribute('d', `M${INSET} ${LINE_Y}H${x.toFixed(1)}`);
    const now = motion?.what === 'round' ? motion.round : cursor >= length ? 0 : roundOf(perRound, Math.max(1, cursor));
    for (const name of names.children)
      name.classList.toggle('on', length > 0 && cursor + (motion ? 1 : 0) > 0 && Number(name.getAttribute('data-round')) === now);
    const said = session ? t('scrubber.step', { step: time.place(cursor), length: time.length }) : '';
    if (words.textContent !== said) words.textContent = said;
    const right = x + WORDS_GAP + widthOf(said) > width;
    words.setAttribute('x', String(right ? x - WORDS_GAP : x + WORDS_GAP));
    words.setAttribute('text-anchor', right ? 'end' : 'start');
  }

  function refresh() {
    ask();
    const { session, perRound, lang, link } = s();
    const key = `${width} ${lang} ${link} ${perRound.join()} ${povOf(s())}`;
    if (width > 0 && (key !== drawn || session !== drawnOf)) {
      drawn = key;
      drawnOf = session;
      picture.setAttribute('width', String(width));
      redraw();
    }
    if (width > 0) place();
  }

  node.addEventListener('wheel', wheeled, { passive: false });
  new ResizeObserver(([entry]) => {
    width = Math.round(entry.contentRect.width);
    refresh();
  }).observe(node);
  return { node: make('div', { class: 'scrubber-room' }, node), refresh };
}
