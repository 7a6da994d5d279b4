// What vectors bring, with the first run that ends with them: how they are told, and the chosen general's own.

import { vectorRow } from './vector.js';

export * as vectors from '../words/vectors.js';

/** @type {import('../state/own.js').Panels} */
export const panels = { vector: vectorRow };
