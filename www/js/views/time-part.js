// A figure of a run as it comes when it is first opened, with its style: space and time.

import sheet from './time.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { time as make } from './time.js';
