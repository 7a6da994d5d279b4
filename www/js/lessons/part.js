// A lesson as it comes when it is first opened: with its style.

import sheet from './lesson.css' with { type: 'css' };
import stage from './lesson-stage.css' with { type: 'css' };
import hall from './lesson-hall.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

for (const one of [sheet, stage, hall]) adopt(one);
export { lesson as make } from './lesson.js';
