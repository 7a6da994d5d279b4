// What is told of a run that was found: its lies, how it ends, and whether one of its generals sees what his copy on a ring saw.

import { tellPart } from '../marks/tell.js';
import { judge, open, read } from '../state/engine.js';
import { slotOf } from '../slow/queue.js';
import { tellEdit } from '../slow/words.js';
import { sealsOf } from '../state/session-cache.js';
import { plain, tellMessage } from '../words/narrate.js';
import { tellLetter } from '../words/narrate-signed.js';

/** @typedef {import('./found.js').Finding} Finding */
/** @typedef {import('./found.js').Heard} Heard */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {import('../words/narrate.js').Inputs} Inputs */
/** Draws how a run ends. @typedef {ReturnType<typeof import('./little-map.js').littleMap>['draw']} Draw */

/** Messages of a run that is opened for its map: beyond, that would be felt. */
const OPENED = 1e6;
/** More lies than this are counted, not told. */
const TOLD = 8;

/** All of what was heard that tells it from another. @param {Heard} heard */
export const asText = ({ path, said, refused }) => `${path} ${said} ${refused}`;

/** Whether two heard the same, in whatever order. @param {Heard[]} one @param {Heard[]} other */
export function isSameHeard(one, other) {
  const [first, second] = [one, other].map((list) => list.map(asText).sort().join());
  return first === second;
}

/** What two heard, whether it is the same, and whose eyes these are. @param {Speech} say @param {Finding['twin']} twin @param {Session} run */
function compareEyes(say, twin, run) {
  if (!twin) return null;
  const { general, copy } = twin.copy;
  run.seek(run.length);
  const here = run.view(general).received;
  return {
    same: isSameHeard(twin.heard, here),
    sides: [
      { who: say.t('lab.eyes.ring', { who: `${say.id(general)}${copy}` }), list: twin.heard },
      { who: say.t('lab.eyes.here', { who: say.general(general) }), list: here },
    ],
  };
}

/** A choice as a message; what an honest general would have said is not known. @param {import('#generals').Lie} lie */
const asMessage = (lie) =>
  /** @type {import('../state/engine.js').Message} */ ({ ...lie, from: lie.path.at(-1), lie: false, honest: null });

/** A run too large to be opened is told by what was chosen in it. @param {Speech} say @param {string} link @param {import('#generals').Lie[]} chosen @param {Inputs} inputs */
const tellClosed = (say, link, chosen, inputs) => ({
  lies: chosen.slice(0, TOLD).map((lie) => plain(tellMessage(say, asMessage(lie), undefined, inputs))),
  count: chosen.length,
  delays: /** @type {string[]} */ ([]),
  eyes: null,
  verdict: judge(link),
  ruled: false,
});

/** The first lies, and the round of the first. @param {Speech} say @param {Session} run @param {import('#generals').Spec} spec */
function firstLies(say, run, { protocol, signed, inputs, model }) {
  const rows = run.rows({ lies: true });
  const first = rows.window(0, TOLD);
  rows.free();
  const { by } = run.scenario();
  /** @param {typeof first[number]} row */
  const told = (row) => (row.part ? tellPart(say, protocol, row, by) : signed ? tellLetter(say, row, sealsOf(run, row.step).forged) : tellMessage(say, row, undefined, inputs));
  const said = first.map((row) => plain(told(row)));
  // What was said alike in several rounds is told apart by them.
  const isAgain = (/** @type {string} */ lie) => model === 'synchronous' && said.indexOf(lie) !== said.lastIndexOf(lie);
  const lies = said.map((lie, i) => (isAgain(lie) ? say.t('lab.lie.round', { round: first[i].round, lie }) : lie));
  return { lies, round: first[0]?.round ?? run.roundEnds.length };
}

/** Each letter that waits, or comes as a step, and whether it is ever sent. @param {Speech} say @param {Session} run @param {readonly import('#generals').Delay[]} delays */
function tellDelays(say, run, delays) {
  const never = new Set(delays.length > 0 ? run.unsent.map(slotOf) : []);
  return delays.map((delay) => tellEdit(say, run, run.scenario().protocol, { delay, isNever: never.has(slotOf(delay)) }));
}

/** @param {Speech} say @param {string} link @param {Finding} what @param {ReturnType<typeof read>} known @param {Draw} draw */
function tellOpen(say, link, { twin, obeyed }, { spec, scenario }, draw) {
  const run = open(link);
  const verdict = run.verdict();
  const { lies, round } = firstLies(say, run, spec);
  const delays = tellDelays(say, run, scenario.d ?? []);
  const eyes = compareEyes(say, twin, run);
  draw(run, round, obeyed ?? verdict.decisions);
  run.free();
  // A rule may decide as the protocol does.
  const ruled = obeyed !== undefined && JSON.stringify(obeyed) !== JSON.stringify(verdict.decisions);
  return { lies, count: verdict.lies ?? 0, delays, eyes, verdict, ruled };
}

/**
 * `closed`: it is too large to be opened; `ruled`: a rule decides otherwise than the protocol.
 * @param {Speech} say @param {string} link @param {Finding} what @param {Draw} draw called while the run is open
 */
export function tell(say, link, what, draw) {
  const known = read(link);
  const { scenario, spec, messages } = known;
  const closed = messages.total === null || messages.total > OPENED;
  const told = closed ? tellClosed(say, link, scenario.lies, spec.inputs) : tellOpen(say, link, what, known, draw);
  return { ...told, closed, spec, scenario, link, conditions: spec.conditions };
}

/** @typedef {ReturnType<typeof tell>} Told */
