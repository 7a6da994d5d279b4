// The cost of safety: messages and rounds against the number of generals, with the open run among them.

import { binder } from '../kit/dom.js';
import { hallScale } from '../kit/hall-scale.js';
import { drawn, redraw } from '../kit/picture.js';
import { cost as costOf } from '../state/engine.js';
import { isCovered } from '../state/lesson.js';
import { DRAWN } from '../scene/world.js';
import { costPicture } from './cost-figure.js';
import { tenTo } from '../words/i18n.js';
import { nextOf } from './cost-run.js';
import { costSide } from './cost-side.js';
import { ROWS } from './cost-table.js';
import { costTold } from './cost-told.js';
import { plot } from './plot.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./plot.js').What} What */
/** @typedef {import('./cost-told.js').CostTold} CostTold */

const WHATS = /** @type {const} */ (['messages', 'rounds']);
/** From this power of ten on a number is told by its power. */
const POWERS_FROM = 6;

/** The axes alone, while a lesson asks what it costs. @param {ReturnType<typeof plot>} laid @returns {ReturnType<typeof plot>} */
const empty = (laid) => ({ ...laid, lines: laid.lines.filter(({ kind }) => kind === 'axis' || kind === 'grid'), dots: [], texts: laid.axes, mark: null });

/** The figure for the room there is. @param {Page} page @param {CostTold} told @param {What} what @param {{width: number, scale: number}} room */
function markup({ store, t }, told, what, room) {
  const { count, armyName } = told;
  const run = told.run(what);
  const own = told.own(what);
  const laid = plot({
    own,
    what,
    width: room.width,
    run,
    cost: costOf,
    shown: DRAWN,
    words: {
      number: count,
      power: (power) => (what === 'rounds' ? String(power) : power < POWERS_FROM ? count(10 ** power) : tenTo(power)),
      name: (kind) => t(kind === 'oral' ? 'lab.cost.oral' : `lab.cost.signed.${what}`),
      both: (value) => t('lab.cost.both', { count: value }),
      limit: t('lab.cost.shown', { count: DRAWN }),
      axes: [t(`lab.cost.axis.${what}`), t('lab.cost.axis')],
      tag: [t('lab.cost.tag', { count: count(run.value) }), armyName()],
    },
  });
  if (isCovered(store.state)) return costPicture(empty(laid), room, t('lab.cost.title'));
  const values = { count: count(run.value), army: armyName() };
  return costPicture(laid, room, own ? t('lab.cost.picture.own', { ...values, what: t(`lab.cost.${what}`), name: own.name }) : t(`lab.cost.picture.${what}`, values));
}

/** The figure in its room: drawn again when that, the run or what is counted has changed. @param {Binder} binder @param {Page} page @param {CostTold} told @param {() => What} what @param {() => void} resized */
function figure({ el }, page, told, what, resized) {
  const { store } = page;
  let room = { width: 0, scale: 1 };
  let last = '';
  const node = drawn(markup(page, told, what(), room));
  const box = el('div', { class: 'cost-box' }, node);
  new ResizeObserver(([{ contentRect }]) => {
    const scale = store.state.projector ? hallScale() : 1;
    const width = Math.floor(contentRect.width / scale);
    if (width === room.width && scale === room.scale) return;
    room = { width, scale };
    resized();
  }).observe(box);
  return {
    box,
    draw() {
      const now = `${what()} ${room.width} ${room.scale} ${store.state.lang} ${store.state.link} ${isCovered(store.state)}`;
      if (now === last) return;
      last = now;
      redraw(node, markup(page, told, what(), room));
    },
  };
}

/** What the next army takes: of protocols with a name of their own what the engine says of it, where it has so many. @param {Page} page @param {CostTold} told */
function more({ t, store }, { isRelayed, count }) {
  if (!isRelayed()) {
    const next = nextOf(store.state);
    if (!next) return '';
    const { n, m, rounds, messages, perPhase, spec } = next;
    const sum = t('lab.cost.sum', { count: Number(messages.total), messages: count(messages.total), rounds: t('lab.cost.sum.rounds', { count: rounds }) });
    return t(`lab.cost.more.${perPhase ? 'phase' : spec.model === 'synchronous' ? 'rounds' : 'slow'}`, { n, m, sum });
  }
  const totals = ROWS.map(({ n, m }) => Number(costOf(n, m).oral.total));
  const times = totals.slice(1).map((total, i) => Math.round(total / totals[i]));
  return t('lab.cost.more', { least: Math.min(...times), most: Math.max(...times) });
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function cost({ page, redraw: again }) {
  const own = binder();
  const { el } = own;
  const { t, id } = page;
  // What protocols beyond the start are called.
  page.learn(['protocols']).then(again, reportError);
  const told = costTold(page);
  /** @type {What} */
  let what = 'messages';
  const shown = figure(own, page, told, () => what, again);

  /** @param {What} name */
  const option = (name) =>
    el(
      'button',
      {
        class: 'cheat',
        'data-testid': `cost-${name}`,
        'aria-pressed': () => String(what === name),
        onclick() {
          what = name;
          again();
        },
      },
      () => t(`lab.cost.${name}`),
    );
  const node = el(
    'div',
    { class: 'cost' },
    el(
      'section',
      { 'aria-labelledby': id('cost-title') },
      el(
        'div',
        { class: 'cost-head' },
        el('h3', { id: id('cost-title') }, () => t('lab.cost.title')),
        el('div', { class: 'cheats', role: 'group', 'aria-labelledby': id('cost-title') }, ...WHATS.map(option)),
        el('p', { class: 'lab-lead' }, () => t(`lab.cost.lead.${what}`)),
      ),
      shown.box,
      el('p', { class: 'cost-more', 'data-answer': true }, () => more(page, told)),
    ),
    costSide(own, page, told),
  );
  return {
    node,
    refresh() {
      own.refresh();
      shown.draw();
    },
  };
}
