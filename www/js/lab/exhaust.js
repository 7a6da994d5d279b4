// Exhaust: every strategy of these traitors tried, or, where they are too many, some drawn by lot. It says which.

import { edit } from '../core.js';
import { pen } from '../dom.js';
import { question } from './question.js';

/** @typedef {import('#generals').SearchProgress} Progress */

/** @param {import('../panels/lab.js').Bench} bench @returns {import('../panels/lab.js').Tool} */
export function exhaust(bench) {
  const {
    page: { t, say, store },
    ask,
    show,
    redraw,
  } = bench;
  const { el, refresh } = pen();
  /** @type {Progress | null} */
  let progress = null;
  /** Milliseconds of searching so far. */
  let spent = 0;
  /** @type {(() => void) | null} */
  let cancel = null;
  let cancelled = false;
  const asking = question(bench);
  let about = '';

  const link = () => edit(store.state.link, { lies: [] });

  function forget() {
    cancel?.();
    cancel = null;
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
    cancel = ask.search(kind, link(), ({ error, progress: now, took = 0 }) => {
      if (error) {
        if (error.name !== 'LabError') throw error;
        cancel = null;
        return asking.refuse(error);
      }
      if (!now) return;
      spent += took;
      progress = now;
      if (now.done) cancel = null;
      if (now.done && now.breaks)
        show({
          link: now.found,
          title: t('lab.exhaust.found', { n: scenario.n, k: scenario.traitors.length }),
          note: t(now.found === null ? 'lab.nolink' : now.kind === 'sampled' ? 'lab.shrunk' : 'lab.first'),
        });
      else redraw();
    });
    redraw();
  }

  /** One of three sentences that never share words. */
  const answer = () => {
    const refused = asking.refused();
    if (refused) return t(`lab.exhaust.${refused.code}`, { count: refused.size ?? 0 });
    if (!progress) return '';
    const { kind, tried, total, done, breaks } = progress;
    const values = { tried, all: total ?? 0 };
    if (breaks) return t(kind !== 'sampled' ? 'lab.exhaust.some' : done ? 'lab.sample.found' : 'lab.sample.shrinking', values);
    if (kind !== 'exhausted') return t(kind === 'part' ? 'lab.exhaust.part' : 'lab.sample.none', values);
    return t(done ? 'lab.exhaust.none' : cancelled ? 'lab.exhaust.cancelled' : 'lab.exhaust.so-far', values);
  };
  /** Tried in a second. */
  const rate = () => (progress && spent > 0 ? (progress.tried / spent) * 1000 : 0);
  const left = () => (progress?.total && rate() > 0 ? Math.ceil((progress.total - progress.tried) / rate()) : null);

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.exhaust.title')),
    el('p', { class: 'lab-lead' }, () => {
      const { protocol, traitors = [] } = store.state.scenario ?? {};
      if (traitors.length === 0) return t('lab.exhaust.nobody');
      return t(protocol === 'sm' ? 'lab.exhaust.lead.sm' : 'lab.exhaust.lead', { who: say().list(traitors.map((id) => say().general(id))) });
    }),
    el(
      'div',
      { class: 'lab-options' },
      el(
        'button',
        { class: 'bar-button solid', 'data-testid': 'exhaust-start', hidden: () => cancel !== null, onclick: () => start('exhaust') },
        () => t('lab.exhaust.start'),
      ),
      el(
        'button',
        { class: 'bar-button line', 'data-testid': 'sample-start', hidden: () => cancel !== null, onclick: () => start('sample') },
        () => t('lab.sample.start'),
      ),
      el(
        'button',
        {
          class: 'bar-button line',
          'data-testid': 'exhaust-cancel',
          hidden: () => cancel === null,
          onclick: () => {
            cancel?.();
            cancel = null;
            cancelled = true;
            redraw();
          },
        },
        () => t('lab.cancel'),
      ),
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
    el('p', { class: 'hint', hidden: () => !progress }, () => {
      const seconds = left();
      const speed = t('lab.rate', { count: Number(rate().toPrecision(2)) });
      return seconds !== null && cancel ? `${speed} ${t('lab.left', { count: seconds })}` : speed;
    }),
  );
  return {
    node,
    refresh() {
      // Another army is another question.
      if (about !== store.state.link) {
        about = store.state.link;
        forget();
        show(null);
      }
      refresh();
      asking.refresh();
    },
    stop: forget,
  };
}
