// What a hall needs as it comes when it is first asked for: with its style.

import sheet from './hall.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { hall as make } from './hall.js';
