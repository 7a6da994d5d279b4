// Why the engine did not start, as it is told when it did not: with its style.

import sheet from './error.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { failure } from './failure.js';
