// The list of lies as it comes when it is first opened: with its style.

import sheet from './lie-list.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { lieList as make } from './lie-list.js';
