// A lesson in a link: its name and its beat stand behind a run, or alone; they are plain words, which need no engine.

/** @typedef {import('./types.js').State} State */

/** A link without a run: the beat that it names brings its own. @param {string} lesson @param {number | null} [beat] */
export const lessonLink = (lesson, beat = null) => `lesson=${lesson}${beat === null ? '' : `&beat=${beat}`}`;

/** A run as the stage of a beat. @param {string} link @param {string} lesson @param {number} beat */
export const staged = (link, lesson, beat) => `${link}&lesson=${lesson}&beat=${beat}`;

/** How a page is shown of which no link says anything. @type {import('#generals').Presentation} */
export const AS_USUAL = { lang: null, theme: 'auto', embed: false, controls: 'full', autoplay: false, loop: false, until: null, speed: 1, keys: 'own', number: 1 };

/** @typedef {Pick<State, 'presentation' | 'lang' | 'langChosen' | 'theme'>} Shown */

/** How the page is shown, with what the reader chose. @param {Shown} s */
export const lookOf = ({ presentation, lang, langChosen, theme }) => ({ ...presentation, lang: langChosen ? lang : null, theme });

/** How the page is shown, which whatever is opened keeps. @param {Shown} s @param {string} link */
export function shownAlike(s, link) {
  const kept = Object.entries(lookOf(s)).filter(([key, value]) => value !== AS_USUAL[/** @type {keyof typeof AS_USUAL} */ (key)]);
  return [link, ...kept.map(([key, value]) => `${key}=${value === true ? 1 : value}`)].join('&');
}
