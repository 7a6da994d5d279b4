// How the words of the language are told apart where a program is shown: names in any script are left alone.

import { languages } from 'prism-code-editor/prism';

/** Whole names only, in whatever script they stand. @param {string} words @param {string} [after] */
const whole = (words, after = '') => RegExp(`(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])${after}`, 'u');

export const LANGUAGE = 'program';

export const GRAMMAR = {
  comment: /#.*/,
  keyword: whole('task|broadcast|consensus|signed|if|elif|else|for|in|send|to|all|others|gather|collect|rounds|resolve|decide|and|or|not'),
  function: whole('count|said|heard|holds|result', '(?=\\()'),
  constant: whole('A|R|none|silent|true|false'),
  known: whole('n|f|me|commander|order|input|direct|votes|result'),
  number: whole('\\d+'),
};

languages[LANGUAGE] = GRAMMAR;
