// What style sheets ask about the state, as attributes of a part's root; what is there already is left alone.

import { beatOf, isCovered } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { isFigure } from '../views/figures.js';
import { TAGS } from '../words/i18n.js';

/**
 * @param {HTMLElement} root @param {import('../state/types.js').State} s
 * @param {string} screen which is shown: what is asked for may still be on its way
 */
export function syncRootAttributes(root, s, screen) {
  const { fault, session, sheet, rail, presentation, projector, lang, aside } = s;
  const { embed, controls } = presentation;
  if (root.lang !== TAGS[lang]) root.lang = TAGS[lang];
  /** @type {Record<string, string>} */
  const looks = {
    state: fault ? 'fault' : session ? 'open' : 'large',
    view: screen,
    wide: isFigure(screen) ? 'on' : 'off',
    sheet,
    aside,
    rail: rail ? 'open' : 'shut',
    eyes: povOf(s) === null ? 'all' : 'one',
    embed: embed ? 'on' : 'off',
    controls: embed ? controls : 'full',
    projector: projector ? 'on' : 'off',
    lesson: fault || beatOf(s) === null ? 'off' : 'on',
    covered: !fault && isCovered(s) ? 'on' : 'off',
  };
  for (const [name, look] of Object.entries(looks)) if (root.dataset[name] !== look) root.dataset[name] = look;
}
