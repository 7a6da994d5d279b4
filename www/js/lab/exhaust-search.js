// A search of every strategy, or of some drawn by lot, on its way: started, told piece by piece, cancelled, forgotten.

import { ARMY } from './asked-army.js';
import { noteOf, toldAs } from './exhaust-words.js';
import { question } from './question.js';

/** @typedef {import('#generals').SearchProgress} Progress */
/**
 * How far a search is; `spent`: milliseconds of searching so far.
 * @typedef {{progress: Progress | null, spent: number, isBusy: boolean, isCancelled: boolean}} Search
 */

/** Nothing was tried yet. @type {Search} */
const FRESH = { progress: null, spent: 0, isBusy: false, isCancelled: false };

/** A run that breaks. @param {import('../shell/page.js').Page} page @param {Progress} progress @param {import('../state/types.js').Scenario} scenario @returns {import('./found.js').Finding} */
const findingOf = ({ t, say, store }, progress, { n, traitors }) => ({
  link: progress.found,
  title: () => t('lab.exhaust.found', { n, k: traitors.length }),
  note: () => noteOf(say(), progress, toldAs(store.state)),
});

/** @param {import('./lab.js').Bench} bench */
export function exhaustSearch(bench) {
  const { page, ask, show, redraw } = bench;
  const { store } = page;
  const asking = question(bench);
  let now = FRESH;
  /** The army that is asked about. */
  let about = '';

  const link = () => ARMY.exhaust(store.state.link);

  function cancel() {
    if (!now.isBusy) return;
    ask.close();
    now = { ...now, isBusy: false, isCancelled: true };
  }

  function forget() {
    cancel();
    now = FRESH;
    asking.forget();
    show(null);
  }

  return {
    now: () => now,
    refused: asking.refused,
    nearest: asking.nearest,
    refresh: asking.refresh,
    cancel,
    /** Another army is another question. */
    update() {
      if (about === link()) return;
      about = link();
      forget();
    },
    /** @param {'exhaust' | 'sample'} kind */
    start(kind) {
      const { scenario } = store.state;
      if (!scenario) return;
      forget();
      now = { ...now, isBusy: true };
      ask.search(kind, link(), ({ error, progress, took = 0 }) => {
        if (error) {
          now = { ...now, isBusy: false };
          return asking.refuse(error);
        }
        if (!progress) return;
        now = { ...now, progress, spent: now.spent + took, isBusy: !progress.done };
        if (progress.done && progress.breaks) show(findingOf(page, progress, scenario));
        else redraw();
      });
      redraw();
    },
  };
}
