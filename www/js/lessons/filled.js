// A lesson's text with its numbers, which the engine computes when the text is shown.

import { ask } from './asking.js';
import { answerWords } from './answer-words.js';

/**
 * @param {import('../shell/page.js').Page} page @param {import('./types.js').Beat} beat @param {string} text
 */
export const filled = (page, beat, text) =>
  text.replace(/\{(\w+)\}/g, (_, name) => {
    const asked = beat.values?.[name];
    if (!asked) throw new Error(`a lesson's text names ${name}, which it does not ask`);
    return answerWords(page.say(), ask(asked.ask, asked.link ?? beat.link));
  });
