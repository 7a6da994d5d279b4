// What another page is given to show a run: a frame of the single file, or the element that makes one. Pure.

/** @type {Record<string, string>} */
const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign]);

/** In CSS pixels: a run alone, and a lesson beside its stage. On narrower pages a frame is as wide as there is room. */
export const RUN_SIZE = { width: 640, height: 420 };
export const LESSON_SIZE = { width: 960, height: 640 };

/** The language is said where the reader has chosen it: else a frame speaks that of who looks at it. @typedef {Pick<import('../state/types.js').State, 'lang' | 'langChosen'>} Spoken */

/**
 * @param {string} file the single file @param {string} link @param {string} title for who hears the page @param {Spoken} s
 * @param {{width: number, height: number}} size
 */
export function frameCode(file, link, title, { lang, langChosen }, { width, height }) {
  const shown = `${file}#${link}${langChosen ? `&lang=${lang}` : ''}&embed=1`;
  return `<iframe src="${escaped(shown)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-scripts allow-downloads" allow="fullscreen; clipboard-write"></iframe>`;
}

/** @param {string} folder where the script is @param {string} link @param {Spoken} s */
export function elementCode(folder, link, { lang, langChosen }) {
  const spoken = langChosen ? ` lang="${lang}"` : '';
  return `<script src="${escaped(folder)}embed.js"></script>\n<byzantine-generals${spoken} scenario="${escaped(link)}"></byzantine-generals>`;
}
