// The share dialog as it comes when it is first opened: with its style.

import sheet from './share.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { share as make } from './share.js';
