// The goal of an examiner, as it comes with the first link that has one: with its style.

import sheet from './attack.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { goalPanel as make } from './goal-panel.js';
