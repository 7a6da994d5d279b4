// The legend as it comes when it is first opened: with its style.

import sheet from './legend.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { legend as make } from './legend.js';
