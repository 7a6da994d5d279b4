// A tool of the laboratory as it comes when it is first chosen: the phases in which coins end runs.

import sheet from './phases.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { phases as make } from './phases.js';
