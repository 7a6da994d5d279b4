// How far each phase of a run is: by the engine's marks, a row a phase, a cell a stage, in each who has reached it. Pure.

/** @typedef {import('#generals').MarkKind} MarkKind */
/** @typedef {import('#generals').MarksVote['marks'][number]} Mark */
/** Somebody’s marks. @typedef {{general: number, marks: readonly Mark[]}} Marked */
/**
 * `by`: who has reached it, in order, with which word. `now`: it was reached last. `over`: nobody waits for it any more.
 * `unneeded`: never came, and all whose marks are known have decided; `unreached`: it never came, and the run is over.
 * @typedef {{stage: MarkKind, by: {general: number, word: import('../state/types.js').Word}[], state: 'reached' | 'now' | 'open' | 'over' | 'unneeded' | 'unreached'}} Cell
 */
/** `out`: who has stopped waiting in it; `leader`: who leads it, if anybody does; `isLed`: he has begun to. @typedef {{phase: number, cells: Cell[], out: number[], leader: number | null, isLed: boolean}} Phase */

/**
 * @param {readonly MarkKind[]} stages @param {readonly Marked[]} all @param {number} step what holds after so many steps
 * @param {ReadonlyMap<number, number>} [leaders] who leads each phase
 * @param {boolean} [isEnded] whether the run is over
 * @param {number} [told] a phase of which is told now, though nobody may have come to anything in it
 * @returns {Phase[]} from the first to the one that is now
 */
export function phasesOf(stages, all, step, leaders = new Map(), isEnded = false, told = 1) {
  const known = all.flatMap(({ general, marks }) => marks.filter((mark) => mark.step <= step).map((mark) => ({ ...mark, general })));
  known.sort((a, b) => a.step - b.step);
  const last = known.filter(({ mark }) => stages.includes(mark)).at(-1);
  const count = known.reduce((most, { phase }) => Math.max(most, phase), 1);
  const isSettled = all.length > 0 && all.every(({ general }) => known.some((mark) => mark.general === general && mark.mark === 'decide'));
  const rest = !isEnded ? 'open' : isSettled ? 'unneeded' : 'unreached';
  return Array.from({ length: Math.max(count, told) }, (_, i) => {
    const phase = i + 1;
    const own = known.filter((mark) => mark.phase === phase);
    const out = own.filter(({ mark }) => mark === 'time-out').map(({ general }) => general);
    const cells = stages.map((stage) => {
      const by = own.filter(({ mark }) => mark === stage).map(({ general, word }) => ({ general, word }));
      const isNow = last?.phase === phase && last.mark === stage;
      const isOver = out.length > 0 || phase < count;
      return { stage, by, state: /** @type {Cell['state']} */ (by.length > 0 ? (isNow ? 'now' : 'reached') : isOver ? 'over' : rest) };
    });
    return { phase, cells, out, leader: leaders.get(phase) ?? null, isLed: own.some(({ mark }) => mark === 'lead') };
  });
}

/** The rows that are shown: the present one and the one before it. @param {Phase[]} phases @param {number} rows */
export const shownPhases = (phases, rows) => phases.slice(-rows);
