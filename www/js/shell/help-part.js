// The list of keys as it comes when it is first opened: with its style.

import sheet from './help.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { help as make } from './help.js';
