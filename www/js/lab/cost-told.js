// What is told of the cost of the open run: counted once for each, and named in the reader's words.

import { amount, offerOf, priced, pricesUpTo, spent } from './cost-run.js';
import { lastOf } from './plot.js';

/** @typedef {import('./cost-run.js').Spent} Spent */
/** @typedef {import('./plot.js').Run} Run */
/** @typedef {ReturnType<typeof costTold>} CostTold */

/** The army of a page whose link cannot be read. */
const USUAL = { n: 4, m: 1 };

/** @param {import('../shell/page.js').Page} page */
export function costTold({ t, say, store }) {
  const s = () => store.state;
  /** What is known of the open run, once for each. @type {{link: string, spent: Spent | null}} */
  let known = { link: '', spent: null };

  const now = () => {
    if (known.link !== s().link) known = { link: s().link, spent: spent(s()) };
    return known.spent;
  };
  const isSigned = () => now()?.signed ?? false;
  const army = () => s().scenario ?? USUAL;
  /** What relays orders is called by its rounds, and stands in the table; any other has a name. */
  const isRelayed = () => s().spec?.evidence !== 'marks';
  const protocol = () => s().scenario?.protocol ?? 'om';
  /** Its name, and for which armies it promises. */
  const ownName = () => {
    const { measure, perPhase } = priced(protocol(), 1) ?? {};
    const name = t(`protocol.${protocol()}`);
    return measure ? t(perPhase ? 'lab.cost.own.phase' : 'lab.cost.own', { name, promise: t(`lab.which.promise.${measure}`) }) : name;
  };
  const rounds = () => now()?.rounds ?? army().m + 1;
  const count = (/** @type {number | null | undefined} */ value) => amount(say(), value ?? null);
  return {
    now,
    isSigned,
    isRelayed,
    count,
    /** The run as it is marked in the figure. @param {import('./plot.js').What} what @returns {Run} */
    run(what) {
      const { n, m } = army();
      return { n, m, signed: isSigned(), value: what === 'rounds' ? rounds() : (now()?.own.counts.total ?? null) };
    },
    ownName,
    /** The armies of the protocol that have just enough generals for up to so many traitors, and the open run’s. @param {number} most */
    offers(most) {
      if (isRelayed()) return [];
      const { n, m } = army();
      const all = Array.from({ length: most }, (_, i) => priced(protocol(), i + 1)).flatMap((offer) => (offer && (offer.n !== n || offer.m !== m) ? [offer] : []));
      return [...all, ...[offerOf(protocol(), n, m)].flatMap((offer) => offer ?? [])].sort((a, b) => a.n - b.n || a.m - b.m);
    },
    /** The curve of a protocol that does not relay, as the engine prices it. @param {import('./plot.js').What} what @returns {import('./plot.js').Own | undefined} */
    own(what) {
      if (isRelayed()) return undefined;
      const at = pricesUpTo(protocol(), lastOf(army().n)).map((offer) => ({ n: offer.n, value: what === 'rounds' ? offer.rounds : offer.messages.total }));
      return { name: ownName(), at };
    },
    armyName() {
      const { n, m } = army();
      const name = isRelayed() ? `${isSigned() ? 'SM' : 'OM'}(${m})` : t(`protocol.${protocol()}`);
      return t(say().under('lab.cost.tag.army', isRelayed() ? s().spec?.inputs : undefined), { name, n });
    },
    /** How many messages in how many rounds. */
    sum() {
      const total = now()?.own.counts.total ?? null;
      return t('lab.cost.sum', { count: Number(total), messages: count(total), rounds: t('lab.cost.sum.rounds', { count: rounds() }) });
    },
  };
}
