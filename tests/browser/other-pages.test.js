// The step API as a module for others: a page elsewhere on the host, and Node.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openHouse } from './harness.js';
import { DIST } from './server.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=3&t=3';

test('another page imports it and runs a scenario', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    const validity = await page.evaluate(
      async ([address, link]) => {
        /** @type {typeof import('#generals')} */
        const { default: init, Session } = await import(address ?? '');
        await init();
        return Session.open(link ?? '').verdict().validity;
      },
      [`${house.host.site}generals.js`, LINK],
    );
    assert.deepEqual(validity, { holds: false, witnesses: [2] });
  }));

test('Node imports it and runs the same scenario', async () => {
  /** @type {typeof import('#generals')} */
  const { default: init, Session } = await import(new URL('generals.js', DIST).href);
  await init({ module_or_path: await readFile(new URL('generals_bg.wasm', DIST)) });
  assert.deepEqual(Session.open(LINK).verdict().validity, { holds: false, witnesses: [2] });
});
