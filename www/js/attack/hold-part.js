// The map of armies for which a program holds, as it comes when it is opened: with its style.

import sheet from './attack.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { holdMap as make } from './hold-map.js';
