// The teacher’s page as it comes when it is first opened: with its style, on the screen and on paper.

import paper from './teacher-paper.css' with { type: 'css' };
import sheet from './teacher.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
adopt(paper);
export { teacher as make } from './teacher.js';
