// The list of keys as it comes when it is first opened: with its style.

import dialogs from '../kit/dialog.css' with { type: 'css' };
import sheet from './help.css' with { type: 'css' };
import { adopt } from '../kit/style.js';

adopt(dialogs);
adopt(sheet);
export { help as make } from './help.js';
