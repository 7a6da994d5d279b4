// The note of what does nothing as it comes when there is something to say: with its style.

import sheet from './unread.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { unread as make } from './unread.js';
