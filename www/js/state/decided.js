// Whether the run is at its end before the reader's eyes.

import { arrived } from './motion.js';
import { povOf } from './pov.js';

/** Whether all have decided; a run too large to show is seen by nobody in it. @param {import('./types.js').State} s */
export function isDecided(s) {
  return s.length > 0 ? arrived(s) >= s.length : s.verdict !== null && povOf(s) === null;
}
