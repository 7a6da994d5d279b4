// A tool of the laboratory as it comes when it is first chosen: the chain of runs. Ring and chain show their windows alike.

import chain from './chain.css' with { type: 'css' };
import ring from './ring.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(ring);
adopt(chain);
export { chain as make } from './chain.js';
