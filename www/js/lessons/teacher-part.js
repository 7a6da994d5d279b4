// The teacher’s page as it comes when it is first opened: with its style, on large and small screens and on paper.

import paper from './teacher-paper.css' with { type: 'css' };
import small from './teacher-small.css' with { type: 'css' };
import sheet from './teacher.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

for (const one of [sheet, small, paper]) adopt(one);
export { teacher as make } from './teacher.js';
