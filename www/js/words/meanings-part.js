// What the terms mean as it comes when one is first asked for: with its style.

import sheet from './meanings.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { meanings } from './meanings.js';
