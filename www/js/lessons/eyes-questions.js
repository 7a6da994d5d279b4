// What is asked of one general: what he heard, what he makes of it, and what he can know.

import { letterOf, ordersAmong } from './run-questions.js';

/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./asking.js').Inquiry} Inquiry */
/** @typedef {import('../state/engine.js').Order} Order */
/** @typedef {import('../state/engine.js').View} View */
/** @typedef {import('../state/engine.js').Letter} Letter */

/** What reached him, in the order of steps: `1A 1.2R`. @param {View} view */
const heard = ({ received }) => received.map(({ path, said }) => `${path.join('.')}${letterOf(said)}`).join(' ');

/** The words that reached him, sorted: `AAR`. @param {View} view */
const bag = ({ received }) =>
  received
    .map(({ said }) => letterOf(said))
    .sort()
    .join('');

/** In how many places what reached him in two runs differs. @param {View} here @param {View} there */
function differencesOf(here, there) {
  const [one, other] = [here, there].map(({ received }) => {
    /** @type {Map<string, string>} */
    const words = new Map();
    for (const { round, path, said, refused } of received) {
      const place = `${round} ${path.join('.')}`;
      // A traitor may send both orders along one path.
      words.set(place, `${words.get(place) ?? ''}${letterOf(said)}${refused ?? ''}`);
    }
    return words;
  });
  const places = new Set([...one.keys(), ...other.keys()]);
  return [...places].filter((place) => one.get(place) !== other.get(place)).length;
}

/** A world that general g cannot tell from this one, at its end; null where none is found. @param {Inquiry} inquiry @param {number} g @param {number} f */
function otherRun({ run, keep }, g, f) {
  const other = run().openWorld(g, f);
  if (!other) return null;
  keep(other).seek(other.length);
  return other;
}

/**
 * Whom general g knows to be a traitor. Worlds are searched in which the commander is another: where there is none, a single
 * traitor is known if it is the commander, and of others nothing has been found out.
 * @param {Inquiry} inquiry @param {number} g @param {number} f
 */
function knows({ run }, g, f) {
  const { kind } = run().otherWorld(g, f);
  if (kind === 'not-for-this') return undefined;
  if (kind === 'found') return 'unknown';
  const traitors = run().scenario().traitors.join('.');
  return kind === 'none-exists' && f === 1 && traitors === '1' ? traitors : null;
}

/** What would be broken if general g did this, and the others what they do. @param {Inquiry} inquiry @param {number} g @param {Order} order */
function breaksIf({ run, reading }, g, order) {
  const { spec, scenario } = reading();
  const { decisions, validity } = run().verdict();
  if (spec.inputs !== 'commander' || !(g in decisions)) return undefined;
  const done = Object.values({ ...decisions, [g]: order });
  const isBroken = {
    agreement: new Set(done).size > 1,
    validity: validity.holds !== null && done.some((one) => one !== scenario.order),
  };
  return spec.conditions.filter((condition) => condition in isBroken && isBroken[/** @type {keyof typeof isBroken} */ (condition)]).join('.');
}

/** The majority of what the others told general g, his own word left out; a tie is retreat. @param {Inquiry} inquiry @param {number} g @returns {Order | undefined} */
function withoutOwn({ run }, g) {
  const votes = run().votes(g, 2);
  if (!votes || !('children' in votes) || votes.children.length === 0) return undefined;
  const attacks = votes.children.filter(({ result }) => result === 'A').length;
  return 2 * attacks > votes.children.length ? 'A' : 'R';
}

/** Whether all loyal generals arrive at one word of a path. @param {Inquiry} inquiry @param {number[]} path */
function heldSame({ run }, path) {
  const results = run()
    .held(path)
    .flatMap(({ result }) => result ?? []);
  return results.length > 0 ? new Set(results).size === 1 : undefined;
}

/** Under which orders general g holds the commander's seal. @param {Inquiry} inquiry @param {number} g */
function proof({ run }, g) {
  const votes = run().votes(g, 1);
  return votes && 'values' in votes ? ordersAmong(votes.values.map(({ said }) => said)) : undefined;
}

/** Why the letter of a step would be refused if this order stood on it; null if it would not. @param {Inquiry} inquiry @param {number} step @param {Order} order */
function refusedIf({ run }, step, order) {
  const letter = run().letter(step);
  return letter ? run().checkLetter(step, { order, seals: letter.seals })?.refused : undefined;
}

/** Why the last letter would be refused with one seal less, as if it came a round late. @param {Inquiry} inquiry */
function lateRefused({ run }) {
  const { length } = run();
  for (let step = length - 1; step > 0; step--) {
    const letter = run().letter(step);
    // His own seal, the last one, stays: it is he who brings it.
    if (letter && letter.seals.length > 2) return run().checkLetter(step, { order: letter.order, seals: letter.seals.toSpliced(-2, 1) })?.refused;
  }
  return undefined;
}

/**
 * The worlds and the letters need the whole engine.
 * @type {Record<string, Question>}
 */
export const EYES_QUESTIONS = {
  hears: { takes: ['number'], answer: ({ ended }, /** @type {number} */ g) => heard(ended().view(g)) },
  heardAt: { takes: ['number'], answer: ({ run }, /** @type {number} */ g) => heard(run().view(g)) },
  bag: { takes: ['number'], answer: ({ ended }, /** @type {number} */ g) => bag(ended().view(g)) },

  world: { takes: ['number', 'number'], answer: ({ run }, /** @type {number} */ g, /** @type {number} */ f) => run().otherWorld(g, f).kind },
  suspects: { takes: ['number', 'number'], answer: (inquiry, g, f) => otherRun(inquiry, g, f)?.scenario().traitors.join('.') ?? null },
  differences: {
    takes: ['number', 'number'],
    answer(inquiry, /** @type {number} */ g, /** @type {number} */ f) {
      const other = otherRun(inquiry, g, f);
      return other && differencesOf(inquiry.ended().view(g), other.view(g));
    },
  },
  knows: { takes: ['number', 'number'], answer: knows },

  breaksIf: { takes: ['number', 'order'], answer: breaksIf },
  withoutOwn: { takes: ['number'], answer: withoutOwn },
  heldSame: { takes: ['path'], answer: heldSame },
  proof: { takes: ['number'], answer: proof },
  refusedIf: { takes: ['number', 'order'], answer: refusedIf },
  lateRefused: { takes: [], answer: lateRefused },
};
