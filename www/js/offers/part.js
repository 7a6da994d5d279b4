// Offers of a first minute, as they come after the first screen: with their style.

import sheet from './offers.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
export { offers } from './offers.js';
