// What comes with the first run that is told by the rules that fire: how it is told, how a general decides, which form of the protocol runs.

import sheet from './marks.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { formField } from './form-field.js';
import { marksPanel } from './panel.js';
import { waitChoice } from './wait-choice.js';

adopt(sheet);
export * from './run.js';

/** @type {import('../state/own.js').Panels} */
export const panels = { field: formField, held: marksPanel, wait: waitChoice };
