// The laboratory as it comes when it is first opened: with its style.

import sheet from './lab.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { lab as make } from './lab.js';
