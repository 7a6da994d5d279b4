// What is said of a link that cannot be opened, as it comes when one is met.

import sheet from './error.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { error as make } from './error.js';
