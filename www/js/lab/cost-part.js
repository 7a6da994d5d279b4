// A tool of the laboratory as it comes when it is first chosen, with its style: what protocols cost.

import sheet from './cost.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { cost as make } from './cost.js';
