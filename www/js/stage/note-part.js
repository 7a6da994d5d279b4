// The note of a message as it comes when the first one is looked at: with its style.

import sheet from './message-note.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { messageNote as make } from './message-note.js';
