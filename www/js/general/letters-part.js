// What signed letters bring, with the first run that has them: how they are told, and what the chosen general holds.

import { holdings } from './holdings.js';

export * as letters from '../words/narrate-signed.js';

/** @type {import('../state/own.js').Panels} */
export const panels = { held: holdings };
