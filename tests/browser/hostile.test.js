// Links that nothing can be made of: each is answered in words, in the reader's language, with a way on.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openHouse, part, ready } from './harness.js';

/** @type {{link: string, code: string, key: string | null}[]} */
const hostile = JSON.parse(readFileSync(new URL('../links/hostile.json', import.meta.url), 'utf8'));

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('there are at least thirty of them', () => assert.ok(hostile.length >= 30));

for (const { link, code, key } of hostile) {
  const short = link.length > 60 ? `${link.slice(0, 60)}… (${link.length} characters)` : link;
  test(`${short} is answered: ${code}`, () =>
    house.hosted({ link }, async (page) => {
      const answer = part(page, 'error');
      await answer.waitFor();
      const words = (await answer.innerText()).trim();
      assert.match(words, /\p{L}{2,}.*\s.*\p{L}{2,}/u);
      // The first row names the key; the link offered below it names others too.
      // A run that is too large is legal, and is told in words.
      if (code === 'too-large') assert.match(words, new RegExp(`\\b${key}\\b`));
      else if (key !== null) assert.match(await answer.locator('dd').first().innerText(), new RegExp(`^${key} \\(.+\\)$`));
      if (['bad-value', 'out-of-range'].includes(code)) assert.equal(await answer.locator('dd').count(), 3, 'key, read, allowed');
      const ways = answer.locator('a[href], button:enabled');
      assert.ok((await ways.count()) > 0, 'a way on is offered');
      await ways.first().click();
      await ready(page);
      await answer.waitFor({ state: 'hidden' });
    }));
}

test('the answer is in the reader’s language', async () => {
  await house.hosted({ link: 'v=1&n=99&lang=zh' }, async (page) => {
    await part(page, 'error').waitFor();
    assert.match(await part(page, 'error').innerText(), /\p{Script=Han}/u);
  });
});
