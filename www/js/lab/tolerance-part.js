// A tool of the laboratory as it comes when it is first chosen, with its style: the map of what OM(m) survives.

import sheet from './tolerance.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { tolerance as make } from './tolerance.js';
