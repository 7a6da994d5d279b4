// What is said of a run too large to open, as it comes when one is asked for.

export { tooLarge as make } from './too-large.js';
