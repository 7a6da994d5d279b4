// Too few rounds: the runs between “all attack” and “all retreat”, and the halving that finds one that breaks.

import { binder } from '../kit/dom.js';
import { drawn, redraw } from '../kit/picture.js';
import { isCovered } from '../state/lesson.js';
import { ARMY } from './asked-army.js';
import { chainCards, outcome } from './chain-cards.js';
import { cardsOf, halvingPicture } from './chain-figures.js';
import { question } from './question.js';
import { why } from './why.js';

/** @typedef {import('#generals').Chain} Chain */
/** @typedef {import('#generals').ChainPlace} Place */
/** @typedef {import('../shell/page.js').Page} Page */

/** A run of the chain. @param {Page} page @param {Place} run @returns {import('./found.js').Finding} */
function findingOf({ t, say, store }, { link, place, leftOut, tellsApart }) {
  const seers = () => say().generals(tellsApart);
  return {
    link,
    title: () => t('lab.chain.run', { place: place + 1, count: leftOut }),
    isBrief: true,
    note: () => (place === 0 ? '' : t(tellsApart.length ? 'lab.chain.only' : say().under('lab.chain.nobody', store.state.spec?.inputs), { who: seers() })),
  };
}

/** What is answered, in a sentence. @param {Page} page @param {Chain | null} chain @param {ReturnType<typeof question>} asking */
function answerWords({ t, store }, chain, asking) {
  const refused = asking.refused();
  if (refused) {
    const { code, size } = refused;
    return t(`lab.chain.${code}`, { n: size ?? 0, count: code === 'too-few' ? (store.state.scenario?.m ?? 0) + 1 : (size ?? 0) });
  }
  if (!chain) return t('lab.computing');
  const { tried, length } = chain;
  return t(tried.at(-1)?.broken ? 'lab.chain.found' : 'lab.chain.none', { count: tried.length, all: length });
}

/** The picture of the halving. @param {Page} page @param {() => Chain | null} now @param {() => number} chosen */
function halving(page, now, chosen) {
  const { t } = page;
  const markup = () =>
    halvingPicture(now(), chosen(), {
      label: t('lab.chain.picture'),
      tells: (run) => t('lab.chain.tells', { place: run.place + 1, what: t(`lab.chain.${outcome(page, run)}`) }),
    });
  const node = drawn(markup());
  return { node, draw: () => redraw(node, markup()) };
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function chain(bench) {
  const { page, ask, show } = bench;
  const { t, say, store } = page;
  const own = binder();
  const { el } = own;
  /** @type {ReturnType<typeof question<{chain: Chain, cards: Place[]}>>} */
  const asking = question(bench, true);
  const now = () => asking.answer()?.chain ?? null;
  /** Of a chain that a lesson asks about the ends alone. */
  const cards = () => (asking.answer()?.cards ?? []).filter(({ place }) => !isCovered(store.state) || place === 0 || place === (now()?.length ?? 0) - 1);
  let chosen = -1;

  async function update() {
    const link = ARMY.chain(store.state.link);
    const given = await asking.put(link, async () => {
      const chain = await ask.ask('chain', link);
      return { chain, cards: await Promise.all(cardsOf(chain).map((place) => ask.ask('chainRun', link, place))) };
    });
    if (given) bench.redraw();
  }

  /** @type {Chain | null} */
  let begun = null;
  /** The last run that was tried comes first, once it may be told. */
  function begin() {
    const known = isCovered(store.state) ? null : now();
    if (known === begun) return;
    begun = known;
    if (known) choose(known.tried.at(-1)?.place ?? 0);
  }

  /** @param {number} place */
  function choose(place) {
    chosen = place;
    const run = cards().find((card) => card.place === place);
    if (!run) return;
    show(findingOf(page, run));
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

  const told = (/** @type {string} */ key) => t(say().under(key, store.state.spec?.inputs));
  const picture = halving(page, () => (isCovered(store.state) ? null : now()), () => chosen);
  const strip = chainCards(own, page, cards, now, { chosen: () => chosen, choose, advance });
  const node = el(
    'div',
    {},
    el('h3', { 'data-answer': true }, () => t('lab.chain.title')),
    el('p', { class: 'lab-lead', 'data-answer': true }, () => told('lab.chain.lead')),
    why(own, page, () => told('lab.chain.why'), () => told('lab.chain.key')),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'chain-answer', 'data-answer': true }, () => answerWords(page, now(), asking)),
    asking.nearest,
    picture.node,
    strip,
  );
  return {
    node,
    refresh() {
      update();
      own.refresh();
      picture.draw();
      asking.refresh();
      begin();
    },
    stop: asking.stop,
  };
}
