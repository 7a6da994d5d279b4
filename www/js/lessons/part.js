// A lesson as it comes when it is first opened: with its style.

import sheet from './lesson.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { lesson as make } from './lesson.js';
