// A tool of the laboratory as it comes when it is first chosen, with its style: a rule of the reader’s own.

import sheet from './rule.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { rule as make } from './rule.js';
