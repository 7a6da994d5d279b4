// Two runs side by side, as they come when they are first opened: with their style.

import sheet from './compare.css' with { type: 'css' };
import small from './compare-small.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
adopt(small);
export { compare as make } from './compare.js';
