// Break any protocol: two copies of everybody on a ring, a window that slides over it, and the attack read off.

import { binder } from '../kit/dom.js';
import { drawn, redraw } from '../kit/picture.js';
import { isCovered } from '../state/lesson.js';
import { isCommander } from '../state/spec.js';
import { quotation } from '../words/narrate.js';
import { ARMY } from './asked-army.js';
import { question } from './question.js';
import { named, ringCards } from './ring-cards.js';
import { ringPicture } from './ring-figure.js';
import { heardBy, roundsOf } from './ring-places.js';
import { ringWalk } from './ring-walk.js';
import { why } from './why.js';

/** @typedef {import('#generals').Ring} Ring */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./ring-walk.js').RingWalk} RingWalk */

/** The run that a window is. @param {Page} page @param {Ring} ring @param {number} index @returns {import('./found.js').Finding} */
function findingOf(page, ring, index) {
  const { t, say, store } = page;
  const { forged, holds, link, traitors, loyal, order, sameEyes } = ring.windows[index];
  const note = () =>
    forged && !holds
      ? t('lab.ring.forged', {
          who: say().general(forged.path.at(-1) ?? 1),
          to: say().general(forged.to),
          quote: quotation(say(), forged.path.slice(0, -1), order === 'A' ? 'R' : 'A'),
        })
      : t(!link ? 'lab.nolink' : sameEyes ? 'lab.ring.same' : 'lab.ring.differs');
  const title = () =>
    t(holds ? 'lab.ring.run' : forged ? 'lab.ring.needs' : 'lab.ring.read', { who: named(page, traitors), count: traitors.length, number: index + 1 });
  const copy = forged ? undefined : loyal.find(({ general }) => !isCommander(store.state, general));
  return { link, title, note, isBrief: true, twin: copy && { copy, heard: heardBy(ring, copy) } };
}

/** Whether it slides, and which round is shown. @param {Binder} binder @param {Page} page @param {() => Ring | null} now @param {RingWalk} walk @param {() => number} rounds */
const options = ({ el, list }, { t, store }, now, walk, rounds) =>
  el(
    'div',
    { class: 'lab-options', hidden: () => now() === null },
    el('button', { class: 'cheat', 'aria-pressed': () => String(walk.isSliding()), onclick: walk.toggle }, () =>
      t(walk.isSliding() ? 'lab.ring.stop' : 'lab.ring.slide'),
    ),
    list(
      el('div', { class: 'cheats' }),
      () => Array.from({ length: rounds() }, (_, i) => i + 1),
      (r) => `${r} ${store.state.lang}`,
      (r, own) =>
        own.el(
          'button',
          { class: 'cheat', 'aria-pressed': () => String(walk.round() === r), onclick: () => walk.show(r) },
          t('lab.ring.round', { round: r }),
        ),
    ),
  );

/** The ring with nothing decided and nothing judged, while a lesson asks about that. @param {Ring} ring @returns {Ring} */
const unjudged = (ring) => ({ ...ring, decisions: [], windows: ring.windows.map((window) => ({ ...window, holds: true })) });

/** The picture, drawn again when something else is to be seen. @param {Page} page @param {() => Ring | null} now @param {RingWalk} walk */
function figure({ t, say, store }, now, walk) {
  const words = () => ({
    label: t('lab.ring.picture'),
    a: t(say().under('lab.ring.a', store.state.spec?.inputs)),
    b: t(say().under('lab.ring.b', store.state.spec?.inputs)),
  });
  const node = drawn(ringPicture(null, words()));
  /** @type {unknown[]} */
  let last = [];
  return {
    node,
    draw() {
      const ring = now();
      const covered = isCovered(store.state);
      const seen = [ring, covered, walk.chosen(), walk.round(), store.state.lang, store.state.spec];
      if (seen.every((one, i) => one === last[i])) return;
      last = seen;
      const shown = ring && { ring: covered ? unjudged(ring) : ring, chosen: walk.chosen(), round: walk.round(), leads: (/** @type {number} */ id) => isCommander(store.state, id) };
      redraw(node, ringPicture(shown, words()));
    },
  };
}

/** What it says of itself below. @param {Page} page @param {Ring | null} ring */
function hint({ t }, ring) {
  const blocs = ring?.blocs ?? [];
  const enough = t('lab.ring.bloc', { count: Math.max(0, ...blocs.map(({ length }) => length)), n: blocs.flat().length });
  return [...(ring?.windows.some(({ forged }) => forged) ? [] : [enough]), t('lab.ring.plays')].join(t('gap'));
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function ring(bench) {
  const { page, ask, show } = bench;
  const { t, store } = page;
  const own = binder();
  const { el } = own;
  /** @type {ReturnType<typeof question<Ring>>} */
  const asking = question(bench, true);
  const now = asking.answer;
  const rounds = () => roundsOf(now(), store.state.scenario?.m ?? 0);
  const walk = ringWalk(rounds, bench.redraw, (index) => {
    const known = now();
    if (!known?.windows[index]) return;
    show(findingOf(page, known, index));
    bench.redraw();
  });

  async function update() {
    const link = ARMY.ring(store.state.link);
    const given = await asking.put(link, () => {
      walk.halt();
      return ask.ask('ring', link);
    });
    if (given) bench.redraw();
  }

  /** @type {{ring: Ring | null, covered: boolean}} */
  let begun = { ring: null, covered: false };
  /** The window that breaks comes first, once that may be told. */
  function begin() {
    const [known, covered] = [now(), isCovered(store.state)];
    if (!known || (known === begun.ring && covered === begun.covered)) return;
    begun = { ring: known, covered };
    walk.begin(covered ? 0 : Math.max(0, known.windows.findIndex(({ holds }) => !holds)));
  }

  const picture = figure(page, now, walk);
  const answer = () => {
    const refused = asking.refused();
    return refused ? t(`lab.ring.${refused.code}`, { count: refused.size ?? 0 }) : t('lab.computing');
  };
  const node = el(
    'div',
    {},
    el('h3', { 'data-answer': true }, () => t('lab.ring.title')),
    el('p', { class: 'lab-lead', 'data-answer': true }, () => t('lab.ring.lead')),
    why(own, page, () => t('lab.ring.why')),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'ring-answer', hidden: () => now() !== null }, answer),
    asking.nearest,
    options(own, page, now, walk, rounds),
    picture.node,
    ringCards(own, page, now, walk),
    el('p', { class: 'hint', 'data-answer': true, hidden: () => now() === null }, () => hint(page, now())),
  );
  return {
    node,
    refresh() {
      update();
      begin();
      own.refresh();
      picture.draw();
      asking.refresh();
    },
    stop() {
      walk.halt();
      asking.stop();
    },
  };
}
