// The two forms of the quiz: who begins with which, and what a question asks in each.

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./types.js').Choice} Choice */
/** @typedef {import('./types.js').Asked} Asked */
/** @typedef {'A' | 'B'} Form */
/** As the quiz's file says it. `controls`: there the protocol holds.
 * @typedef {{id: string, controls?: boolean, question: Record<Form, string>, choices: Choice[] | Record<Form, Choice[]>} & Record<Form, Required<Asked>>} Question
 */

/** A name that is longer is cut. */
export const NICKNAME_MOST = 40;

/** A nickname as it is kept: in one form of writing, and with no sign in front that spreadsheets would take for a formula. @param {string} typed */
export const nicknameOf = (typed) =>
  [...typed.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').replace(/^[\s=+\-@]+/, '')].slice(0, NICKNAME_MOST).join('').trimEnd();

/** The form that a nickname begins with: A where the code point of its last character is even. @param {string} nickname @returns {Form} */
export const formOf = (nickname) => ((nickname.match(/.$/su)?.[0].codePointAt(0) ?? 0) % 2 === 0 ? 'A' : 'B');

/** @param {Form} form @returns {Form} */
export const otherForm = (form) => (form === 'A' ? 'B' : 'A');

/** What a question asks in one form. @param {Question} question @param {Form} form */
export const asIn = ({ id, controls = false, question, choices, ...forms }, form) => ({
  id,
  controls,
  text: question[form],
  choices: Array.isArray(choices) ? choices : choices[form],
  ...forms[form],
});

/** @typedef {ReturnType<typeof asIn>} Asking */
