// The quiz as it comes when it is first opened: with its style.

import sheet from './quiz.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { quiz as make } from './quiz.js';
