// The share dialog as it comes when it is first opened: with its style.

import dialogs from '../kit/dialog.css' with { type: 'css' };
import sheet from './share.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(dialogs);
adopt(sheet);
export { share as make } from './share.js';
