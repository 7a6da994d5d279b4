// Which protocol when: the table opens from its link with the engine's numbers, follows the open run, and its rows are runs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The row of a protocol, a text a cell. @param {Page} page @param {string} name */
const row = (page, name) => page.locator('tr', { has: part(page, `which-${name}`) });

test('each protocol has a row with what it promises and costs this army', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3&view=which' }, async (page) => {
    await part(page, 'which-king').waitFor();
    assert.equal(await page.locator('.which tbody tr').count(), await part(page, 'protocol').locator('option').count());
    assert.match(await row(page, 'king').innerText(), /Phase king[\s\S]*n\s>\s3m[\s\S]*9[\s\S]*270/);
    assert.match(await row(page, 'queen').innerText(), /n\s>\s4m[\s\S]*m\s=\s2 needs n\s=\s9/);
    assert.equal(await row(page, 'om').getAttribute('aria-current'), 'true');
    await part(page, 'n').fill('9');
    await row(page, 'queen').getByText('for n = 9, m = 2').waitFor();
  }));

test('a name opens a run that keeps the promise, and one beyond breaks it', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=which' }, async (page) => {
    await part(page, 'beyond-queen').click();
    await addressSays(page, 'p', 'queen');
    await page.goBack();
    await part(page, 'which-bracha').click();
    await addressSays(page, 'p', 'bracha');
    await part(page, 'lab').waitFor({ state: 'hidden' });
  }));

test('on a phone each protocol is a card that fits, with its heads beside its cells', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=which&lang=zh', viewport: { width: 360, height: 780 }, touch: true }, async (page) => {
    await part(page, 'which-king').waitFor();
    const { wide, seen, label, right, mask } = await page.evaluate(() => ({
      wide: document.querySelector('.lab')?.scrollWidth ?? 0,
      seen: document.documentElement.clientWidth,
      label: getComputedStyle(/** @type {Element} */ (document.querySelector('.which-label'))).display,
      right: document.querySelector('.which tbody tr')?.getBoundingClientRect().right ?? 0,
      mask: getComputedStyle(/** @type {Element} */ (document.querySelector('.lab-scroll'))).maskImage,
    }));
    assert.ok(wide <= seen, `${wide} px wide on ${seen}`);
    assert.notEqual(label, 'none');
    assert.ok(right >= seen - 24, `it ends at ${right} of ${seen}`);
    assert.equal(mask, 'none', 'its edge does not fade, as that of a table that is scrolled');
  }));
