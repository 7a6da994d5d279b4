// An attack on the reader's program, as it comes when the first is asked for: with its style.

import sheet from './attack.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { attackPanel as make } from './panel.js';
