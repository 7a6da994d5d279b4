// What a run brings that is told by marks, before the first is shown: letters under way on its map, their queue, the strip of phases.

import queue from './queue.css' with { type: 'css' };
import css from './slow.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(css);
adopt(queue);
export { slowMap as map } from './map.js';
