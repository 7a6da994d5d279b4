// The letter under the glass as it comes when the first one is looked at: with its style.

import sheet from './letter.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { letter as make } from './letter.js';
