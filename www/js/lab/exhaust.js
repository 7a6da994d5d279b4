// Exhaust: every strategy of these traitors tried, or, where they are too many, some drawn by lot. It says which.

import { binder } from '../kit/dom.js';
import { answers, isSigned, isSlow, restsOn } from '../state/spec.js';
import { exhaustSearch } from './exhaust-search.js';
import { nextQuestions, ofArmy, ofTool, ofTraitor, stronger, weaker } from './next-questions.js';
import { answerOf, isTimed, leadOf, refusalOf, speedOf, toldAs } from './exhaust-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {ReturnType<typeof exhaustSearch>} Searching */

/** What is searched: words of slow letters, words in slots, what is sealed, or the situations of generals who are told by marks, round by round. @param {import('../state/types.js').State} state */
const searched = (state) => (isSlow(state) ? 'slow' : isSigned(state) ? 'seals' : restsOn(state, 'marks') ? 'situations' : 'words');

/** Whether what traitors can send is no list that could be tried. @param {import('../state/types.js').State} state */
const isSampledOnly = (state) =>
  isSlow(state) && !!state.scenario?.traitors.length && answers(state, 'sample') && !answers(state, 'exhaust');

/** Starting a search, and ending it. @param {Binder} binder @param {import('./lab.js').Bench} bench @param {Searching} search */
function buttons({ el }, { page: { t, store }, redraw }, search) {
  const isBusy = () => search.now().isBusy;
  const isStill = () => !isBusy() && !!store.state.scenario?.traitors.length;
  const cancel = () => {
    search.cancel();
    redraw();
  };
  /** @param {'solid' | 'line'} look @param {string} id @param {string} key @param {() => boolean} isShown @param {() => void} onclick */
  const button = (look, id, key, isShown, onclick) =>
    el('button', { class: `bar-button ${look}`, 'data-testid': id, hidden: () => !isShown(), onclick }, () => t(key));
  return el(
    'div',
    { class: 'lab-options' },
    button('solid', 'exhaust-start', 'lab.exhaust.start', () => isStill() && answers(store.state, 'exhaust'), () => search.start('exhaust')),
    button('line', 'sample-start', 'lab.sample.start', () => isStill() && answers(store.state, 'sample'), () => search.start('sample')),
    button('line', 'exhaust-cancel', 'lab.cancel', isBusy, cancel),
    search.nearest,
  );
}

/** How far it is, what came of it, and how fast it goes. @param {Binder} binder @param {Page} page @param {Searching} search */
function answer({ el }, { t, say, store }, search) {
  const told = () => toldAs(store.state);
  const progress = () => search.now().progress;
  const sentence = () => {
    const refused = search.refused();
    return refused ? refusalOf(say(), refused, told()) : answerOf(say(), search.now(), told());
  };
  return [
    el('progress', {
      class: 'lab-progress',
      hidden: () => !progress()?.total,
      max: () => progress()?.total ?? 1,
      value: () => progress()?.tried ?? 0,
      'aria-label': () => t('lab.exhaust'),
    }),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'exhaust-answer', 'data-answer': true }, sentence),
    el('p', { class: 'hint', hidden: () => !isTimed(search.now()) }, () => speedOf(say(), search.now())),
  ];
}

/** What one would ask next: of nobody, of an army where nothing breaks, of one of which nothing is claimed. @param {Page} page @param {Searching} search */
function next(page, search) {
  const { scenario } = page.store.state;
  const { progress, isBusy } = search.now();
  if (!scenario || isBusy) return [];
  if (scenario.traitors.length === 0) return [ofTraitor(page, scenario)];
  if (search.refused()?.code === 'nothing-claimed') return stronger(scenario).map(ofArmy(page));
  if (!progress?.done || progress.breaks) return [];
  return [...weaker(scenario).map(ofArmy(page)), ...(answers(page.store.state, 'attack') ? [ofTool(page, 'attack')] : [])];
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function exhaust(bench) {
  const { page } = bench;
  const { t, say, store } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  const search = exhaustSearch(bench);
  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => t('lab.exhaust.title')),
      el('p', { class: 'lab-lead' }, () => leadOf(say(), store.state.scenario?.traitors ?? [], searched(store.state))),
      buttons(drawing, bench, search),
      el('p', { class: 'hint', 'data-testid': 'sample-only', hidden: () => !isSampledOnly(store.state) }, () => t('lab.sample.only')),
      ...answer(drawing, page, search),
      nextQuestions(drawing, page, () => next(page, search)),
    ),
    refresh() {
      search.update();
      refresh();
      search.refresh();
    },
    stop: search.cancel,
  };
}
