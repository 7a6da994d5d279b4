// A tool of the laboratory as it comes when it is first chosen: the ring of copies. Ring and chain show their windows alike.

import chain from './chain.css' with { type: 'css' };
import ring from './ring.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(ring);
adopt(chain);
export { ring as make } from './ring.js';
