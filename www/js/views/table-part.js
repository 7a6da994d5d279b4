// A figure of a run as it comes when it is first opened, with its style: the table of messages.

import sheet from './table.css' with { type: 'css' };
import small from './table-small.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
adopt(small);
export { table as make } from './table.js';
