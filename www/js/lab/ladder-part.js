// A tool of the laboratory as it comes when it is first chosen: the ladder. Its rungs are cards as those of the ring.

import ladder from './ladder.css' with { type: 'css' };
import ring from './ring.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(ring);
adopt(ladder);
export { ladder as make } from './ladder.js';
