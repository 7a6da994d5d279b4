// A tool of the laboratory as it comes when it is first chosen: the split brain. Its worlds are cards as the ring's windows.

import ring from './ring.css' with { type: 'css' };
import split from './split-brain.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(ring);
adopt(split);
export { splitBrain as make } from './split-brain.js';
