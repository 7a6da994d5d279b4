// Which files are opened as a text.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { textIn } from './file.js';

before(engine);

test('a text is opened whatever its letters; a picture, another encoding and what is too large are not', async () => {
  assert.deepEqual(await textIn(new Blob(['# 将军\ndecide A\n'])), { text: '# 将军\ndecide A\n' });
  assert.deepEqual(await textIn(new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)])), { why: 'strange' });
  assert.deepEqual(await textIn(new Blob([Buffer.from('decide A', 'utf16le')])), { why: 'strange' });
  assert.deepEqual(await textIn(new Blob(['#'.repeat(4096)])), { text: '#'.repeat(4096) });
  assert.deepEqual(await textIn(new Blob(['#'.repeat(4097)])), { why: 'large' });
});
