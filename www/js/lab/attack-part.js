// A tool of the laboratory as it comes when it is first chosen: the smallest attack.

export { attack as make } from './attack.js';
