// The folded list of more cases as it comes when it is first unfolded.

export { exhibitList as make } from './exhibit-list.js';
