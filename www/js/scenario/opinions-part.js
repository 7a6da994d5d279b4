// What everybody's opinions bring, with the first run that has them: the field, what the chosen general is for, how they look.

import sheet from './opinions.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { hisOpinion, opinions } from './opinions.js';

adopt(sheet);

/** @type {import('../state/own.js').Panels} */
export const panels = { field: opinions, opinion: hisOpinion };
