// Split brain: where letters are slow, two runs in each of which a third is dead, and the run into which traitors glue them.

import { binder } from '../kit/dom.js';
import { isCovered } from '../state/lesson.js';
import { ARMY } from './asked-army.js';
import { named } from './ring-cards.js';
import { question } from './question.js';
import { splitCards } from './split-cards.js';
import { absentOf, breaking, BLOCS, isSame } from './split-worlds.js';
import { why } from './why.js';

/** @typedef {import('#generals').SplitBrain} SplitBrain */
/** @typedef {import('../shell/page.js').Page} Page */

/** The run of a world. @param {Page} page @param {SplitBrain} brain @param {number} world @returns {import('./found.js').Finding} */
function findingOf(page, brain, world) {
  const { t } = page;
  const absent = absentOf(brain, world);
  const who = () => named(page, brain.blocs[absent]);
  const { link } = brain.worlds[world];
  return {
    link,
    title: () => t(world === 2 ? 'lab.split.found' : 'lab.split.found.dead', { number: world + 1, who: who(), count: brain.blocs[absent].length }),
    note: () => (link ? '' : t('lab.nolink')),
    isBrief: true,
  };
}

/** What the blocs cannot tell apart. @param {Page} page @param {SplitBrain | null} brain */
function eyesWords({ t }, brain) {
  if (!brain) return [];
  return /** @type {const} */ ([1, 2]).map((world) => t(isSame(brain, world) ? 'lab.split.same' : 'lab.split.differs', { bloc: BLOCS[world === 1 ? 0 : 2], number: world }));
}

/** @param {Page} page @param {SplitBrain} brain */
function brokenWords({ t, say }, brain) {
  const worlds = breaking(brain);
  return t('lab.split.breaks', { count: worlds.length, worlds: say().list(worlds.map((number) => t('lab.split.world', { number }))) });
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function splitBrain(bench) {
  const { page, ask, show } = bench;
  const { t, store } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  /** @type {ReturnType<typeof question<SplitBrain>>} */
  const asking = question(bench, true);
  const now = asking.answer;
  let chosen = 0;

  /** @param {number} world */
  function choose(world) {
    chosen = world;
    const known = now();
    show(known && findingOf(page, known, world));
  }

  async function update() {
    const link = ARMY['split-brain'](store.state.link);
    const given = await asking.put(link, () => ask.ask('splitBrain', link));
    if (given) choose(isCovered(store.state) ? 0 : Math.max(0, (breaking(given).at(-1) ?? 1) - 1));
  }

  function sentence() {
    const refused = asking.refused();
    if (refused) return t(`lab.split.${refused.code}`, { count: refused.size ?? 0, n: store.state.scenario?.n ?? 0, m: store.state.scenario?.m ?? 0 });
    const known = now();
    return known ? brokenWords(page, known) : t('lab.computing');
  }

  return {
    node: el(
      'div',
      {},
      el('h3', { 'data-answer': true }, () => t('lab.split.title')),
      el('p', { class: 'lab-lead', 'data-answer': true }, () => t('lab.split.lead')),
      why(drawing, page, () => t('lab.split.why'), () => t('lab.split.why.seals'), () => t('lab.split.why.scenario')),
      el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'split-answer', 'data-answer': true }, sentence),
      asking.nearest,
      splitCards(drawing, page, now, () => chosen, choose),
      list(
        el('ul', { class: 'split-eyes', 'data-testid': 'split-eyes', 'data-answer': true }),
        () => eyesWords(page, now()),
        (words) => words,
        (words, own) => own.el('li', {}, words),
      ),
    ),
    refresh() {
      update();
      refresh();
      asking.refresh();
    },
    stop: asking.stop,
  };
}
