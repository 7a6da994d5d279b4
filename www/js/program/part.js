// What a run of the reader's own program brings, before the first is shown: the text itself, where all that decides a run stands, and where each general stands in it.

import layout from 'prism-code-editor/layout.css' with { type: 'css' };
import css from './program.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { povOf } from '../state/pov.js';
import { programField } from './program-field.js';
import { standingTable } from './standing-table.js';
import { standingsOf } from './standings.js';

adopt(layout);
adopt(css);

/** @type {import('../state/own.js').Panels} */
export const panels = { field: programField, held: standingTable };

/** A round as the scrubber names it: with its line, where there is room. @type {NonNullable<import('../state/own.js').Own['roundName']>} */
export function roundName(s, say, round, size) {
  const line = size === 'long' && povOf(s) === null ? standingsOf(s)?.lines[round - 1] : undefined;
  return line ? say.t('standing.round', { round, line }) : say.t(`scrubber.relays.${size === 'number' ? 'number' : 'short'}`, { round });
}
