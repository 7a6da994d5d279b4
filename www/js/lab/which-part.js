// A tool of the laboratory as it comes when it is first chosen, with its style: which protocol when.

import sheet from './which.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { which as make } from './which.js';
