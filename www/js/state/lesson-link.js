// A lesson in a link: its name and its beat stand behind a run, or alone; they are plain words, which need no engine.

/** @typedef {import('./types.js').State} State */

/** A link without a run: the beat that it names brings its own. @param {string} lesson @param {number | null} [beat] */
export const lessonLink = (lesson, beat = null) => `lesson=${lesson}${beat === null ? '' : `&beat=${beat}`}`;

/** A run as the stage of a beat. @param {string} link @param {string} lesson @param {number} beat */
export const staged = (link, lesson, beat) => `${link}&lesson=${lesson}&beat=${beat}`;

/** How the page is shown, which whatever is opened keeps. @param {Pick<State, 'presentation' | 'lang' | 'langChosen' | 'theme'>} s @param {string} link */
export function shownAlike({ presentation: { embed, controls }, lang, langChosen, theme }, link) {
  const more = [langChosen && `lang=${lang}`, theme !== 'auto' && `theme=${theme}`, embed && 'embed=1', controls !== 'full' && `controls=${controls}`];
  return [link, ...more.filter(Boolean)].join('&');
}
