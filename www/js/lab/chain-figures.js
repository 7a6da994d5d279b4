// The chain of runs as shapes: the halving that was tried, and an army on its card. Pure.

import { picture } from '../paint/svg.js';
import { tokenAt } from '../scene/signs.js';

/** @typedef {import('#generals').Chain} Chain */
/** @typedef {import('#generals').ChainRun} Run */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** What is said in the picture of the halving. @typedef {{label: string, tells: (run: Run) => string}} Words */

const WIDTH = 640;
const ROW = 34;
const MARGIN = 20;
/** From one lieutenant of a card to the next, and how high a card's picture is. */
const STEP = 20;
const ARMY_HEIGHT = 58;
/** On a card: the tokens of what is given and what is obeyed. */
const GIVEN = 9.5;
const OBEYED = 47.5;
const HALF = 8;

/** What the halving looked between, before each run it tried: the ends that still differ. @param {Chain} chain @returns {[number, number][]} */
export function spans({ length, tried }) {
  let ends = /** @type {[number, number]} */ ([0, length - 1]);
  const first = Object.values(tried[0]?.obeyed ?? {})[0];
  return tried.map(({ place, obeyed }, i) => {
    const span = ends;
    if (i > 1) ends = Object.values(obeyed)[0] === first ? [place, ends[1]] : [ends[0], place];
    return span;
  });
}

/** The places that stand as cards: what was tried, and its neighbours. @param {Chain} chain */
export function cardsOf({ length, tried }) {
  const places = tried.flatMap(({ place }) => [place - 1, place, place + 1]).filter((place) => place >= 0 && place < length);
  return [...new Set(places)].sort((a, b) => a - b);
}

/** A row for each run that was tried. @param {Chain} chain @param {number} chosen the place of the run that is shown @param {Words} words @returns {Drawn[]} */
function halvingShapes(chain, chosen, { tells }) {
  const between = spans(chain);
  const x = (/** @type {number} */ place) => MARGIN + (place / Math.max(1, chain.length - 1)) * (WIDTH - 2 * MARGIN);
  return chain.tried.map((run, i) => {
    const y = ROW * (i + 0.5);
    const at = x(run.place);
    const [from, to] = between[i].map(x);
    // Its words stand where there is more room.
    const side = at < WIDTH / 2 ? 1 : -1;
    return {
      kind: 'group',
      class: `${run.broken ? 'broken' : ''}${chosen === run.place ? ' on' : ''}`,
      shapes: [
        { kind: 'path', d: `M${from} ${y}H${to}M${from} ${y - 5}v10M${to} ${y - 5}v10` },
        { kind: 'text', class: 'verdict-word', text: tells(run), x: at + side * 20, y: y + 5, size: 13, align: side > 0 ? 'start' : 'end' },
        { kind: 'disc', x: at, y, rx: 12, ry: 12 },
        { kind: 'text', text: String(i + 1), x: at, y: y + 5, size: 13, align: 'middle' },
      ],
    };
  });
}

/** The halving as a drawing; nothing is seen where there is none. @param {Chain | null} chain @param {number} chosen @param {Words} words */
export function halvingPicture(chain, chosen, words) {
  const tried = chain?.tried.length ?? 0;
  const about = { class: 'halving', role: 'img', 'aria-label': words.label, viewBox: `0 0 ${WIDTH} ${ROW * tried}`, hidden: tried === 0 ? 'hidden' : null };
  return picture(about, chain ? halvingShapes(chain, chosen, words) : []);
}

/** @param {number} count columns @param {Drawn[]} shapes */
function army(count, shapes) {
  const width = STEP * count;
  return picture({ class: 'chain-army', 'aria-hidden': 'true', viewBox: `0 0 ${width} ${ARMY_HEIGHT}`, style: `max-inline-size:${width}px` }, shapes);
}

/** What one obeys at the end of his road; a traitor decides nothing. @param {string} road @param {Order | undefined} obeyed @param {number} x @param {number | null} cut where his road is cut @param {Drawn[]} [more] @returns {Drawn} */
const soldier = (road, obeyed, x, cut, more = []) => ({
  kind: 'group',
  class: cut === null ? '' : 'cut',
  shapes: [
    { kind: 'path', d: road },
    ...(cut === null ? [] : [/** @type {Drawn} */ ({ kind: 'path', class: 'cross', d: `M${cut - 3} 25l6 6m0-6l-6 6` })]),
    ...more,
    obeyed ? tokenAt(obeyed, x, OBEYED, HALF) : { kind: 'disc', x, y: 48, rx: 5, ry: 5 },
  ],
});

/**
 * The commander's order and what each lieutenant obeys; a road is cut where the order does not come.
 * @param {{n: number, order: Order, obeyed: Record<string, Order>, isCut: (id: number) => boolean}} run
 */
export function ordersPicture({ n, order, obeyed, isCut }) {
  const middle = (STEP * (n - 1)) / 2;
  const soldiers = Array.from({ length: n - 1 }, (_, i) => {
    const [id, x] = [i + 2, STEP * (i + 0.5)];
    return soldier(`M${middle} 19L${x} 37`, obeyed[id], x, isCut(id) ? (middle + x) / 2 : null);
  });
  return army(n - 1, [...soldiers, tokenAt(order, middle, GIVEN, HALF)]);
}

/**
 * Everybody's opinion and, below, what he obeys; cut where his opinion does not come to everyone.
 * @param {{opinions: string, obeyed: Record<string, Order>, isCut: (id: number) => boolean}} run
 */
export function opinionsPicture({ opinions, obeyed, isCut }) {
  const soldiers = [...opinions].map((opinion, i) => {
    const [id, x] = [i + 1, STEP * (i + 0.5)];
    return soldier(`M${x} 19V37`, obeyed[id], x, isCut(id) ? x : null, [tokenAt(opinion === 'A' ? 'A' : 'R', x, GIVEN, HALF)]);
  });
  return army(opinions.length, soldiers);
}
