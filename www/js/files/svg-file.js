// What is on the screen as an svg that stands alone: colours as they are, fonts that systems have, text as text.

import { readPalette } from '../paint/palette.js';
import { sceneMarkup } from '../paint/scene-svg.js';
import { captionHeight, captionOf, captionShapes, runWords } from './caption.js';
import { mapDrawing, unhandled } from './map-drawing.js';
import { regionMarkup } from './region-svg.js';
import { placeIn } from './tokens.js';
import { words } from './svg-copy.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOptions} FileOptions */
/** @typedef {import('./shown.js').Shown} Shown */
/** @typedef {{text: string, width: number, height: number}} Drawing */

/** @param {Page} page @param {Exclude<Shown, {kind: 'none'}>} shown @param {FileOptions['theme']} theme */
function pictureOf(page, shown, theme) {
  if (shown.kind === 'region') return regionMarkup(page.root, shown.nodes, theme);
  const drawing = mapDrawing(page, theme);
  try {
    const markup = sceneMarkup(drawing.shapes(unhandled(page.store.state)), drawing.palette, `${theme}-map-`);
    return { markup, ...drawing.size };
  } finally {
    drawing.leave();
  }
}

/** @param {Page} page @param {Exclude<Shown, {kind: 'none'}>} shown @param {FileOptions} options @returns {Drawing} */
export function svgText(page, shown, { theme, caption }) {
  const { store, say } = page;
  const { markup, width, height } = pictureOf(page, shown, theme);
  const below = caption ? captionOf(store.state, say(), location.href, width) : null;
  const { place, leave } = placeIn(theme);
  try {
    const palette = readPalette(place);
    const foot = below ? sceneMarkup(captionShapes(below, { width, height }), palette, `${theme}-caption-`) : '';
    const tall = height + (below ? captionHeight(below) : 0);
    const fonts = palette.serif.replace(/\s+/g, ' ').replace(/"/g, "'");
    const root = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}" font-family="${fonts}"`;
    const text = `<svg ${root}><title>${words(runWords(store.state, say()))}</title>${markup}${foot}</svg>`;
    return { text, width, height: tall };
  } finally {
    leave();
  }
}
