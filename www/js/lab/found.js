// What the laboratory found: a run that breaks a condition, told lie by lie, and the way to play it.

import { open } from '../core.js';
import { pen } from '../dom.js';
import { plain, tellMessage } from '../narrate.js';
import { icon, stamp } from '../signs.js';
import { because, outcome } from '../panels/verdict.js';

/** A run, and how it is named. @typedef {{link: string | null, title: string, note: string}} Finding */

/** More lies than this are counted, not told. */
const TOLD = 8;
/** Runs with more steps are not searched for their lies here. */
const LOOKED_THROUGH = 20_000;
const CONDITIONS = /** @type {const} */ (['agreement', 'validity']);

/** @param {import('../page.js').Page} page */
export function found({ t, say, store }) {
  const { el, list, refresh } = pen();
  /** @type {Finding | null} */
  let finding = null;
  /** What is told of it. @type {{lies: string[], more: number, conditions: {condition: 'agreement' | 'validity', state: ReturnType<typeof outcome>, why: string}[]} | null} */
  let told = null;

  /** @param {string} link */
  function tell(link) {
    const run = open(link);
    const verdict = run.verdict();
    const { order } = run.scenario();
    /** @type {string[]} */
    const lies = [];
    for (let k = 1; k < Math.min(run.length, LOOKED_THROUGH) && lies.length < TOLD; k++) {
      const event = run.event(k);
      if (event.kind === 'message' && event.lie) lies.push(plain(tellMessage(say(), event, undefined)));
    }
    run.free();
    return {
      lies,
      more: (verdict.lies ?? 0) - lies.length,
      conditions: CONDITIONS.map((condition) => ({
        condition,
        state: outcome(verdict, condition),
        why: because(say(), verdict, condition, order),
      })),
    };
  }

  const node = el(
    'aside',
    { class: 'lab-found', 'data-testid': 'lab-found', 'aria-live': 'polite', hidden: () => finding === null },
    el('h3', {}, () => finding?.title ?? ''),
    list(
      el('ol', {}),
      () => told?.lies ?? [],
      (words) => `${store.state.lang} ${words}`,
      (words, own) => own.el('li', {}, words),
    ),
    el('p', { class: 'hint', hidden: () => !told || told.more <= 0 }, () => (told ? t('lab.more', { count: told.more }) : '')),
    list(
      el('ul', { class: 'pair-verdict' }),
      () => told?.conditions ?? [],
      ({ condition, state, why }) => `${store.state.lang} ${condition} ${state} ${why}`,
      ({ condition, state, why }, own) =>
        own.el(
          'li',
          { 'data-state': state },
          stamp(state),
          own.el(
            'span',
            {},
            own.el('b', { class: state }, `${plain(say().parts(condition))} ${t(`state.${state}`)}`),
            ' ',
            why,
          ),
        ),
    ),
    el(
      'a',
      {
        class: 'bar-button solid lab-play',
        'data-testid': 'lab-play',
        hidden: () => !finding?.link,
        // Followed as any link: the address changes, and Back returns here.
        href: () => (finding?.link ? `#${finding.link}` : null),
      },
      icon('play', 16),
      el('span', {}, () => t('lab.play')),
    ),
    el('p', { class: 'hint', hidden: () => !finding?.note }, () => finding?.note ?? ''),
  );

  let language = store.state.lang;
  return {
    node,
    /** @param {Finding | null} what */
    show(what) {
      finding = what;
      told = what?.link ? tell(what.link) : null;
    },
    refresh() {
      if (language !== store.state.lang && finding?.link) told = tell(finding.link);
      language = store.state.lang;
      refresh();
    },
  };
}
