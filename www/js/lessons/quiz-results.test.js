// What came out of a quiz: what counts as right, the file with its columns and quotes, and the measure of two.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerKey, csv, measure, rightOf, rowsOf } from './quiz-results.js';

/** @typedef {import('./quiz-kept.js').Take} Take */

const YES_NO = [
  { is: true, text: 'Yes' },
  { is: false, text: 'No' },
];
/** @param {string} id @param {import('./types.js').Choice[]} choices @returns {import('./quiz-forms.js').Question} */
const question = (id, choices) => ({
  id,
  question: { A: `${id} in A?`, B: `${id} in B?` },
  choices,
  A: { link: `v=1&p=om&n=4&${id}`, ask: 'agreement' },
  B: { link: `v=1&p=om&n=7&${id}`, ask: 'agreement' },
});
const QUESTIONS = [question('one', YES_NO), question('two', YES_NO), question('three', [{ is: 'agreement', text: 'Agreement' }, { is: '', text: 'Nothing' }])];
/** @type {Map<string, import('./types.js').Answer>} */
const ANSWERS = new Map();
for (const form of /** @type {const} */ (['A', 'B'])) for (const [i, answer] of [true, false, ''].entries()) ANSWERS.set(answerKey(form, QUESTIONS[i].id), answer);

/** @param {'A' | 'B'} form @param {'before' | 'after'} when @param {number[]} choices @returns {Take} */
const take = (form, when, choices) => ({
  form,
  when,
  said: Object.fromEntries(choices.map((choice, i) => [QUESTIONS[i].id, { choice, seconds: i + 0.25 }])),
  open: null,
  ended: true,
});
/** @param {Take} one */
const rows = (one) => rowsOf(one, QUESTIONS, ANSWERS);

test('right is what is computed; who does not know, or said what there is not, is wrong', () => {
  assert.deepEqual(rows(take('A', 'before', [0, 0, 1])).map(({ isRight }) => isRight), [true, false, true]);
  assert.deepEqual(rows(take('A', 'before', [-1, 1, 7])).map(({ isRight, said }) => [isRight, said?.text]), [[false, undefined], [true, 'No'], [false, undefined]]);
  assert.equal(rightOf(rows(take('A', 'before', [0, 1]))), 2);
});

test('before an answer is computed nothing is right', () => {
  const told = rowsOf(take('A', 'before', [0, 1, 1]), QUESTIONS, new Map());
  assert.deepEqual(told.map(({ isRight, found }) => [isRight, found]), [[false, undefined], [false, undefined], [false, undefined]]);
});

test('the file has one line a question, with exactly these columns', () => {
  const first = take('B', 'before', [0, -1, 1]);
  assert.equal(
    csv('ann', [{ take: first, rows: rows(first) }]),
    [
      'nickname,form,when,question,link,choice,computed,right,seconds',
      'ann,B,before,one,v=1&p=om&n=7&one,true,true,1,0.3',
      'ann,B,before,two,v=1&p=om&n=7&two,do-not-know,false,0,1.3',
      'ann,B,before,three,v=1&p=om&n=7&three,none,none,1,2.3',
      '',
    ].join('\r\n'),
  );
});

test('after the second time it has both', () => {
  const both = [take('A', 'before', [0, 0, 0]), take('B', 'after', [0, 1, 1])].map((one) => ({ take: one, rows: rows(one) }));
  const lines = csv('ann', both).trimEnd().split('\r\n').slice(1);
  assert.deepEqual(lines.map((line) => line.split(',').slice(1, 4).join()), ['A,before,one', 'A,before,two', 'A,before,three', 'B,after,one', 'B,after,two', 'B,after,three']);
});

test('a field with a comma, a quote or a line end is quoted, and its quotes are doubled', () => {
  const one = take('A', 'before', [0, 0, 0]);
  const line = (/** @type {string} */ nickname) => csv(nickname, [{ take: one, rows: rows(one).slice(0, 1) }]).split('one,')[0].split('seconds\r\n')[1];
  assert.equal(line('a,b'), '"a,b",A,before,');
  assert.equal(line('a "b"'), '"a ""b""",A,before,');
  assert.equal(line('a\nb'), '"a\nb",A,before,');
  assert.equal(line('将军'), '将军,A,before,');
});

test('the measure is right after minus right before, question by question', () => {
  const [before, after] = [take('A', 'before', [0, -1, 1]), take('B', 'after', [1, 1, 1])].map(rows);
  assert.deepEqual(measure(before, after), [
    { id: 'one', before: true, after: false, change: -1 },
    { id: 'two', before: false, after: true, change: 1 },
    { id: 'three', before: true, after: true, change: 0 },
  ]);
});
