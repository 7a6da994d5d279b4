// Too few rounds: the runs between “all attack” and “all retreat”, and the halving that finds one that breaks.

import { edit } from '../core.js';
import { pen } from '../dom.js';
import { shield, stamp, token } from '../signs.js';

/** @typedef {import('#generals').Chain} Chain */
/** @typedef {import('#generals').ChainRun} Run */
/** @typedef {import('#generals').ChainPlace} Place */

const WIDTH = 640;
const ROW = 34;
const MARGIN = 20;

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

/** @param {import('../panels/lab.js').Bench} bench @returns {import('../panels/lab.js').Tool} */
export function chain({ page: { t, say, store }, ask, show, redraw }) {
  const { el, svg, list, refresh } = pen();
  /** @type {Chain | null} */
  let now = null;
  /** @type {Place[]} */
  let cards = [];
  let refusal = '';
  let last = '';
  let chosen = -1;

  async function update() {
    const { scenario } = store.state;
    const link = edit(store.state.link, { lies: [], traitors: [], stolen: [] });
    const question = `${link} ${store.state.lang}`;
    if (question === last || !scenario) return;
    last = question;
    now = null;
    cards = [];
    refusal = '';
    show(null);
    try {
      const given = await ask.ask('chain', link);
      if (question !== last) return;
      now = given;
      redraw();
      const asked = await Promise.all(cardsOf(given).map((place) => ask.ask('chainRun', link, place)));
      if (question !== last) return;
      cards = asked;
      choose(given.tried.at(-1).place);
      const card = /** @type {HTMLElement | null} */ (strip.querySelector('[aria-pressed="true"]'));
      if (card) strip.scrollLeft = card.offsetLeft - (strip.clientWidth - card.offsetWidth) / 2;
    } catch (error) {
      if (question !== last) return;
      const { code, size } = /** @type {any} */ (error);
      refusal = code === 'too-few' ? t('lab.chain.few', { n: size, rounds: scenario.m + 1 }) : t('lab.chain.large');
      redraw();
    }
  }

  /** @param {number} place */
  function choose(place) {
    chosen = place;
    const run = cards.find((card) => card.place === place);
    if (!run) return;
    const seers = run.tellsApart.map((id) => say().general(id));
    const note = place === 0 ? '' : seers.length === 0 ? t('lab.chain.nobody') : t('lab.chain.only', { who: say().list(seers) });
    show({ link: run.link, title: t('lab.chain.run', { place: place + 1, count: run.leftOut }), note });
    redraw();
  }

  /** @param {Run} run */
  const outcome = (run) => {
    const words = new Set(Object.values(run.obeyed));
    return words.size > 1 ? 'split' : words.has('A') ? 'attack' : 'retreat';
  };
  const x = (/** @type {number} */ place) => MARGIN + (place / Math.max(1, (now?.length ?? 2) - 1)) * (WIDTH - 2 * MARGIN);

  const halving = list(
    /** @type {SVGElement} */ (svg('svg', { class: 'halving', role: 'img', 'aria-label': () => t('lab.chain.picture') })),
    () => {
      if (!now) return [];
      const between = spans(now);
      return now.tried.map((run, i) => ({ run, i, span: between[i] }));
    },
    ({ run, i }) => `${last} ${i} ${run.place} ${chosen === run.place}`,
    ({ run, i, span }, own) => {
      const y = ROW * (i + 0.5);
      return own.svg(
        'g',
        { class: `${run.broken ? 'broken' : ''}${chosen === run.place ? ' on' : ''}` },
        own.svg('path', { d: `M${x(span[0])} ${y}H${x(span[1])}M${x(span[0])} ${y - 5}v10M${x(span[1])} ${y - 5}v10` }),
        own.svg('circle', { cx: x(run.place), cy: y, r: 12 }),
        own.svg('text', { x: x(run.place), y: y + 5, 'text-anchor': 'middle' }, String(i + 1)),
      );
    },
  );

  /** Between a card and the one before it: who sees a difference, or how many runs are folded away. @param {Place} run @param {Place} before */
  function seam(run, before) {
    const folded = run.place - before.place - 1;
    if (folded > 0) return el('span', { class: 'chain-ruler' }, t('lab.chain.folded', { count: folded }));
    const [seer] = run.tellsApart;
    if (seer === undefined) return el('span', { class: 'chain-seam' }, t('lab.chain.unseen'));
    return el('span', { class: 'chain-seam', role: 'img', 'aria-label': say().general(seer), title: t('lab.chain.only', { who: say().general(seer) }) }, shield(seer, true, 24));
  }

  const strip = list(
    el('ol', { class: 'chain-runs' }),
    () => cards.map((run, i) => ({ run, before: cards[i - 1] })),
    ({ run }) => `${last} ${run.place}`,
    ({ run, before }, own) => {
      const number = (now?.tried.findIndex(({ place }) => place === run.place) ?? -1) + 1;
      const words = { number, place: run.place + 1 };
      return own.el(
        'li',
        {},
        before ? seam(run, before) : '',
        own.el(
          'button',
          {
            type: 'button',
            class: `window-card ${number ? 'tried' : ''}${run.broken ? ' breaks' : ''}`,
            'data-testid': `run-${run.place + 1}`,
            'aria-pressed': () => String(chosen === run.place),
            onclick: () => choose(run.place),
          },
          own.el('b', {}, t(number ? 'lab.chain.place' : 'lab.chain.untried', words)),
          own.el('span', { class: 'chain-words' }, ...Object.values(run.obeyed).map((order) => token(order, 8))),
          own.el('span', { class: `window-state ${run.broken ? 'broken' : ''}` }, run.broken ? stamp('broken') : '', t(`lab.chain.${outcome(run)}`)),
        ),
      );
    },
  );

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.chain.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.chain.lead')),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'chain-answer' }, () => {
      if (refusal) return refusal;
      if (!now) return t('lab.computing');
      const broken = now.tried.at(-1)?.broken;
      return t(broken ? 'lab.chain.found' : 'lab.chain.none', { count: now.tried.length, all: now.length });
    }),
    halving,
    el('p', { class: 'lab-lead', hidden: () => cards.length === 0 }, () => t('lab.chain.key')),
    strip,
  );
  return {
    node,
    refresh() {
      update();
      refresh();
      if (now) {
        halving.setAttribute('viewBox', `0 0 ${WIDTH} ${ROW * now.tried.length}`);
        halving.toggleAttribute('hidden', false);
      } else halving.toggleAttribute('hidden', true);
    },
    stop: () => {
      last = '';
    },
  };
}
