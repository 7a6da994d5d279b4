// The inspector: whom it opens on, what its title says, what it covers while the reader is asked.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, says, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('it opens on the first loyal lieutenant, and its title says whose view it is; in fog it covers the answer it asks for', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=2&at=9', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const title = page.locator('.inspector h2');
    const open = (/** @type {string} */ link) => page.evaluate((to) => /** @type {any} */ (window).generals.open(to), link);
    const titled = (/** @type {string} */ words) =>
      until(page, words, (wanted) => document.querySelector('.inspector h2')?.textContent?.replace(/’/g, "'") === wanted, words);
    await titled("General 3's vote, as we see it");
    assert.equal(await page.locator('.touched-mask').count(), 1, 'who sees everything sees the mark');
    await page.keyboard.press('2');
    await titled('General 2');
    await page.keyboard.press('1');
    await titled('General 1');

    await open('v=1&p=om&n=4&t=2&at=9&pov=3');
    await titled('What General 3 knows');
    assert.equal(await page.locator('.touched-mask').count(), 0, 'he knows of no mark');
    assert.match((await part(page, 'vote-tree').textContent()) ?? '', /majority of 3/);
    assert.equal(await page.locator('[data-testid="vote-tree"] .result-word').textContent(), '');
    assert.equal(await page.locator('.cases [aria-current]').count(), 0);
    await part(page, 'advice').locator('button[value="A"]').click();
    await says(page, 'vote-tree', '2 : 1');

    await open('v=1&p=sm&n=4&t=3&at=6');
    await titled('What General 2 holds, as we see it');
    assert.equal(await title.count(), 1);
  }));

test('the cases are in sight in the scenario, none folded away, and the one that is open is marked', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1&s=split', viewport: { width: 1280, height: 800 } }, async (page) => {
    await ready(page);
    await part(page, 'cases-jump').click();
    const cases = part(page, 'cases').locator('a');
    assert.equal(await cases.count(), 10);
    const inSight = await cases.evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().bottom <= innerHeight).length);
    assert.equal(inSight, 10);
    assert.equal(await page.locator('.cases [aria-current]').getAttribute('data-case'), 'commander');
    await cases.nth(2).click();
    await until(page, 'the mark', () => document.querySelector('.cases [aria-current]')?.getAttribute('data-case') === 'four');
    await page.goBack();
    await until(page, 'the mark', () => document.querySelector('.cases [aria-current]')?.getAttribute('data-case') === 'commander');
  }));
