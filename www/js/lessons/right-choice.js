// Which choice is right: computed from the link when it is asked, once what was chosen has been painted, for some questions take a while.

import { isRight } from './asking.js';

/** @typedef {import('./types.js').Beat} Beat */

/** @param {() => void} changed called when it has been computed */
export function rightChoice(changed) {
  /** Counted from 0. @type {number | null} */
  let right = null;
  /** What is computed last counts. */
  let asked = {};
  return {
    /** Counted from 0; -1: not known yet, or none is. */
    index: () => right ?? -1,
    forget() {
      right = null;
      asked = {};
    },
    /** @param {Beat} beat */
    compute({ predict, link }) {
      if (!predict?.ask) return;
      const mine = (asked = {});
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (mine !== asked) return;
          right = predict.choices.findIndex((choice) => isRight(choice, predict, predict.link ?? link));
          changed();
        }),
      );
    },
  };
}
