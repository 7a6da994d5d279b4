// The six switches on the roads: whether one party trusts another. What is turned makes a run of its own.

import { binder } from '../kit/dom.js';
import { guildOf } from './standing.js';

/** @typedef {import('./order-layout.js').Pill} Pill */
/** @typedef {[number, number]} Pair */

/** The pairs with one turned. @param {readonly Pair[]} pairs @param {Pair} pair @returns {Pair[]} */
export const turned = (pairs, [from, to]) =>
  (pairs.some(([a, b]) => a === from && b === to) ? pairs.filter(([a, b]) => a !== from || b !== to) : [...pairs, /** @type {Pair} */ ([from, to])]).sort(
    ([a, b], [c, d]) => a - c || b - d,
  );

/** Whether one trusts another. @param {import('../state/types.js').State} s @param {number} from @param {number} to */
export const trusts = ({ scenario }, from, to) => (scenario?.w ?? []).some(([a, b]) => a === from && b === to);

/**
 * @param {import('../state/own.js').Stand} stand @param {() => Pill[]} pills
 */
export function trustSwitches({ page, plan, frame, testid }, pills) {
  const { store, t, say } = page;
  const s = () => store.state;
  const { el, list, refresh } = binder();

  /** @param {Pill} pill */
  function place({ x, y, width, height }) {
    const { times, dx, dy } = frame();
    const px = (/** @type {number} */ length) => `${(length * plan.grown).toFixed(1)}px`;
    return `left:${px(x * times + dx)};top:${px(y * times + dy)};width:${px(width)};height:${px(height)};font-size:${px(height * 0.47)}`;
  }
  /** @param {Pill} pill */
  const words = ({ from, to }) => t(trusts(s(), from, to) ? 'switch.trusts' : 'switch.doubts');
  /** What the line on the map shows, for who does not see it. */
  const guild = () => {
    const members = guildOf(s());
    return members === null ? '' : members.length > 0 ? t('guild.of', { who: say().generals(members) }) : t('guild.empty');
  };
  const node = el('div', { class: 'trust-switches', role: 'group', 'aria-label': () => t('switches') });
  const switches = list(
    el('div', { class: 'trust-pills' }),
    () => pills().map(({ from, to }) => `${from}.${to}`),
    String,
    (name, own) => {
      const pill = () => pills().find(({ from, to }) => `${from}.${to}` === name) ?? pills()[0];
      const [from, to] = name.split('.').map(Number);
      return own.el(
        'button',
        {
          class: 'trust-switch',
          role: 'switch',
          'data-testid': testid(`trust-${from}-${to}`),
          'aria-checked': () => String(trusts(s(), from, to)),
          'aria-label': () => t('switch.name', { who: say().general(from), whom: say().general(to) }),
          style: () => place(pill()),
          onclick: () => store.apply({ type: 'edit', changes: { w: turned(s().scenario?.w ?? [], [from, to]) } }),
        },
        own.el('span', { 'aria-hidden': 'true' }, () => words(pill())),
      );
    },
  );
  node.append(switches, el('p', { class: 'unseen', 'data-testid': testid('trust-guild') }, guild));
  return { node, refresh };
}
