// What is said of a run too large to open, as it comes when one is asked for.

import sheet from './error.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { tooLarge as make } from './too-large.js';
