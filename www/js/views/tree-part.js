// A figure of a run as it comes when it is first opened, with its style: the vote tree.

import sheet from './tree.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { tree as make } from './tree.js';
