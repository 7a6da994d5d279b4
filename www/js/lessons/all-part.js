// The list of lessons as it comes when it is first opened: with its style.

import sheet from './all.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { all as make } from './all.js';
