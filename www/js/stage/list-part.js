// The list of messages as it comes when it is first opened: with its style.

import sheet from './message-list.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { messageList as make } from './message-list.js';
