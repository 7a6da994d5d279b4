// Too few rounds: the runs between “all attack” and “all retreat”, and the halving that finds one that breaks.

import { edit, read } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { shield, stamp, tokenAt } from '../kit/icons.js';
import { hasOpinions } from '../state/spec.js';
import { question } from './question.js';

/** @typedef {import('#generals').Chain} Chain */
/** @typedef {import('#generals').ChainRun} Run */
/** @typedef {import('#generals').ChainPlace} Place */

const WIDTH = 640;
const ROW = 34;
const MARGIN = 20;
/** From one lieutenant of a card to the next. */
const STEP = 20;
/** Armies with more are not drawn on cards: nobody could tell who is who. */
const DRAWN = 16;

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

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function chain(bench) {
  const {
    page: { t, say, store },
    ask,
    show,
  } = bench;
  const { el, svg, list, refresh } = binder();
  /** @type {ReturnType<typeof question<{chain: Chain, cards: Place[]}>>} */
  const asking = question(bench, true);
  const now = () => asking.answer()?.chain ?? null;
  const cards = () => asking.answer()?.cards ?? [];
  let chosen = -1;

  async function update() {
    const link = edit(store.state.link, { lies: [], traitors: [], stolen: [] });
    const given = await asking.put(link, async () => {
      const chain = await ask.ask('chain', link);
      return { chain, cards: await Promise.all(cardsOf(chain).map((place) => ask.ask('chainRun', link, place))) };
    });
    if (given) choose(given.chain.tried.at(-1)?.place ?? 0);
  }

  /** @param {number} place */
  function choose(place) {
    chosen = place;
    const run = cards().find((card) => card.place === place);
    if (!run) return;
    const seers = () => say().list(run.tellsApart.map((id) => say().general(id)));
    show({
      link: run.link,
      title: () => t('lab.chain.run', { place: place + 1, count: run.leftOut }),
      note: () => (place === 0 ? '' : t(run.tellsApart.length ? 'lab.chain.only' : say().under('lab.chain.nobody', store.state.spec?.inputs), { who: seers() })),
    });
    const card = /** @type {HTMLElement | null} */ (strip.querySelector('[aria-pressed="true"]'));
    if (card) strip.scrollLeft = card.offsetLeft - (strip.clientWidth - card.offsetWidth) / 2;
    return card;
  }

  /** From one run that was tried to the next or the last, as they were tried. @param {KeyboardEvent} event */
  function advance(event) {
    const by = ['ArrowLeft', '', 'ArrowRight'].indexOf(event.key) - 1;
    if (Math.abs(by) !== 1) return;
    event.stopPropagation();
    event.preventDefault();
    const tried = now()?.tried ?? [];
    const next = tried[tried.findIndex(({ place }) => place === chosen) + by];
    if (next) choose(next.place)?.focus();
  }

  /** @param {Run} run */
  const outcome = (run) => {
    const words = new Set(Object.values(run.obeyed));
    // Vectors may differ where all do the same.
    if (run.broken && words.size === 1 && hasOpinions(store.state)) return 'vectors';
    return words.size > 1 ? 'split' : words.has('A') ? 'attack' : 'retreat';
  };
  const x = (/** @type {number} */ place) => MARGIN + (place / Math.max(1, (now()?.length ?? 2) - 1)) * (WIDTH - 2 * MARGIN);

  const halving = list(
    /** @type {SVGElement} */ (svg('svg', { class: 'halving', role: 'img', 'aria-label': () => t('lab.chain.picture') })),
    () => {
      const known = now();
      if (!known) return [];
      const between = spans(known);
      return known.tried.map((run, i) => ({ run, i, span: between[i] }));
    },
    ({ run, i }) => `${store.state.lang} ${now()?.length} ${i} ${run.place} ${chosen === run.place}`,
    ({ run, i, span }, own) => {
      const y = ROW * (i + 0.5);
      const side = x(run.place) < WIDTH / 2 ? 1 : -1;
      return own.svg(
        'g',
        { class: `${run.broken ? 'broken' : ''}${chosen === run.place ? ' on' : ''}` },
        own.svg('path', { d: `M${x(span[0])} ${y}H${x(span[1])}M${x(span[0])} ${y - 5}v10M${x(span[1])} ${y - 5}v10` }),
        own.svg('circle', { cx: x(run.place), cy: y, r: 12 }),
        own.svg('text', { x: x(run.place), y: y + 5, 'text-anchor': 'middle' }, String(i + 1)),
        own.svg(
          'text',
          { class: 'verdict-word', x: x(run.place) + side * 20, y: y + 5, 'text-anchor': side > 0 ? 'start' : 'end' },
          t('lab.chain.tells', { place: run.place + 1, what: t(`lab.chain.${outcome(run)}`) }),
        ),
      );
    },
  );

  /** Between a card and the one before it: who sees a difference, or how many runs are folded away. @param {Place} run @param {Place} before */
  function seam(run, before) {
    const folded = run.place - before.place - 1;
    if (folded > 0) return el('span', { class: 'chain-ruler leaning' }, t('lab.chain.folded', { count: folded }));
    const [seer] = run.tellsApart;
    if (seer === undefined) return el('span', { class: 'chain-seam leaning' }, t('lab.chain.unseen'));
    return el('span', { class: 'chain-seam', role: 'img', 'aria-label': say().general(seer) }, shield(seer, true, 24));
  }

  /** The commander's order and what each lieutenant obeys; a road is cut where the order does not come, a traitor decides nothing. @param {Run} run */
  function picture({ link, order, obeyed }) {
    const { n, lies } = link ? read(link).scenario : { n: Object.keys(obeyed).length + 1, lies: [] };
    const width = STEP * (n - 1);
    return svg(
      'svg',
      { class: 'chain-army', 'aria-hidden': 'true', viewBox: `0 0 ${width} 58`, style: `max-inline-size:${width}px` },
      ...Array.from({ length: n - 1 }, (_, i) => {
        const [id, at] = [i + 2, STEP * (i + 0.5)];
        const cut = lies.some(({ path, to }) => path.length === 1 && to === id);
        const x = (width / 2 + at) / 2;
        return svg(
          'g',
          { class: cut ? 'cut' : '' },
          svg('path', { d: `M${width / 2} 19L${at} 37` }),
          cut ? svg('path', { class: 'cross', d: `M${x - 3} 25l6 6m0-6l-6 6` }) : '',
          obeyed[id] ? tokenAt(obeyed[id], at, 47.5, 8) : svg('circle', { cx: at, cy: 48, r: 5 }),
        );
      }),
      tokenAt(order, width / 2, 9.5, 8),
    );
  }

  /** Everybody's opinion and, below, what he obeys; cut where his opinion does not come to everyone. @param {Run} run */
  function opinions({ link, obeyed }) {
    const { n, i = '', lies } = read(link ?? store.state.link).scenario;
    const width = STEP * n;
    return svg(
      'svg',
      { class: 'chain-army', 'aria-hidden': 'true', viewBox: `0 0 ${width} 58`, style: `max-inline-size:${width}px` },
      ...Array.from({ length: n }, (_, index) => {
        const [id, at] = [index + 1, STEP * (index + 0.5)];
        const cut = lies.some(({ path }) => path.length === 1 && path[0] === id);
        return svg(
          'g',
          { class: cut ? 'cut' : '' },
          svg('path', { d: `M${at} 19V37` }),
          cut ? svg('path', { class: 'cross', d: `M${at - 3} 25l6 6m0-6l-6 6` }) : '',
          tokenAt(i[index] === 'A' ? 'A' : 'R', at, 9.5, 8),
          obeyed[id] ? tokenAt(obeyed[id], at, 47.5, 8) : svg('circle', { cx: at, cy: 48, r: 5 }),
        );
      }),
    );
  }

  const strip = list(
    el('ol', { class: 'chain-runs', onkeydown: advance }),
    () => cards().map((run, i, all) => ({ run, before: all[i - 1] })),
    ({ run }) => `${store.state.lang} ${run.place} ${run.link}`,
    ({ run, before }, own) => {
      const number = (now()?.tried.findIndex(({ place }) => place === run.place) ?? -1) + 1;
      const words = { number, place: run.place + 1 };
      return own.el(
        'li',
        {},
        before ? seam(run, before) : '',
        own.el(
          'button',
          {
            class: `window-card ${number ? 'tried' : ''}${run.broken ? ' breaks' : ''}`,
            'data-testid': `run-${run.place + 1}`,
            'aria-pressed': () => String(chosen === run.place),
            onclick: () => choose(run.place),
          },
          own.el('b', {}, t(number ? 'lab.chain.place' : 'lab.chain.untried', words)),
          Object.keys(run.obeyed).length > DRAWN ? '' : hasOpinions(store.state) ? opinions(run) : picture(run),
          own.el('span', { class: `window-state ${run.broken ? 'broken' : ''}` }, run.broken ? stamp('broken') : '', t(`lab.chain.${outcome(run)}`)),
          own.el('span', { class: 'fine' }, t('lab.chain.out', { count: run.leftOut })),
        ),
      );
    },
  );

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.chain.title')),
    el('p', { class: 'lab-lead' }, () => t(say().under('lab.chain.lead', store.state.spec?.inputs))),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'chain-answer' }, () => {
      const [answer, refused] = [asking.answer(), asking.refused()];
      if (refused) {
        const { code, size } = refused;
        return t(`lab.chain.${code}`, { n: size ?? 0, count: code === 'too-few' ? (store.state.scenario?.m ?? 0) + 1 : (size ?? 0) });
      }
      if (!answer) return t('lab.computing');
      const { tried, length } = answer.chain;
      return t(tried.at(-1)?.broken ? 'lab.chain.found' : 'lab.chain.none', { count: tried.length, all: length });
    }),
    asking.nearest,
    halving,
    el('p', { class: 'lab-lead', hidden: () => cards().length === 0 }, () => t(say().under('lab.chain.key', store.state.spec?.inputs))),
    strip,
  );
  return {
    node,
    refresh() {
      update();
      refresh();
      asking.refresh();
      const tried = now()?.tried.length ?? 0;
      halving.setAttribute('viewBox', `0 0 ${WIDTH} ${ROW * tried}`);
      halving.toggleAttribute('hidden', tried === 0);
    },
    stop: asking.stop,
  };
}
