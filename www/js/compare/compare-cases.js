// The two runs of a comparison beside each other: of each who lies, its figure, what the general hears and how it ends.

import { token } from '../kit/icons.js';
import { specOf } from '../state/engine.js';
import { isCovered } from '../state/lesson.js';
import { plain } from '../words/narrate.js';
import { outcome } from '../words/outcome.js';
import { conditions } from '../verdict/conditions.js';
import { onlyIn } from './beside.js';
import { NAMES, sideOf } from './compare-sides.js';
import { heardAs, truthOf } from './compare-words.js';
import { odd } from './compare-odd.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Side} Side */
/** @typedef {import('./compare-sides.js').Two} Two */

/** More rows than this are counted, not listed. */
const ROWS = 24;

/** What he hears on a side; what he hears on that side alone is marked. @param {Binder} binder @param {Page} page @param {Two} two @param {Side} i */
function hears({ el, list }, { store, t, say }, two, i) {
  const rows = () => {
    const mine = two.heard(i);
    const odd = new Set(isCovered(store.state) ? [] : onlyIn(mine, two.heard(i === 0 ? 1 : 0)));
    return mine.slice(0, ROWS).map((received) => ({ received, odd: odd.has(received) }));
  };
  return el(
    'div',
    { class: 'pair-heard', hidden: () => two.viewer() === null || two.side(i) === null },
    el('h4', { class: 'label' }, () => t('pair.hears', { who: say().general(two.viewer() ?? 1) })),
    list(
      el('ol', { 'data-testid': `pair-heard-${NAMES[i]}` }),
      rows,
      ({ received, odd }) => `${store.state.lang} ${JSON.stringify(received)} ${odd}`,
      ({ received, odd }, own) => {
        const spec = two.side(i)?.spec;
        return own.el(
          'li',
          { class: odd && two.side(1) ? 'odd' : '' },
          token(received.said, 9),
          own.el('span', { class: 'long' }, spec ? heardAs(say(), spec, received) : ''),
          own.el('span', { class: 'short' }, spec ? heardAs(say(), spec, received, true) : ''),
        );
      },
    ),
  );
}

/** Who lies on a side, or its protocol. @param {import('../words/i18n.js').Speech} say @param {Two} two @param {Side} i */
function truth(say, two, i) {
  const scenario = two.side(i)?.scenario;
  if (!scenario) return '';
  if (two.isOfProtocols()) return sideOf(say, two, i) ?? say.t(`protocol.${scenario.protocol}`);
  return two.isFoggy() ? say.t('pair.unknown') : truthOf(say, scenario);
}

/** What a map is called: whose it is, and how it ended. @param {import('../words/i18n.js').Speech} say @param {Two} two @param {Side} i */
function nameOf(say, two, i) {
  const ended = two.ended(i);
  const ends = ended ? ended.conditions.map((condition) => `${plain(say.parts(say.under(condition, specOf(ended.scenario.protocol).task)))} ${say.t(`state.${outcome(ended.verdict, condition)}`)}`) : [];
  return [`${say.t('pair.case', { number: i + 1 })}: ${truth(say, two, i)}`, ...ends].join(' ');
}

/** What a side is: its number, and who lies in it. @param {Binder} binder @param {Page} page @param {Two} two @param {Side} i */
function heading({ el }, { t, say }, two, i) {
  return el(
    'h3',
    {},
    el('span', { class: 'label', hidden: () => two.isOfProtocols() || two.isAlone() }, () => t('pair.case', { number: i + 1 })),
    el('span', { class: 'pair-truth' }, () => truth(say(), two, i)),
  );
}

/** Whether he can tell the two apart. @param {Binder} binder @param {Page} page @param {Two} two */
function sign({ el }, { t, say }, two) {
  return el(
    'div',
    {
      class: 'pair-sign',
      'data-answer': true,
      hidden: () => two.side(1) === null,
      'data-testid': 'pair-sign',
      'data-equal': () => String(!two.isOfProtocols() && two.isSame()),
    },
    el('span', { class: 'pair-equals', 'aria-hidden': 'true' }, () => (two.isOfProtocols() ? '' : two.isSame() ? '=' : '≠')),
    el('span', { class: 'label' }, () => (two.isOfProtocols() ? '' : t(two.isSame() ? 'pair.equal' : 'pair.differs', { who: say().general(two.alike()) }))),
  );
}

/** @param {Binder} binder @param {Page} page @param {Two} two @param {HTMLElement[][]} pictures of each side: its map, and the place of its other figures @param {Page[]} pages as each side has it */
export function cases(binder, page, two, pictures, pages) {
  const { el } = binder;
  /** @param {Side} i */
  const runOf = (i) =>
    el(
      'section',
      {
        class: 'pair-case',
        // Where no other world is his, that is the answer.
        'data-answer': () => i === 1 && two.viewer() !== null && two.other()?.kind !== 'world',
        hidden: () => two.side(i) === null,
        'aria-label': () => nameOf(page.say(), two, i),
      },
      heading(binder, page, two, i),
      ...pictures[i],
      el('div', { class: 'pair-lists' }, hears(binder, page, two, i), odd(binder, pages[i], two, i), conditions(binder, page, () => two.ended(i), NAMES[i])),
    );
  return el('div', { class: 'pair-cases' }, runOf(0), sign(binder, page, two), runOf(1));
}
