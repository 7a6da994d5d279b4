// Links as they arrive: from chats, from sentences, cut in the middle, from a later version.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { faultOf, read } from './core.js';
import { diagnose } from './mend.js';
import { engine } from './testing.js';

before(engine);

/** @param {string} link */
const opens = (link) => {
  try {
    read(link);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} link */
function found(link) {
  try {
    read(link);
  } catch (error) {
    return diagnose(link, faultOf(error, link), opens);
  }
  return assert.fail(`${link} opens`);
}

test('what a sentence left behind the link is named, and the link without it is offered', () => {
  for (const [tail, seen] of [['.', '.'], [')', ')'], ['%22%3E', '">'], ['%E3%80%82', '。'], [',%20', ','], ['**', '**']]) {
    const { what, first, token } = found(`v=1&p=om&n=4&t=3${tail}`);
    assert.deepEqual([what, first, token], ['strewn', 'v=1&p=om&n=4&t=3', seen]);
  }
});

test('the backslashes and spaces of chats are taken out', () => {
  assert.equal(found('v=1\\&p=om\\&n=4').first, 'v=1&p=om&n=4');
  assert.equal(found('v=1&p=om&n=4&t=1.3&s=honest&x=1.3-2R\\_1.3-4R').first, 'v=1&p=om&n=4&t=1.3&s=honest&x=1.3-2R_1.3-4R');
  assert.equal(found('v=1&p=om%20&n=4').first, 'v=1&p=om&n=4');
});

test('a link that breaks off is said to be cut, and what could be read is offered', () => {
  for (const [link, last, rest] of [
    ['v=1&p=om&n=4&m=', 'm=', 'v=1&p=om&n=4'],
    ['v=1&p=om&n=4&t=3&s=spl', 's=spl', 'v=1&p=om&n=4&t=3'],
    ['v=1&p=om&n=4&t=3&x=1.3-', 'x=1.3-', 'v=1&p=om&n=4&t=3'],
    ['v=1&p=om&n=4&t=3&lan', 'lan', 'v=1&p=om&n=4&t=3'],
  ]) {
    const { what, first, token } = found(link ?? '');
    assert.deepEqual([what, token, first], ['cut', last, rest]);
  }
});

test('links of a later version and unknown protocols are said to be that, and nothing is guessed first', () => {
  assert.deepEqual(found('v=2&p=om&n=4'), { what: 'newer', first: null, token: '2' });
  assert.deepEqual(found('v=1&p=paxos&n=4'), { what: 'protocol', first: null, token: 'paxos' });
  assert.equal(found('v=one&p=om&n=4').what, 'other');
});

test('too many generals lead to the start page first, other faults to the nearest run', () => {
  assert.equal(found('v=1&p=om&n=99').first, null);
  assert.equal(found('v=1&p=om&n=4&t=5').first, 'v=1&p=om&n=4');
  assert.equal(found('v=1&p=om&n=4&s=evil&t=3').what, 'other');
});
