// Phases: in which phase coins end a run, measured over seeds, with everybody's own coin and with one for all. Each bar opens a run.

import { binder } from '../kit/dom.js';
import { edit, read } from '../state/engine.js';
import { areAlike, COINS, endsIn, further, meanOf, rowsOf, uncounted, withPiece } from './phase-counts.js';
import { question } from './question.js';
import { why } from './why.js';

/** @typedef {import('./phase-counts.js').Coin} Coin */
/** @typedef {import('./phase-counts.js').Counted} Counted */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** A bar that is looked at. @typedef {{coin: Coin, phase: number | null}} Chosen */

/** How many seeds may be asked for. */
const SEEDS = [100, 1_000];
/** Seeds of a piece at most. */
const PIECE = 10;
/** Milliseconds of a piece, if a single seed takes no longer: short enough to tell how far it is, and so few that the next question need not wait. */
const PIECE_MS = 120;
/** The mean is told to so many decimals. */
const DECIMALS = 2;

/** The same army with another seed. @param {string} link @param {number} by */
const seeded = (link, by) => edit(link, { seed: further(read(link).scenario.seed, by) });

/** How many seeds, as buttons. @param {Binder} binder @param {Page} page @param {() => number} wanted @param {(seeds: number) => void} want */
const seedButtons = ({ el }, { t, say }, wanted, want) =>
  el(
    'div',
    { class: 'lab-options cheats', role: 'group', 'aria-label': () => t('lab.phases.seeds') },
    el('span', { class: 'label' }, () => t('lab.phases.seeds')),
    ...SEEDS.map((seeds) =>
      el('button', { class: 'cheat', 'data-testid': `phases-${seeds}`, 'aria-pressed': () => String(wanted() === seeds), onclick: () => want(seeds) }, () => say().number(seeds)),
    ),
  );

/** One bar with its number; it opens a run that ended so. @param {Binder} own @param {Page} page @param {Counted} known @param {Chosen} at @param {() => Chosen | null} chosen @param {(at: Chosen) => void} choose */
function bar(own, { t, say }, known, at, chosen, choose) {
  const { coin, phase } = at;
  const count = known[coin].get(phase)?.count ?? 0;
  const values = { phase: phase ?? 0, count: known.seeds, runs: count, coin: t(`lab.phases.${coin}`) };
  if (count === 0) return own.el('span', { class: 'phase-bar' }, own.el('span', { class: 'unseen' }, t(`lab.phases.${coin}`)), '0');
  return own.el(
    'button',
    {
      class: 'phase-bar',
      'data-testid': `phase-${coin}-${phase ?? 'undecided'}`,
      'aria-label': t(phase === null ? 'lab.phases.bar.undecided' : 'lab.phases.bar', values),
      'aria-pressed': () => String(chosen()?.coin === coin && chosen()?.phase === phase),
      onclick: () => choose(at),
    },
    own.el('i', { class: coin, style: `inline-size: ${Math.max(0.5, (100 * count) / known.seeds)}%` }),
    own.el('span', {}, say().number(count)),
  );
}

/** The bars, a row for each phase. @param {Binder} binder @param {Page} page @param {() => Counted} now @param {() => Chosen | null} chosen @param {(at: Chosen) => void} choose */
const figure = ({ el, list }, page, now, chosen, choose) =>
  list(
    el('ol', { class: 'phase-rows', 'data-answer': true, 'aria-label': () => page.t('lab.phases.rows'), hidden: () => now().seeds === 0 }),
    () => rowsOf(now()),
    (phase) => `${phase} ${page.store.state.lang} ${now().seeds} ${page.store.state.link}`,
    (phase, own) =>
      own.el(
        'li',
        {},
        own.el('b', {}, page.t(phase === null ? 'lab.phases.undecided' : 'lab.phases.phase', { phase: phase ?? 0 })),
        own.el('span', { class: 'phase-bars' }, ...COINS.map((coin) => bar(own, page, now(), { coin, phase }, chosen, choose))),
      ),
  );

/** The mean of each coin. @param {Page} page @param {Counted} known @param {Coin} coin */
function meanWords({ t }, known, coin) {
  const { runs, mean } = meanOf(known, coin);
  const values = { coin: t(`lab.phases.${coin}`), count: runs, mean: mean?.toFixed(DECIMALS) ?? '', seeds: known.seeds };
  return t(mean === null ? 'lab.phases.mean.none' : 'lab.phases.mean', values);
}

/** Measures piece by piece. @param {import('./lab.js').Bench} bench */
function measurement({ ask, redraw }) {
  let now = uncounted();
  return {
    now: () => now,
    forget: () => void (now = uncounted()),
    /** @param {string} link @param {number} seeds @param {() => boolean} isWanted */
    async measure(link, seeds, isWanted) {
      now = uncounted();
      // A seed of a large army takes as long as hundreds of a small one.
      let next = 1;
      while (now.seeds < seeds) {
        const begun = performance.now();
        const piece = await ask.ask('phases', seeded(link, now.seeds), Math.min(next, seeds - now.seeds));
        if (!isWanted()) break;
        now = withPiece(now, piece);
        next = performance.now() - begun < PIECE_MS / 2 ? Math.min(PIECE, 2 * next) : Math.max(1, Math.floor(next / 2));
        redraw();
      }
      return now;
    },
    /** The run of a bar: the first seed that ended so. @param {string} link @param {Chosen} at @returns {Promise<string | null>} */
    async runOf(link, { coin, phase }) {
      const first = now[coin].get(phase)?.first;
      if (first === undefined) return null;
      for (let i = 0; i < PIECE; i++) {
        const one = seeded(link, first + i);
        if (endsIn(await ask.ask('phases', one, 1), coin, phase)) return edit(one, { by: coin === 'common' ? 'common' : null });
      }
      return null;
    },
  };
}

/** What leads: what is tossed, and what was measured. @param {Binder} binder @param {Page} page @param {ReturnType<typeof measurement>} measuring @param {() => number} wanted @param {() => import('#generals').LabError | null} refused */
function told({ el }, page, measuring, wanted, refused) {
  const { t } = page;
  const isBusy = () => measuring.now().seeds < wanted() && refused() === null;
  const sentence = () => {
    if (refused()) return t(`lab.phases.${refused()?.code}`);
    return isBusy() ? t('lab.computing') : t('lab.phases.measured', { count: measuring.now().seeds });
  };
  return [
    el('progress', { class: 'lab-progress', hidden: () => !isBusy(), max: wanted, value: () => measuring.now().seeds, 'aria-label': () => t('lab.phases') }),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'phases-answer', 'data-answer': true }, sentence),
    ...COINS.map((coin) =>
      el(
        'p',
        { class: 'phase-mean', 'data-testid': `phases-mean-${coin}`, 'data-answer': true, hidden: () => isBusy() || refused() !== null },
        el('i', { class: `phase-key ${coin}` }),
        el('span', {}, () => meanWords(page, measuring.now(), coin)),
      ),
    ),
  ];
}

/** Where both coins come to the same, and what would show a difference. @param {Binder} binder @param {Page} page @param {() => Counted} now @param {() => number} wanted */
function alike({ el }, { t, store }, now, wanted) {
  const traitors = () => store.state.scenario?.traitors.length ?? 0;
  const isRandom = () => store.state.scenario?.strategy === 'random';
  return el(
    'div',
    { class: 'lab-options cheats phases-alike', 'data-testid': 'phases-alike', 'data-answer': true, hidden: () => now().seeds < wanted() || !areAlike(now()) },
    el('span', {}, () => t('lab.phases.alike')),
    el(
      'button',
      { class: 'cheat', 'data-testid': 'phases-random', hidden: () => traitors() === 0 || isRandom(), onclick: () => store.apply({ type: 'edit', changes: { strategy: 'random' } }) },
      () => t('lab.phases.random', { count: traitors() }),
    ),
  );
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function phases(bench) {
  const { page, show, redraw } = bench;
  const { t, store } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  /** @type {ReturnType<typeof question<Counted>>} */
  const asking = question(bench);
  const measuring = measurement(bench);
  let wanted = SEEDS[0];
  /** @type {Chosen | null} */
  let chosen = null;
  /** What is measured. */
  let words = '';

  function update() {
    const { link } = store.state;
    const now = `${link} ${wanted}`;
    if (now !== words) {
      words = now;
      chosen = null;
      measuring.forget();
    }
    void asking.put(now, () => measuring.measure(link, wanted, () => words === now)).then((given) => given && redraw());
  }

  /** @param {Chosen} at */
  async function choose(at) {
    const { link } = store.state;
    chosen = at;
    redraw();
    const run = await measuring.runOf(link, at);
    if (run === null || chosen !== at || store.state.link !== link) return;
    const key = at.phase === null ? 'lab.phases.found.undecided' : 'lab.phases.found';
    show({ link: run, title: () => t(key, { coin: t(`lab.phases.${at.coin}`), phase: at.phase ?? 0 }), note: () => t('lab.phases.seed', { seed: read(run).scenario.seed }), isBrief: true });
  }

  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => t('lab.phases.title')),
      el('p', { class: 'lab-lead' }, () => t('lab.phases.lead')),
      seedButtons(drawing, page, () => wanted, (seeds) => {
        wanted = seeds;
        redraw();
      }),
      ...told(drawing, page, measuring, () => wanted, asking.refused),
      alike(drawing, page, measuring.now, () => wanted),
      figure(drawing, page, measuring.now, () => chosen, choose),
      el('p', { class: 'hint', hidden: () => measuring.now().seeds === 0 }, () => t('lab.phases.open')),
      why(drawing, page, () => t('lab.phases.why')),
    ),
    refresh() {
      update();
      refresh();
    },
    stop: asking.stop,
  };
}
