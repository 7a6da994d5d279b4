// What a page in a frame has besides, as it comes when there is a frame: its bar, what passes between it and the page around, when it plays.

import sheet from './embedded.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { embedded as make } from './embedded.js';
