// The run as texts for other programs: figures for LaTeX, diagrams, traces, tables. The engine writes them, the whole one alone.

import { isOfWhole, isWhole, open, supplyWhole } from '../state/engine.js';
import { isCovered, lessonsPage } from '../state/lesson.js';
import { povOf, usualGeneral } from '../state/pov.js';
import { screenOf } from '../state/screens.js';
import { fileName } from './name.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./types.js').FileOffer} FileOffer */
/** @typedef {'tikz' | 'mermaid' | 'json' | 'itf' | 'tsv'} TextKind */
/** A text, or the key of why there is none. @typedef {{text: string} | {why: string}} Written */

/** How each is named and what it is. @type {Record<TextKind, {ending: string, type: string}>} */
const KINDS = {
  tikz: { ending: 'tex', type: 'text/x-tex' },
  mermaid: { ending: 'mmd', type: 'text/plain' },
  json: { ending: 'json', type: 'application/json' },
  itf: { ending: 'itf.json', type: 'application/json' },
  tsv: { ending: 'tsv', type: 'text/tab-separated-values' },
};
/** Why there is none, as the engine says it. */
const REASONS = new Set(['too-large', 'too-long', 'not-for-this', 'too-few', 'no-vote', 'no-eyes']);
/** Of a run with more messages nothing is written before it is asked for. */
const FEW = 600;
/** So much of a text is shown. */
const SHOWN = 4000;

/** The figure that is shown, where there is such a text of it. @param {State} s @returns {import('#generals').FileFigure} */
export function figureIn(s) {
  const screen = screenOf(s);
  const name = screen === 'lab' ? s.place.view : screen;
  return name === 'tree' || name === 'ring' || name === 'chain' ? name : 'time';
}

/** @param {State} s @param {boolean} caption */
const asked = (s, caption) => ({ figure: figureIn(s), general: s.chosen ?? usualGeneral(s), eyes: povOf(s), caption, number: s.presentation.number });

/** What was written last, by its kind. @type {Map<TextKind, {of: string, written: Written}>} */
const last = new Map();

/** @param {State} s @param {TextKind} kind @param {boolean} caption */
const keyOf = (s, kind, caption) => JSON.stringify([s.link, kind, asked(s, caption)]);

/** @param {State} s @param {TextKind} kind @param {boolean} caption @returns {Written} */
function write(s, kind, caption) {
  const of = keyOf(s, kind, caption);
  const known = last.get(kind);
  if (known?.of === of) return known.written;
  const session = s.session && isOfWhole(s.session) ? s.session : open(s.link);
  try {
    const written = { text: session.file(kind, asked(s, caption)) };
    last.set(kind, { of, written });
    return written;
  } catch (error) {
    const { name, code } = /** @type {any} */ (error);
    if (name !== 'FileError' || !REASONS.has(code)) throw error;
    const written = { why: `file.why.${code}` };
    last.set(kind, { of, written });
    return written;
  } finally {
    if (session !== s.session) session.free();
  }
}

/** @param {State} s @param {TextKind} kind @returns {string | null} */
function refused(s, kind) {
  if (!s.scenario || s.fault) return 'file.none';
  if (lessonsPage(s)) return 'file.none.lessons';
  if (isCovered(s)) return 'file.none.covered';
  if (!s.session) return 'file.none.large';
  const known = last.get(kind);
  const isKnown = known !== undefined && [true, false].some((caption) => known.of === keyOf(s, kind, caption));
  if (!isKnown && (!isWhole() || (s.total ?? Infinity) > FEW)) return null;
  const written = isKnown ? known.written : write(s, kind, true);
  return 'why' in written ? written.why : null;
}

/** @param {TextKind} kind @param {FileOffer['options']} options @returns {FileOffer} */
const textOffer = (kind, options) => ({
  kind,
  options,
  refused: ({ store }) => refused(store.state, kind),
  about: ({ store, t }) => t(kind === 'tikz' ? `file.about.tikz.${figureIn(store.state)}` : `file.about.${kind}`),
  name: ({ store }) => fileName(store.state, KINDS[kind].ending, { figure: kind === 'tikz' ? figureIn(store.state) : 'map' }),
  async preview({ store, t }, { caption }) {
    await supplyWhole();
    const written = write(store.state, kind, caption);
    const text = 'why' in written ? t(written.why) : written.text;
    return { kind: 'text', text: text.slice(0, SHOWN), length: text.length };
  },
  async make({ store }, { caption }, { progress }) {
    await supplyWhole();
    const written = write(store.state, kind, caption);
    if ('why' in written) throw new Error(`no such file: ${written.why}`);
    progress(1);
    return new Blob([written.text], { type: `${KINDS[kind].type};charset=utf-8` });
  },
});

export const textOffers = [textOffer('tikz', ['caption']), textOffer('mermaid', ['caption']), textOffer('json', []), textOffer('itf', []), textOffer('tsv', [])];
