// Exhaust: every strategy of these traitors tried, or, where they are too many, some drawn by lot. It says which.

import { edit } from '../state/engine.js';
import { isSigned } from '../state/spec.js';
import { binder } from '../kit/dom.js';
import { question } from './question.js';

/** @typedef {import('#generals').SearchProgress} Progress */

/** After less time than this a rate says nothing. */
const MEASURED_MS = 200;

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function exhaust(bench) {
  const {
    page: { t, say, store },
    ask,
    show,
    redraw,
  } = bench;
  const { el, refresh } = binder();
  /** @type {Progress | null} */
  let progress = null;
  /** Milliseconds of searching so far. */
  let spent = 0;
  let busy = false;
  let cancelled = false;
  const asking = question(bench);
  let about = '';

  /** What is said in the scenario plays no part. */
  const link = () => edit(store.state.link, { lies: [], strategy: 'honest' });

  function cancel() {
    if (busy) ask.close();
    cancelled ||= busy;
    busy = false;
  }

  function forget() {
    cancel();
    progress = null;
    asking.forget();
    cancelled = false;
    spent = 0;
  }

  /** @param {'exhaust' | 'sample'} kind */
  function start(kind) {
    const { scenario } = store.state;
    if (!scenario) return;
    forget();
    show(null);
    busy = true;
    ask.search(kind, link(), ({ error, progress: now, took = 0 }) => {
      if (error) {
        busy = false;
        return asking.refuse(error);
      }
      if (!now) return;
      spent += took;
      progress = now;
      busy = !now.done;
      if (now.done && now.breaks)
        show({
          link: now.found,
          title: () => t('lab.exhaust.found', { n: scenario.n, k: scenario.traitors.length }),
          note: () => t(now.found === null ? 'lab.nolink' : now.kind === 'sampled' ? 'lab.shrunk' : 'lab.first'),
        });
      else redraw();
    });
    redraw();
  }

  /** One of three sentences that never share words. */
  const answer = () => {
    const refused = asking.refused();
    if (refused) return t(say().under(`lab.exhaust.${refused.code}`, store.state.spec?.inputs), { count: refused.size ?? 0 });
    if (!progress) return '';
    const { kind, tried, total, done, breaks } = progress;
    const values = { tried, all: total ?? 0 };
    if (breaks) return t(kind !== 'sampled' ? 'lab.exhaust.some' : done ? 'lab.sample.found' : 'lab.sample.shrinking', values);
    if (kind !== 'exhausted') return t(kind === 'part' ? 'lab.exhaust.part' : 'lab.sample.none', values);
    return t(done ? say().under('lab.exhaust.none', store.state.spec?.inputs) : cancelled ? 'lab.exhaust.cancelled' : 'lab.exhaust.so-far', values);
  };
  /** @param {'solid' | 'line'} look @param {string} id @param {string} key @param {() => boolean} shown @param {() => void} onclick */
  const button = (look, id, key, shown, onclick) =>
    el('button', { class: `bar-button ${look}`, 'data-testid': id, hidden: () => !shown(), onclick }, () => t(key));
  const still = () => !busy && !!store.state.scenario?.traitors.length;

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.exhaust.title')),
    el('p', { class: 'lab-lead' }, () => {
      const { traitors = [] } = store.state.scenario ?? {};
      if (traitors.length === 0) return t('lab.exhaust.nobody');
      return t(isSigned(store.state) ? 'lab.exhaust.lead.sm' : 'lab.exhaust.lead', { who: say().list(traitors.map((id) => say().general(id))) });
    }),
    el(
      'div',
      { class: 'lab-options' },
      button('solid', 'exhaust-start', 'lab.exhaust.start', still, () => start('exhaust')),
      button('line', 'sample-start', 'lab.sample.start', still, () => start('sample')),
      button('line', 'exhaust-cancel', 'lab.cancel', () => busy, () => {
        cancel();
        redraw();
      }),
      asking.nearest,
    ),
    el('progress', {
      class: 'lab-progress',
      hidden: () => !progress?.total,
      max: () => progress?.total ?? 1,
      value: () => progress?.tried ?? 0,
      'aria-label': () => t('lab.exhaust'),
    }),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'exhaust-answer' }, answer),
    el('p', { class: 'hint', hidden: () => spent < MEASURED_MS }, () => {
      const { tried = 0, total = null } = progress ?? {};
      const rate = (tried / spent) * 1000;
      const speed = t('lab.rate', { count: Number(rate.toPrecision(2)) });
      return total && busy ? `${speed} ${t('lab.left', { count: Math.ceil((total - tried) / rate) })}` : speed;
    }),
  );
  return {
    node,
    refresh() {
      // Another army is another question.
      if (about !== link()) {
        about = link();
        forget();
        show(null);
      }
      refresh();
      asking.refresh();
    },
    stop: cancel,
  };
}
