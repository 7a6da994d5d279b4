// What is shown while a part that was opened is on its way: what was there before, for a moment at most.

/** Sooner nobody minds. */
const PATIENCE_MS = 100;

/**
 * @param {(name: string) => boolean} isHere whether what shows this has come @param {() => void} again called when patience is at an end
 * @returns {(wanted: string) => string} what is shown now that this is wanted
 */
export function createPatience(isHere, again) {
  /** @type {string | null} */
  let shown = null;
  /** @type {{name: string, isOver: boolean} | null} */
  let waiting = null;
  return (wanted) => {
    // Nothing was shown before: then nothing is better than something else.
    if (shown === null || isHere(wanted) || (waiting?.name === wanted && waiting.isOver)) shown = wanted;
    if (shown === wanted) waiting = null;
    else if (waiting?.name !== wanted) {
      const mine = { name: wanted, isOver: false };
      waiting = mine;
      setTimeout(() => {
        mine.isOver = true;
        if (waiting === mine) again();
      }, PATIENCE_MS);
    }
    return shown;
  };
}
