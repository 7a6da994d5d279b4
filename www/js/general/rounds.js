// The rounds of this scenario, and what each is for.

import { glossed } from '../words/glossary.js';
import { arrived, roundOf } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { ownOf } from '../state/own.js';
import { isSigned, isSlow } from '../state/spec.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** More rounds than this are told as one. */
const TOLD = 6;

/** What round r is for, as a key. @param {number} round @param {import('../state/spec.js').Open} s */
function purpose(round, s) {
  if (isSigned(s)) return round === 1 ? 'round.sm.orders' : 'round.sm.relays';
  return round === 1 ? 'rounds.orders' : round === 2 ? 'rounds.relays' : 'rounds.later';
}

/** @param {Binder} binder @param {Page} page */
export function rounds(binder, page) {
  const { el, list } = binder;
  const { store, t, say } = page;
  const s = () => store.state;
  const now = () => {
    const { motion, cursor, length, perRound } = s();
    if (length > 0 && arrived(s()) >= length) return 0;
    return motion && motion.what !== 'ending' ? motion.round : roundOf(perRound, Math.max(cursor, 1));
  };
  const rows = () => {
    const count = s().perRound.length;
    const told = Math.min(count, TOLD);
    return [...Array.from({ length: told }, (_, i) => ({ round: i + 1, last: i + 1 === told ? count : i + 1 })), { round: 0, last: 0 }];
  };
  return el(
    'details',
    { class: 'rounds', hidden: () => isSlow(s()) && povOf(s()) !== null },
    el('summary', { class: 'label' }, () => t('rounds.title')),
    list(
      el('ol', {}),
      rows,
      ({ round, last }) => `${s().lang} ${round} ${last} ${s().perRound[round - 1]} ${s().scenario?.protocol} ${povOf(s())}`,
      ({ round, last }, own) =>
        own.el(
          'li',
          { 'aria-current': () => ((round === 0 ? now() === 0 : now() >= round && now() <= last) ? 'step' : null) },
          own.el(
            'b',
            {},
            round === 0 ? t('scrubber.decide') : t(last > round ? 'rounds.many' : 'heard.round', { round, last }),
          ),
          glossed(own, page, own.el('span', {}), () => {
            const protocol = s().scenario?.protocol ?? 'om';
            const values = { before: String(round - 1), commander: say().general(1) };
            const own = round > 0 ? ownOf(s()).purpose?.(s(), say(), round) : null;
            const words = own ?? say().parts(round === 0 ? say().under('rounds.decide', protocol) : say().under(purpose(round, s()), s().spec?.inputs), values);
            // With signatures the number of letters tells of lies.
            const open = !isSigned(s()) || povOf(s()) === null;
            const count = open && round > 0 && last === round ? s().perRound[round - 1] : null;
            return count ? [...words, { tone: '', text: ` ${t('rounds.count', { messages: t('counts.messages', { count }) })}` }] : words;
          }),
        ),
    ),
  );
}
