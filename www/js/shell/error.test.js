// A link that is refused has words for its key, for what may stand there and for what is wrong, in both languages.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { read, refusal } from '../state/engine.js';
import { engine } from '../testing.js';
import { speech } from '../words/i18n.js';
import { allowed } from './error.js';

before(engine);

/** @param {string} text */
const encoded = (text) => `1.${Buffer.from(text).toString('base64url')}`;

/** @param {string} link */
function refused(link) {
  try {
    read(link);
  } catch (error) {
    return refusal(error);
  }
  throw new Error(`${link} is not refused`);
}

for (const [what, link, code] of [
  ['a goal that there cannot be', 'v=1&p=own&n=4&goal=2.1', 'bad-value'],
  ['a goal that is none', 'v=1&p=own&n=4&goal=4', 'bad-value'],
  ['no program', 'v=1&p=own&n=4&prog=2', 'bad-value'],
  ['a program with a mistake', `v=1&p=own&n=4&prog=${encoded('task consensus\ndecide inptu\n')}`, 'bad-program'],
  ['a program that so many cannot run', `v=1&p=own&n=30&m=6&prog=${encoded('task broadcast\ngather f + 1 rounds\nresolve direct\ndecide result\n')}`, 'bad-program'],
])
  test(`refused: ${what}`, () => {
    const fault = refused(link);
    assert.equal(fault.code, code);
    for (const lang of /** @type {const} */ (['en', 'zh'])) {
      const say = speech(lang);
      assert.ok(say.t(`key.${fault.key}`));
      const told = say.t(`fault.${fault.code}`, { limit: 0, line: fault.line ?? 0, column: fault.column ?? 0 });
      assert.ok(told && (code !== 'bad-program' || told.includes(String(fault.line))), told);
      if (fault.allowed) assert.ok(allowed(/** @type {any} */ (fault), say));
    }
  });
