// A tool of the laboratory as it comes when it is first chosen: every strategy, tried.

export { exhaust as make } from './exhaust.js';
