// The address is the whole state: it follows what is done, and brings it back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, choose, keys, openHouse, part, ready, steps, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`it survives a reload (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=5&t=2' }, async (page) => {
      await ready(page);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await atStep(page, 2);
      await addressSays(page, 'at', '2');
      await page.reload();
      await ready(page);
      await atStep(page, 2);
      assert.equal(await page.locator('[data-testid^="general-"]').count(), 5);
    }));

  test(`changing the scenario changes the address, and a reload keeps it (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
      await ready(page);
      await choose(page, 'order', 'R');
      await choose(page, 'strategy', 'silent');
      await addressSays(page, 'o', 'R');
      await addressSays(page, 's', 'silent');
      await page.reload();
      await ready(page);
      const scenario = await page.evaluate(() => /** @type {any} */ (window).generals.session.scenario());
      assert.equal(scenario.order, 'R');
      assert.equal(scenario.strategy, 'silent');
    }));
}

test('a link pasted into the address opens without loading the page anew', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=7&m=2&t=1.5';
    });
    await until(page, 'seven generals', () => document.querySelectorAll('[data-testid^="general-"]').length === 7);
    await page.goBack();
    await until(page, 'four generals', () => document.querySelectorAll('[data-testid^="general-"]').length === 4);
  }));

test('a link with a place opens there', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=5' }, async (page) => {
    await ready(page);
    await atStep(page, 5);
  }));

test('a place past the end is the end', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=500' }, async (page) => {
    await ready(page);
    await atStep(page, await steps(page));
  }));

test('Share shows the link that opens this very state', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1&s=split&at=4' }, async (page) => {
    await ready(page);
    await part(page, 'share').click();
    const shown = part(page, 'share-link');
    await shown.waitFor();
    const link = (await shown.inputValue().catch(() => shown.innerText())).trim();
    const shared = new URLSearchParams(link.replace(/^[^#]*#/, ''));
    assert.equal(shared.get('t'), '1');
    assert.equal(shared.get('s'), 'split');
    assert.equal(shared.get('at'), '4');
    await page.goto('about:blank');
    await page.goto(link);
    await ready(page);
    await atStep(page, 4);
  }));

test('no address of a longer visit is refused by the browser', () =>
  house.file({ link: 'v=1&p=om&n=7&m=2&t=1.5' }, async (page) => {
    await ready(page);
    for (let step = 0; step < 150; step++) await page.keyboard.press('ArrowRight');
    await atStep(page, 150);
    await addressSays(page, 'at', '150');
    assert.equal(keys(page).get('n'), '7');
  }));
