// How opinions and vectors of them look, as it comes with the first run that has them.

import sheet from './opinions.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(sheet);
