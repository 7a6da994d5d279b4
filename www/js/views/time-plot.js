// The figure of space and time as it stands in the page: drawn for the room there is, its front moved and its arrows marked as time goes on.

import { hallScale } from '../kit/hall-scale.js';
import { drawn, redraw } from '../kit/picture.js';
import { picture } from '../paint/svg.js';
import { povOf } from '../state/pov.js';
import { isDecided } from '../state/decided.js';
import { gapOf, MARGIN, sizesOf, timePicture } from './time-figure.js';
import { arrowOf, followed, front } from './time-front.js';
import { timeShields } from './time-shields.js';
import { captionOf, lastStep, wordsOf } from './time-words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */

/** The front is kept so far from the edge. */
const EDGE = 60;
/** More steps than this are not looked up one by one. */
const MARKED = 2000;

/** The arrows of steps at which the other of two runs differs. @param {State} s @param {TimeFigure} figure */
function differingIn({ session, differing }, figure) {
  const steps = session && differing ? [...differing].slice(0, MARKED) : [];
  return new Set(
    steps.map((step) => {
      const event = session?.event(step);
      return event?.kind === 'message' ? arrowOf(figure, event, step) : -1;
    }),
  );
}

/** Which arrows are looked at, chosen or different. @param {SVGElement} plot @param {State} s @param {TimeFigure} figure */
function markArrows(plot, s, figure) {
  const { session, lit, message, length } = s;
  const step = lit ?? message;
  const shown = session && step !== null && step < length ? followed(figure, session, step) : new Set();
  const other = differingIn(s, figure);
  plot.classList.toggle('looking', shown.size > 0);
  for (const node of arrowsOf(plot)) {
    const index = Number(node.dataset.arrow);
    const { first, last } = figure.arrows[index];
    node.classList.toggle('lit', shown.has(index));
    node.classList.toggle('picked', first === last && first === message);
    node.classList.toggle('differs', other.has(index));
  }
}

/** Lines and labels of arrows. @param {SVGElement} plot @returns {NodeListOf<SVGElement>} */
const arrowsOf = (plot) => plot.querySelectorAll('[data-arrow]');

/** How far each has come. @param {SVGElement} plot @param {TimeFigure} figure @param {ReturnType<typeof front>['stage']} stage */
function markStages(plot, figure, stage) {
  const stages = figure.arrows.map(stage);
  for (const { dataset } of arrowsOf(plot)) {
    const now = stages[Number(dataset.arrow)];
    if (dataset.stage !== now) dataset.stage = now;
  }
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => void} resized */
export function timePlot(binder, page, resized) {
  const { store, t, say } = page;
  const { el } = binder;
  const s = () => store.state;
  let room = { width: 0, height: 0 };
  /** How many times larger it is shown. */
  let scale = 1;
  /** @type {TimeFigure | null} */
  let figure = null;
  let key = '';
  let frontAt = -1;

  const svg = drawn(picture({}, []));
  const plot = el('div', { class: 'time-plot', ...pointing(page, () => figure) }, svg);
  const shields = timeShields(binder, page, () => figure?.lines ?? [], () => gapOf(room.height, s().scenario?.n ?? 1), () => scale);
  const scroll = el(
    'div',
    { class: 'time-scroll', tabindex: 0, role: 'group', 'aria-label': () => t('view.time') },
    el('div', { class: 'time-sheet' }, shields, plot),
  );

  /** The figure for the room there is. */
  function draw() {
    const { session, scenario, perRound, link, lang } = s();
    if (!session || !scenario || room.width === 0) return;
    const [eyes, open, until] = [povOf(s()), s().message, lastStep(s())];
    const now = [link, lang, room.width, room.height, scale, eyes, open, until, eyes !== null && isDecided(s())].join(' ');
    if (now === key) return;
    key = now;
    figure = session.spaceTime({ ...sizesOf(room, scenario.n, perRound.length), eyes, open, until });
    redraw(svg, timePicture(figure, wordsOf(s(), say(), figure), captionOf(s(), say(), figure), scale));
    frontAt = -1;
  }

  /** How far time has come, and where more may have changed which arrows are marked. @param {boolean} all */
  function mark(all) {
    if (!figure) return;
    const { x, stage } = front(figure, s());
    markStages(svg, figure, stage);
    svg.querySelector('.decisions')?.classList.toggle('before', !isDecided(s()));
    if (x !== frontAt) {
      svg.querySelector('.front')?.setAttribute('transform', `translate(${x} 0)`);
      follow(scroll, x * scale);
      frontAt = x;
    }
    if (all) markArrows(svg, s(), figure);
  }

  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = scroll;
    const now = s().projector ? hallScale() : 1;
    if (clientWidth === 0 || (clientWidth / now === room.width && clientHeight / now === room.height)) return;
    scale = now;
    room = { width: clientWidth / scale, height: clientHeight / scale };
    resized();
  }).observe(scroll);
  return { node: scroll, figure: () => figure, draw, mark };
}

/** Keeps the front in sight. @param {HTMLElement} scroll @param {number} x */
function follow(scroll, x) {
  const from = scroll.scrollLeft + MARGIN;
  const to = scroll.scrollLeft + scroll.clientWidth - EDGE;
  if (x < from + 8 || x > to) scroll.scrollLeft = x - MARGIN - (scroll.clientWidth - MARGIN) / 2;
}

/** What a pointer does to arrows. @param {Page} page @param {() => TimeFigure | null} figure */
function pointing({ store }, figure) {
  /** The first step of the arrow under it. @param {Event} event */
  function stepUnder({ target }) {
    const node = target instanceof Element ? target.closest('[data-arrow]') : null;
    return node instanceof SVGElement ? (figure()?.arrows[Number(node.dataset.arrow)].first ?? null) : null;
  }
  return {
    onclick: (/** @type {Event} */ event) => store.apply({ type: 'pick', step: stepUnder(event) }),
    onpointerover: (/** @type {PointerEvent} */ event) => {
      if (event.pointerType === 'mouse' && povOf(store.state) === null) store.apply({ type: 'light', step: stepUnder(event) });
    },
    onpointerleave: () => store.apply({ type: 'light', step: null }),
  };
}
