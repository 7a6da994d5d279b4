// Vectors of opinions in words, on real runs.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from './i18n.js';
import { plain } from './narrate.js';
import { sentence } from '../transport/narration.js';
import { because } from '../verdict/verdict-words.js';
import { engine, opened } from '../testing.js';
import { disputed, mistaken, shared, spelled, tellVectors } from './vectors.js';

before(engine);

/** Spaces that keep words together read as spaces. @param {string} words */
const spaced = (words) => words.replaceAll('\u2060', '').replace(/[\u00a0\u2009\u202f]/g, ' ');
/** @param {string} link @param {import('../state/types.js').Lang} [lang] */
const told = (link, lang = 'en') => spaced(plain(sentence(opened(link).state, speech(lang))));
/** @param {string} link @param {'agreement' | 'validity'} condition @param {import('../state/types.js').Lang} [lang] */
function why(link, condition, lang = 'en') {
  const { verdict, scenario } = opened(link).state;
  assert.ok(verdict && scenario);
  return spaced(because(speech(lang), verdict, condition, scenario));
}

const AGREE = 'v=1&p=ic&n=4&t=3&i=AARA&at=99';
const BROKEN = 'v=1&p=ic&n=3&t=3&i=AAR&at=99';

test('a vector is spelled letter by letter, a long one in groups', () => {
  assert.equal(spaced(spelled('ARAA')), 'A R A A');
  assert.equal(spelled('ARAARRAAR'), 'ARAA RRAA R');
  assert.equal(spelled('ARAR'.repeat(16)), `${'ARAR '.repeat(6)}…`);
});

test('who has the same, and about whom they part', () => {
  const vectors = { 1: 'ARA', 2: 'RRA', 4: 'ARA' };
  assert.deepEqual(shared(vectors), [
    { vector: 'ARA', ids: [1, 4] },
    { vector: 'RRA', ids: [2] },
  ]);
  assert.deepEqual(disputed(vectors), [1]);
  assert.deepEqual(disputed({}), []);
  assert.deepEqual(mistaken('RRA', { i: 'ARR', traitors: [3] }), [1], 'what a traitor is held to be for is not judged');
});

test('the end names the one vector and counts its votes', () => {
  assert.equal(told(AGREE), 'Attack: 4 of 4. All loyal generals have the same vector: A A A A.');
  assert.equal(told(AGREE, 'zh'), '进攻：4 票中占 4 票。所有忠诚的将军得到同一个向量：A A A A。');
  assert.match(told('v=1&p=ic&n=4&i=ARAR&at=99'), /^2 of 4 for each: a tie counts as Retreat\./);
  assert.match(told('v=1&p=ic&n=3&m=1&t=2.3&at=99'), /General 1 is the only loyal general/);
  assert.equal(told('v=1&p=ic&n=2&m=0&t=1.2&at=99'), 'No loyal general is left to decide.');
});

test('where vectors differ it says about whom, and what each does', () => {
  assert.equal(
    told(BROKEN),
    'Generals 1 and 2 attack. The vectors differ about Generals 1 and 2: General 1 has A R A, General 2 has R A A.',
  );
  const many = { 1: 'AAA', 2: 'AAR', 3: 'ARA', 4: 'RAA' };
  const words = plain(tellVectors(speech('en'), { 1: 'A', 2: 'A', 3: 'A', 4: 'A' }, many));
  assert.match(spaced(words), /^Generals 1, 2, 3, and 4 attack\..*General 3 has A R A, General 4 has another\.$/, 'of many some are told');
});

test('the conditions have witnesses by their vectors', () => {
  assert.equal(why(AGREE, 'agreement'), 'All loyal generals have A A A A.');
  assert.equal(why(AGREE, 'validity'), 'Every loyal general’s opinion stands in every loyal vector.');
  assert.equal(why(BROKEN, 'agreement'), 'General 1 has A R A, General 2 has R A A.');
  assert.match(why(BROKEN, 'validity'), /^Loyal General 2 is for Attack, but in the vector of General 1 he is for Retreat\.$/);
  assert.match(why(BROKEN, 'validity', 'zh'), /^忠诚的将军 2 主张进攻，而在将军 1 的向量里却是撤退。$/);
  assert.equal(why('v=1&p=ic&n=2&m=0&t=1.2', 'agreement'), 'There is no loyal general to disagree.');
});

test('opinions are told, relayed, and lied about', () => {
  assert.equal(told('v=1&p=ic&n=4&t=3&i=AARA'), 'Every general has an opinion. Attack: 1, 2, and 4. Retreat: 3. Press play, and each tells the others.');
  assert.equal(told('v=1&p=ic&n=4&i=RRRR'), 'Every general has an opinion, and all are for Retreat. Press play, and each tells the others.');
  assert.equal(told('v=1&p=ic&n=4&t=3&i=AARA&at=1'), 'General 1 tells General 2 his opinion: Attack.');
  assert.equal(
    told('v=1&p=ic&n=4&t=3&i=AARA&at=8'),
    'General 3 tells General 2 that he is for Attack. That is a lie: his opinion is Retreat.',
  );
  assert.match(told('v=1&p=ic&n=4&t=3&i=AARA&at=14'), /^General \d tells General \d: “General 1 said Attack\.”/);
  assert.match(told('v=1&p=ic&n=4&t=3&s=silent&at=7'), /^General 3 sends General 1 nobody\. He keeps his opinion to himself/);
});

test('in fog a general knows his own opinion and his own end', () => {
  assert.equal(told('v=1&p=ic&n=4&t=3&i=AARA&pov=3'), 'General 3 is for Retreat. Press play, and each general tells the others what he is for.');
  assert.equal(told(`${AGREE}&pov=1`), 'General 1 decides: Attack. He has the vector A A A A, and obeys its majority.');
});
