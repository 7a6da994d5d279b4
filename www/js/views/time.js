// The run in space and time: a line for each general, an arrow for each message, bundled where there are many.

import { el as make, binder, svg } from '../kit/dom.js';
import { isDecided } from '../state/store.js';
import { plain } from '../words/narrate.js';
import { sentence } from '../transport/narration.js';
import { roundEnds, roundStart } from '../state/motion.js';
import { povOf, givenOrder, givenTo, loyalty } from '../state/pov.js';
import { shield, token } from '../kit/icons.js';
import { hasOpinions, isCommander } from '../state/spec.js';
import { CROWN } from '../scene/art.js';
import { liesOf, votesOf } from '../state/session-cache.js';
import { DIGIT, draw, sign, tokenSize } from './time-draw.js';
import { DRAWN } from '../scene/world.js';
import { arrowOf, counted, followed, front } from './time-front.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */

/** Room for shields before the lines, for names above the bands, and for a banner and why it is raised. */
const MARGIN = 56;
const HEAD = 36;
const NAME = 72;
const DECISION = 184;
/** Below the bands: the arrow of time. */
const FOOT = 28;
/** The front is kept so far from the edge. */
const EDGE = 60;
/** More steps than this are not looked up one by one. */
const MARKED = 2000;

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function time(page, side = '') {
  const { store, t, say } = page;
  const { el, list, refresh: ask } = binder();
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  let room = { width: 0, height: 0 };
  /** @type {TimeFigure | null} */
  let figure = null;
  /** @type {ReturnType<typeof draw> | null} */
  let drawn = null;
  let key = '';
  let frontAt = -1;

  /** In fog nothing is drawn that is still to come. @returns {number | null} */
  const until = () => (!fog() ? null : s().motion?.what === 'round' ? roundEnds(s().perRound)[(s().motion?.round ?? 1) - 1] : s().cursor);
  const gap = () => Math.max(32, Math.min(116, (room.height - HEAD - FOOT) / (s().scenario?.n ?? 1)));

  /** What each decides and why, as far as the reader may know. @returns {import('./time-draw.js').Words['ends']} */
  function ends() {
    const { session, scenario, verdict } = s();
    if (!session || !scenario || !verdict) return [];
    const viewer = povOf(s());
    if (viewer !== null && !isDecided(s())) return Array(scenario.n).fill({ order: null, why: '', traitor: false });
    return Array.from({ length: scenario.n }, (_, i) => {
      const id = i + 1;
      const loyal = loyalty(s(), id);
      if (viewer !== null && viewer !== id) return { order: null, why: '', traitor: false };
      if (!loyal) return { order: null, why: fog() ? '' : t('time.uncounted'), traitor: true };
      if (isCommander(s(), id)) return { order: givenOrder(s()), why: t('time.own'), traitor: false };
      // In runs too large to be drawn, folding every tree takes too long.
      const why = session.length > DRAWN ? '' : counted(votesOf(session, id));
      return { order: verdict.decisions[id] ?? null, why, traitor: false };
    });
  }

  /** The figure for the room there is. */
  function redraw() {
    const { session, scenario, perRound, link, lang } = s();
    if (!session || !scenario || room.width === 0) return;
    const now = [link, lang, room.width, room.height, povOf(s()), s().message, until(), fog() && isDecided(s())].join(' ');
    if (now === key) return;
    key = now;
    const { half, box } = tokenSize(gap());
    const { protocol } = scenario;
    const all = ends();
    const decide = /** @type {[string, string]} */ ([t('scrubber.decide'), t(say().under('time.decide', protocol))]);
    const names = perRound.map((_, i) => /** @type {[string, string]} */ ([t('heard.round', { round: i + 1 }), '']));
    figure = session.spaceTime({
      width: Math.floor(room.width),
      height: Math.floor(room.height - FOOT),
      margin: MARGIN,
      head: HEAD,
      names: names.map(() => NAME),
      decision: DECISION,
      token: [box, box],
      digit: DIGIT,
      eyes: povOf(s()),
      open: s().message,
      until: until(),
    });
    figure.bands.forEach(({ grain, messages }, i) => {
      names[i][1] = grain !== 'messages' ? t('counts.messages', { count: messages }) : i < 2 ? t(say().under(`time.round.${i + 1}`, s().spec?.inputs)) : '';
    });
    drawn = draw(figure, {
      half,
      gap: figure.lines.length > 1 ? figure.lines[1] - figure.lines[0] : gap(),
      loyal: figure.lines.map((_, i) => loyalty(s(), i + 1)),
      names,
      decide,
      ends: all,
      later: t('time.time'),
    });
    drawn.picture.setAttribute('aria-label', plainCaption());
    plot.replaceChildren(drawn.picture);
    frontAt = -1;
  }

  /** The arrows of steps at which the other of two runs differs. @param {TimeFigure} now */
  function differing(now) {
    const { session, differing } = s();
    if (!session || !differing) return new Set();
    return new Set(
      [...differing].slice(0, MARKED).map((step) => {
        const event = session.event(step);
        return event.kind === 'message' ? arrowOf(now, event, step) : -1;
      }),
    );
  }

  /** Which arrows are marked, and how far time has come. @param {boolean} all whether more than time may have changed */
  function mark(all) {
    if (!figure || !drawn) return;
    const { x, stage } = front(figure, s());
    const { arrows } = figure;
    drawn.nodes.forEach((nodes, i) => {
      const now = stage(arrows[i]);
      for (const node of nodes) if (node.dataset.stage !== now) node.dataset.stage = now;
    });
    drawn.decisions.classList.toggle('before', !isDecided(s()));
    if (x !== frontAt) {
      drawn.front.setAttribute('transform', `translate(${x} 0)`);
      const from = scroll.scrollLeft + MARGIN;
      const to = scroll.scrollLeft + scroll.clientWidth - EDGE;
      if (x < from + 8 || x > to) scroll.scrollLeft = x - MARGIN - (scroll.clientWidth - MARGIN) / 2;
      frontAt = x;
    }
    if (!all) return;
    const { session, lit, message, length } = s();
    const step = lit ?? message;
    const shown = session && step !== null && step < length ? followed(figure, session, step) : new Set();
    const other = differing(figure);
    drawn.picture.classList.toggle('looking', shown.size > 0);
    drawn.nodes.forEach((nodes, i) => {
      const { first, last } = arrows[i];
      for (const { classList } of nodes) {
        classList.toggle('lit', shown.has(i));
        classList.toggle('picked', first === last && first === message);
        classList.toggle('differs', other.has(i));
      }
    });
  }

  /** The arrow under a pointer. @param {Event} event */
  function arrowUnder(event) {
    const node = event.target instanceof Element ? event.target.closest('[data-arrow]') : null;
    return node instanceof SVGElement && figure ? figure.arrows[Number(node.dataset.arrow)] : null;
  }
  /** @param {Event} event */
  function click(event) {
    store.apply({ type: 'pick', step: arrowUnder(event)?.first ?? null });
  }

  /** @returns {string[]} */
  function caption() {
    const { session, scenario, verdict, perRound } = s();
    if (!session || !scenario || !verdict) return [];
    const { protocol, n, m, traitors } = scenario;
    const values = {
      generals: t('generals.counted', { count: n }),
      rounds: t('time.rounds', { count: m + 1 }),
      traitors: t('time.traitors', { count: traitors.length }),
      run: t(say().under('time.run', protocol), { m }),
    };
    const viewer = povOf(s());
    const told = (/** @type {number} */ cursor) => plain(sentence({ ...s(), cursor, motion: null }, say()));
    const grains = new Set(figure?.bands.map(({ grain }) => grain));
    const drawn = ['pairs', 'senders'].filter((grain) => grains.has(/** @type {any} */ (grain))).map((grain) => t(`time.${grain}`));
    if (viewer !== null) return [t('time.title.fog', values), t('time.fog', { who: say().general(viewer) }), ...drawn];
    const { lies } = verdict;
    const only = lies === 1 ? perRound.findIndex((_, i) => liesOf(session, i + 1).length > 0) : -1;
    const lie = only >= 0 ? told(roundStart(perRound, only + 1) + liesOf(session, only + 1)[0] + 1) : lies ? t('time.lies', { count: lies }) : '';
    return [t('time.title', values), lie, told(s().length), ...drawn].filter(Boolean);
  }
  const plainCaption = () => caption().join(t('gap'));

  const plot = el('div', { class: 'time-plot', onclick: click });
  plot.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse' && !fog()) store.apply({ type: 'light', step: arrowUnder(event)?.first ?? null });
  });
  plot.addEventListener('pointerleave', () => store.apply({ type: 'light', step: null }));
  const shields = list(
    el('div', { class: 'time-shields' }),
    () => figure?.lines.map((y, i) => ({ id: i + 1, y, size: Math.min(36, gap() - 3) })) ?? [],
    ({ id, y, size }) => `${s().lang} ${s().link} ${s().spec?.inputs} ${id} ${y} ${size} ${povOf(s())}`,
    ({ id, y, size }, own) =>
      own.el(
        'button',
        {
          'aria-label': say().general(id),
          'aria-pressed': () => String(s().chosen === id),
          style: `inset-block-start:${y}px`,
          onclick: () => store.apply({ type: 'choose', general: id }),
        },
        shield(id, loyalty(s(), id), size),
        hasOpinions(s()) ? el('span', { class: 'time-opinion' }, token(givenTo(s(), id), 7, { open: givenTo(s(), id) === null })) : null,
        isCommander(s(), id) ? svg('svg', { class: 'crown', width: 22, height: 16, viewBox: CROWN.viewBox }, svg('path', { d: CROWN.d })) : null,
      ),
  );
  const scroll = el(
    'div',
    { class: 'time-scroll', tabindex: 0, role: 'group', 'aria-label': () => t('view.time') },
    el('div', { class: 'time-sheet' }, shields, plot),
  );

  /** What the signs mean that are drawn. */
  const signs = () => {
    const some = (/** @type {(arrow: import('../state/engine.js').TimeArrow) => number} */ count) => figure?.arrows.some(count);
    return [
      'A',
      'R',
      some(({ said }) => said[2]) ? 'none' : '',
      fog() ? '' : 'lie',
      some(({ refused }) => refused) ? 'refused' : '',
      'sent',
      'received',
    ].filter(Boolean);
  };
  const legend = list(
    el('ul', { class: 'time-legend' }),
    signs,
    (name) => `${s().lang} ${name}`,
    (name) => make('li', {}, sign(name), t(/^(A|R)$/.test(name) ? `order.${name}` : `time.sign.${name}`)),
  );
  const node = el(
    'div',
    { class: 'time', hidden: () => s().session === null, 'data-testid': side ? `time-${side}` : 'time' },
    scroll,
    el(
      'div',
      { class: 'time-foot' },
      legend,
      el(
        'button',
        {
          class: 'bar-button line',
          'data-testid': 'time-messages',
          hidden: side !== '',
          'aria-expanded': () => String(s().listing),
          'aria-controls': 'listing',
          onclick: () => store.apply({ type: 'listing', open: !s().listing }),
        },
        () => t('messages'),
      ),
      el('p', { class: 'time-caption', 'data-testid': side ? `time-caption-${side}` : 'time-caption' }, plainCaption),
    ),
  );
  new ResizeObserver(() => {
    if (scroll.clientWidth === 0 || (scroll.clientWidth === room.width && scroll.clientHeight === room.height)) return;
    room = { width: scroll.clientWidth, height: scroll.clientHeight };
    refresh();
  }).observe(scroll);

  function refresh() {
    redraw();
    ask();
    mark(true);
  }
  return { node, refresh, paint: () => mark(false) };
}
