// What a run of the reader's own program brings, before the first is shown: the text itself, where all that decides a run stands.

import layout from 'prism-code-editor/layout.css' with { type: 'css' };
import css from './program.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { programField } from './program-field.js';

adopt(layout);
adopt(css);

/** @type {import('../state/own.js').Panels} */
export const panels = { field: programField };
