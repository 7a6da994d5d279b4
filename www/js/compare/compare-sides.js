// What stands on the two sides of a comparison: which run is on which, who looks at them, and what he has heard in each.

import { arrived } from '../state/motion.js';
import { beside, counterpart, differences, isReordered, PLAIN, receivedBy, sameMoment, stateOf } from './beside.js';
import { LISTED, sealsOf, stepReceived } from '../state/session-cache.js';
import { ownOf } from '../state/own.js';
import { answers, isSigned, restsOn } from '../state/spec.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./beside.js').Beside} Beside */
/** @typedef {import('../state/engine.js').Received} Received */
/** @typedef {0 | 1} Side */

export const SIDES = /** @type {const} */ ([0, 1]);
/** What they are called in test ids. */
export const NAMES = /** @type {const} */ (['left', 'right']);

/**
 * What a side is called where something of the run on the right is taken back on the left; else null.
 * @param {import('../words/i18n.js').Speech} say @param {Pick<Two, 'side' | 'without'>} two @param {Side} i
 */
export function sideOf(say, two, i) {
  const without = two.without();
  if (!without) return null;
  return without === 'form' ? say.t(say.under('by', `${two.side(i)?.scenario?.by ?? 'none'}`)) : say.t(`pair.side.${without}.${NAMES[i]}`);
}

/** What a side is called where the two are told apart. @param {import('../words/i18n.js').Speech} say @param {Pick<Two, 'side' | 'isOfProtocols' | 'without'>} two @param {Side} i */
export function caseOf(say, two, i) {
  const { protocol = '', m = 0, by } = two.side(i)?.scenario ?? {};
  const side = sideOf(say, two, i);
  if (side) return side;
  return two.isOfProtocols() ? say.t(say.under('time.run', protocol), { m }) : say.t(say.under('pair.case', `${by}`), { number: i + 1 });
}

/** Whether both are of protocols that have no message in common. @param {State} s @param {Beside | null} other */
const areUnlike = (s, other) => other?.kind === 'protocol' && !other.without && restsOn(s, 'marks');

/**
 * Both sides as the page would have them; null where nothing stands.
 * @param {State} s @param {Beside | null} other @returns {(State | null)[]}
 */
function sidesOf(s, other) {
  const place = { ...s.place, pov: s.pair.lifted ? null : s.place.pov };
  // On two maps nobody is looked at but whose eyes are used.
  const shown = { place, letter: null, chosen: s.place.pov ?? (place.both === 'map' ? null : s.chosen) };
  // In fog nothing that he sees differs, or he could tell the two apart.
  const differ = place.pov === null && s.session && other?.session && !areUnlike(s, other) ? differences(s.session, other.session) : null;
  const here = { ...s, ...shown, differing: differ && differ[0] };
  const there = other?.session ? { ...stateOf(s, other.session), ...shown, differing: differ && differ[1] } : null;
  // A comparison keeps word of mouth, the counterpart of all others, on the left, and of one protocol the run from which something is taken back on the right.
  const isOralThere = other?.kind === 'protocol' && counterpart(s.scenario?.protocol ?? '') === PLAIN;
  return isOralThere ? [there, here] : [here, there];
}

/** Asked again at each refresh; computed once for each state. @param {Pick<import('../state/store.js').Store, 'state'>} store */
export function twoSides(store) {
  const s = () => store.state;
  /** @type {{of: State, sides: (State | null)[], other: Beside | null} | null} */
  let known = null;

  function both() {
    const of = s();
    if (known?.of === of) return known;
    const other = beside(of);
    return (known = { of, other, sides: sidesOf(of, other) });
  }

  const other = () => both().other;
  /** @param {Side} i */
  const side = (i) => both().sides[i];
  const viewer = () => s().place.pov;
  const isGiven = () => ownOf(s()).beside !== undefined;
  const isFoggy = () => viewer() !== null && !s().pair.lifted;

  /** @param {Side} i */
  function ended(i) {
    const { verdict = null, scenario = null, link = '', spec } = (!isFoggy() && isDecided(s()) && side(i)) || {};
    return verdict && scenario && { verdict, scenario, link, conditions: spec?.conditions ?? [] };
  }

  const isListed = () => SIDES.every((i) => (side(i)?.length ?? 0) <= LISTED);

  /** @param {Side} i @returns {Received[]} */
  function heard(i) {
    const [now, first, general] = [side(i), side(0), viewer()];
    if (!now?.session || general === null || !isListed()) return [];
    const until = i === 0 || !first?.session ? arrived(now) : sameMoment(first.session, now.session, Math.max(0, arrived(first)));
    return receivedBy(now.session, general, Math.max(0, until));
  }

  return {
    /** What was found to stand beside the open run. */
    other,
    side,
    /** Through whose eyes both are seen. */
    viewer,
    /** Whether only what he knows is shown. */
    isFoggy,
    /** Whether it is the same army under two protocols, not two worlds of one general. */
    isOfProtocols: () => other()?.kind === 'protocol',
    /** What is taken back on the left, where both are of one protocol. */
    without: () => other()?.without,
    /** Whether both are of protocols that have no message in common. */
    areUnlike: () => areUnlike(s(), other()),
    /** Whether the same letters come, but not in the same order. */
    isReordered() {
      const [one, two] = SIDES.map((i) => side(i)?.session);
      return !!one && !!two && other()?.without === 'delays' && isReordered(one, two);
    },
    /** Whether only what he hears is shown: under some protocols nobody looks for another world. */
    isAlone: () => viewer() !== null && !answers(s(), 'other-world') && !isGiven(),
    /** Whether what stands beside it is its task's, and not looked for. */
    isGiven,
    /** Who cannot tell the two apart, if anybody. */
    alike: () => viewer() ?? other()?.alike ?? 1,
    /** Whether the same messages are counted in two ways. */
    isCountedOtherwise: () => side(0)?.differing?.size === 0 && side(1)?.differing?.size === 0 && side(0)?.spec?.evidence !== side(1)?.spec?.evidence,
    /** Whether he knows the same in both, as the engine has it. */
    isSame: () => other()?.same ?? false,
    /** How the run of a side ended, once that may be told. */
    ended,
    /** Whether what he hears is not too much to be listed. */
    isListed,
    /** What he has received so far in the world of a side. */
    heard,
  };
}

/** @typedef {ReturnType<typeof twoSides>} Two */

/** The message that this world would need with a seal it lacks: it came to him, and was thrown away. @param {Two} two */
export function lackingSeal(two) {
  const [here, general] = [two.side(0), two.viewer()];
  if (!here?.session || general === null || two.other()?.kind === 'world' || !isSigned(here)) return null;
  const refused = receivedBy(here.session, general, here.length).find((message) => message.refused);
  const step = refused ? stepReceived(here.session, general, refused) : null;
  return refused && step !== null ? { refused, forged: sealsOf(here.session, step).forged, step } : null;
}
