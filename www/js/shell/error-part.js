// What is said of a link that cannot be opened, as it comes when one is met.

export { error as make } from './error.js';
