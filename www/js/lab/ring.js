// Break any protocol: two copies of everybody on a ring, a window that slides over it, and the attack read off.

import { edit } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { plain, quotation } from '../words/narrate.js';
import { CROWN, TENT } from '../scene/art.js';
import { centred, shield, stamp, tokenAt } from '../kit/icons.js';
import { isCommander } from '../state/spec.js';
import { question } from './question.js';

/** @typedef {import('#generals').Ring} Ring */
/** @typedef {import('#generals').RingCopy} Copy */
/** @typedef {{x: number, y: number}} Point */

const WIDTH = 560;
const HEIGHT = 300;
const RADIUS = { x: 208, y: 100 };
const CAMP = 27;
/** How wide a window is, and how far its middle is below that of its shields, for what they decide stands under them. */
const WINDOW = 102;
const LOWER = 8;
const SEATS = 6;
/** Seconds on each window while it slides. */
const SLIDE_MS = 2600;

/** Where the k-th bloc of the ring sits: the first copy's blocs down the left side, the second's up the right. @param {number} seat @returns {Point} */
export function seatAt(seat) {
  const angle = -(2 * Math.PI) / 3 - (seat / SEATS) * 2 * Math.PI;
  return { x: WIDTH / 2 + RADIUS.x * Math.cos(angle), y: HEIGHT / 2 + RADIUS.y * Math.sin(angle) };
}

/** The seat of a copy. @param {number[][]} blocs @param {{general: number, copy: 'a' | 'b'}} copy */
export const seatOf = (blocs, { general, copy }) => blocs.findIndex((bloc) => bloc.includes(general)) + (copy === 'b' ? 3 : 0);

/** The two blocs of a window, and the copy of the third that its traitors play to each. @param {Ring} ring @param {number} index @returns {{seat: number, plays: 'a' | 'b'}[]} */
export function facesOf({ blocs, windows }, index) {
  const seats = [...new Set(windows[index]?.loyal.map((copy) => seatOf(blocs, copy)))];
  const first = seats.find((seat) => seats.includes((seat + 1) % SEATS)) ?? 0;
  const faces = [[first, first + SEATS - 1], [first + 1, first + 2]];
  return faces.map(([seat = 0, neighbour = 0]) => ({ seat: seat % SEATS, plays: neighbour % SEATS < 3 ? 'a' : 'b' }));
}

/** What is said along each side of the ring in a round: from seat to seat, all words. @param {Ring} ring @param {number} round */
export function wordsOf(ring, round) {
  /** @type {Map<string, {from: number, to: number, words: Set<string>}>} */
  const sides = new Map();
  for (const message of ring.messages) {
    const from = seatOf(ring.blocs, message.from);
    const to = seatOf(ring.blocs, message.to);
    if (message.round !== round || from === to || message.said === null) continue;
    const key = `${from} ${to}`;
    const side = sides.get(key) ?? { from, to, words: new Set() };
    side.words.add(message.said);
    sides.set(key, side);
  }
  return [...sides.values()];
}

/** A bloc in few letters: its generals follow each other. @param {number[]} bloc */
const short = (bloc) => (bloc.length > 2 ? `${bloc[0]}–${bloc.at(-1)}` : bloc.join(' '));

/** What a copy hears on the ring. @param {Ring} ring @param {Copy} copy */
const heardBy = (ring, { general, copy }) => ring.messages.filter(({ to }) => to.general === general && to.copy === copy);

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function ring(bench) {
  const {
    page: { t, say, store },
    ask,
    show,
    redraw,
  } = bench;
  const { el, svg, list, refresh } = binder();
  /** @type {ReturnType<typeof question<Ring>>} */
  const asking = question(bench, true);
  const now = asking.answer;
  let chosen = 0;
  let round = 1;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let sliding;

  /** @param {number[]} bloc */
  const named = (bloc) => (bloc.length > 3 ? t('lab.ring.range', { from: bloc[0], to: bloc.at(-1) ?? 0 }) : say().list(bloc.map((id) => say().general(id))));

  async function update() {
    const link = edit(store.state.link, { lies: [], traitors: [], stolen: [] });
    const given = await asking.put(link, () => {
      halt();
      return ask.ask('ring', link);
    });
    if (!given) return;
    round = 1;
    choose(Math.max(0, given.windows.findIndex(({ holds }) => !holds)));
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    const known = now();
    const window = known?.windows[index];
    if (!window) return;
    const { forged, holds, link, traitors, loyal } = window;
    const note = () => forged && !holds
      ? t('lab.ring.forged', {
          who: say().general(forged.path.at(-1) ?? 1),
          to: say().general(forged.to),
          quote: quotation(say(), forged.path.slice(0, -1), window.order === 'A' ? 'R' : 'A'),
        })
      : t(!link ? 'lab.nolink' : window.sameEyes ? 'lab.ring.same' : 'lab.ring.differs');
    const title = () => t(holds ? 'lab.ring.run' : forged ? 'lab.ring.needs' : 'lab.ring.read', { who: named(traitors), count: traitors.length, number: index + 1 });
    const copy = forged ? undefined : loyal.find(({ general }) => !isCommander(store.state, general));
    show({ link, title, note, twin: copy && { copy, heard: heardBy(known, copy) } });
    redraw();
  }

  function halt() {
    clearInterval(sliding);
    sliding = undefined;
  }

  /** From a seat to the next, around shields and what they decide. @param {number} seat */
  function across(seat) {
    const [a, b] = [seatAt(seat), seatAt(seat + 1)];
    return `M${a.x} ${a.y + LOWER}L${b.x} ${b.y + LOWER}`;
  }

  /** Where the number of a window sits: on its inner edge. @param {number} seat */
  function knob(seat) {
    const [a, b] = [seatAt(seat), seatAt(seat + 1)];
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2 + LOWER];
    const [dx, dy] = [WIDTH / 2 - x, HEIGHT / 2 - y];
    const part = WINDOW / 2 / Math.hypot(dx, dy);
    return `${x + dx * part}px ${y + dy * part}px`;
  }

  /** @param {string | (() => string)} name */
  const pane = (name) => svg('path', { class: name, d: () => (now() ? across(chosen) : '') });

  /** First all rounds are ridden, then the window goes from one pair to the next. */
  function tick() {
    if (round > (store.state.scenario?.m ?? 0)) return choose((chosen + 1) % 3);
    round += 1;
    redraw();
  }

  /** What is said in the round that is shown: gone through once. @type {{ring: Ring | null, round: number, words: ReturnType<typeof wordsOf>}} */
  let told = { ring: null, round: 0, words: [] };

  function words() {
    const known = now();
    if (!known) return [];
    if (told.ring !== known || told.round !== round) told = { ring: known, round, words: wordsOf(known, round) };
    return told.words;
  }

  const sides = () =>
    words().map(({ from, to, words }) => {
      const [a, b] = [seatAt(from), seatAt(to)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = Math.hypot(dx, dy);
      // Each goes on his right, so that two who meet do not cover each other.
      const [ox, oy] = [(-dy / length) * 9, (dx / length) * 9];
      const at = (/** @type {number} */ part) => ({ x: a.x + dx * part + ox, y: a.y + dy * part + oy });
      const [ux, uy] = [(dx / length) * 6, (dy / length) * 6];
      const tip = `l${-ux - uy} ${ux - uy}m${ux + uy} ${uy - ux}l${uy - ux} ${-ux - uy}`;
      return { key: `${from}${to}${[...words]}`, tip, start: at(0.3), end: at(0.72), middle: at(0.5), words: [...words].sort() };
    });

  const figure = svg(
    'svg',
    { class: 'ring', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': () => t('lab.ring.picture') },
    svg('path', { class: 'night', d: `M${WIDTH / 2} 0H${WIDTH}V${HEIGHT}H${WIDTH / 2}Z` }),
    // One and the same mark, so that it is seen to slide.
    pane('window'),
    pane(() => `window${now()?.windows[chosen]?.holds === false ? ' broken' : ''}`),
    list(
      /** @type {SVGGElement} */ (svg('g', {})),
      sides,
      ({ key }) => `${round} ${key}`,
      ({ start, end, tip, middle, words }) => {
        const group = svg('g', { class: 'side' }, svg('path', { d: `M${start.x} ${start.y}L${end.x} ${end.y}${tip}` }));
        words.forEach((word, i) => {
          const sign = tokenAt(/** @type {'A' | 'R'} */ (word), middle.x + (i - (words.length - 1) / 2) * 20, middle.y, 8);
          sign.classList.add('rides');
          sign.style.setProperty('--from', `${start.x - middle.x}px ${start.y - middle.y}px`);
          group.append(sign);
        });
        return group;
      },
    ),
    list(
      /** @type {SVGGElement} */ (svg('g', {})),
      () => (now() ? Array.from({ length: SEATS }, (_, seat) => seat) : []),
      (seat) => `${seat} ${store.state.lang} ${now()?.blocs} ${now()?.windows[0].link}`,
      (seat) => {
        const { x, y } = seatAt(seat);
        const bloc = now()?.blocs[seat % 3] ?? [];
        const copy = seat < 3 ? 'a' : 'b';
        const decided = [...new Set(now()?.decisions.filter((d) => d.copy === copy && bloc.includes(d.general)).map((d) => d.order))].sort();
        const group = svg(
          'g',
          {},
          ...[-1, 1].map((side) => svg('path', { class: 'tents', d: TENT, transform: `translate(${x + side * CAMP} ${y + CAMP}) scale(.8)` })),
          centred(shield(`${short(bloc)}${copy}`, true, 2 * CAMP), x, y, 2 * CAMP),
          bloc.some((id) => isCommander(store.state, id)) ? svg('path', { class: 'leads', d: CROWN.d, transform: `translate(${x} ${y - CAMP - 4}) scale(1.3)` }) : '',
        );
        decided.forEach((word, i) => {
          group.append(tokenAt(word, x + (i - (decided.length - 1) / 2) * 23, y + CAMP + 16, 9));
        });
        return group;
      },
    ),
    svg(
      'g',
      { class: 'window-number', style: () => `translate:${knob(chosen)}`, visibility: () => (now() ? null : 'hidden') },
      svg('circle', { r: 12 }),
      svg('text', { y: 5, 'text-anchor': 'middle' }, () => String(chosen + 1)),
    ),
    svg('text', { class: 'copy-name leaning', x: 14, y: 24 }, () => t(say().under('lab.ring.a', store.state.spec?.inputs))),
    svg('text', { class: 'copy-name leaning', x: WIDTH - 14, y: 24, 'text-anchor': 'end' }, () => t(say().under('lab.ring.b', store.state.spec?.inputs))),
  );

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.ring.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.ring.lead')),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'ring-answer', hidden: () => now() !== null }, () => {
      const refused = asking.refused();
      return refused ? t(`lab.ring.${refused.code}`, { count: refused.size ?? 0 }) : t('lab.computing');
    }),
    asking.nearest,
    el(
      'div',
      { class: 'lab-options', hidden: () => now() === null },
      el(
        'button',
        {
          class: 'cheat',
          'aria-pressed': () => String(sliding !== undefined),
          onclick: () => {
            if (sliding !== undefined) halt();
            else {
              round = 1;
              sliding = setInterval(tick, SLIDE_MS);
            }
            redraw();
          },
        },
        () => t(sliding === undefined ? 'lab.ring.slide' : 'lab.ring.stop'),
      ),
      list(
        el('div', { class: 'cheats' }),
        () => Array.from({ length: (store.state.scenario?.m ?? 0) + 1 }, (_, i) => i + 1),
        (r) => `${r} ${store.state.lang}`,
        (r, own) =>
          own.el(
            'button',
            {
              class: 'cheat',
              'aria-pressed': () => String(round === r),
              onclick: () => {
                round = r;
                redraw();
              },
            },
            t('lab.ring.round', { round: r }),
          ),
      ),
    ),
    figure,
    list(
      el('div', { class: 'windows' }),
      () => now()?.windows.map((window, i) => ({ window, i })) ?? [],
      ({ window, i }) => `${i} ${store.state.lang} ${window.link}`,
      ({ window, i }, own) => {
        const unsent = window.forged && !window.holds;
        const state = window.holds ? 'holds' : unsent ? 'free' : 'broken';
        const { blocs } = /** @type {Ring} */ (now());
        const seats = [...new Set(window.loyal.map((copy) => seatOf(blocs, copy)))];
        const shields = (/** @type {number[]} */ bloc, /** @type {boolean} */ loyal) => own.el('span', {}, ...(bloc.length > 3 ? [own.el('b', { class: `${loyal ? 'loyal' : 'traitor'}-word` }, short(bloc))] : bloc.map((id) => shield(id, loyal, 24))));
        const sides = facesOf(/** @type {Ring} */ (now()), i).map(({ seat, plays }) => [
          shields(blocs[seat % 3], true),
          own.el('i', {}, window.traitors.length > 3 ? `${short(window.traitors)}${plays}` : window.traitors.map((id) => `${id}${plays}`).join(' ')),
        ]);
        return own.el(
          'button',
          {
            class: 'window-card',
            'data-testid': `window-${i + 1}`,
            'aria-pressed': () => String(chosen === i),
            onclick: () => {
              halt();
              choose(i);
            },
          },
          own.el('b', {}, t('lab.ring.window', { number: i + 1, loyal: seats.map((seat) => `${short(blocs[seat % 3])}${seat < 3 ? 'a' : 'b'}`).join(' ') })),
          own.el(
            'span',
            { class: 'window-army', 'data-testid': `army-${i + 1}` },
            ...(sides[0] ?? []),
            shields(window.traitors, false),
            ...(sides[1] ?? []).toReversed(),
          ),
          own.el('span', {}, t('lab.ring.if', { who: named(window.traitors), count: window.traitors.length })),
          own.el('span', {}, t(say().under(`lab.ring.must.${window.condition}`, store.state.spec?.inputs), { order: say().order(window.order) })),
          own.el('span', { class: `window-state ${state}`, 'data-state': state }, stamp(state), unsent ? t('lab.ring.unsent') : `${plain(say().parts(window.condition))} ${t(`state.${state}`)}`),
        );
      },
    ),
    el('p', { class: 'hint', hidden: () => now() === null }, () => {
      const blocs = now()?.blocs ?? [];
      const enough = t('lab.ring.bloc', { count: Math.max(0, ...blocs.map(({ length }) => length)), n: blocs.flat().length });
      return [...(now()?.windows.some(({ forged }) => forged) ? [] : [enough]), t('lab.ring.plays')].join(t('gap'));
    }),
  );
  return {
    node,
    refresh() {
      update();
      refresh();
      asking.refresh();
    },
    stop() {
      halt();
      asking.stop();
    },
  };
}
