// Beside the map of an order: rules by hand and key, cells that open what they say, ways to trust, sentences in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @param {Page} page */
const link = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.link());
/** @param {Page} page @param {string} name */
const texts = (page, name) => part(page, name).locator('li').allInnerTexts();

test('a rule is chosen by hand and by key, and the run is another', () =>
  house.hosted({ link: 'v=1&p=trust', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    for (const by of ['shop', 'customer', 'majority', 'signed']) {
      await part(page, `by-${by}`).check();
      assert.equal(await link(page), `v=1&p=trust&n=3&by=${by}`);
      await until(page, by, (wanted) => document.querySelector('tr[data-now="on"]')?.getAttribute('data-rule') === wanted, by);
    }
    await part(page, 'by-signed').focus();
    await page.keyboard.press('ArrowUp');
    assert.equal(await link(page), 'v=1&p=trust&n=3&by=majority');
    assert.match((await texts(page, 'rests')).join('\n'), /payment service rests on the customer and the shop, which it does not trust/);
  }));

test('each broken cell opens the run that shows it, at its end', () =>
  house.hosted({ link: 'v=1&p=trust', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const cells = await page.locator('.rule-table td a').evaluateAll((all) => all.map((cell) => cell.closest('td')?.dataset.testid ?? ''));
    assert.deepEqual(cells, ['cell-shop-2', 'cell-customer-1', 'cell-service-3', 'cell-majority-1', 'cell-majority-2']);
    for (const cell of cells) {
      const harm = await part(page, cell).locator('a').getAttribute('data-harm');
      await part(page, cell).locator('a').click();
      const [, by, traitor] = cell.split('-');
      await until(page, cell, (wanted) => document.querySelector('tr[data-now="on"]')?.getAttribute('data-rule') === wanted, by);
      const condition = harm?.startsWith('split') ? 'agreement' : harm;
      await page.locator(`[data-testid="verdict-${condition}"][data-state="broken"]`).waitFor();
      assert.match(await link(page), new RegExp(`[&]t=${traitor}[&]`));
      // The column of this cheat and the row of this rule cross here.
      assert.equal(await part(page, cell).getAttribute('data-now'), 'on');
    }
  }));

test('five ways to trust: each opens, is marked, and is told', () =>
  house.hosted({ link: 'v=1&p=trust&w=12', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    for (const [name, wanted, told] of [
      ['lecture', 'v=1&p=trust&n=3', /both trust the payment service/],
      ['nobody', 'v=1&p=trust&n=3&w=23', /no friend in common/],
      ['fear', 'v=1&p=trust&n=3&w=0', /no friend in common/],
      ['circle', 'v=1&p=trust&n=3&w=12.23.31', /the shop itself/],
    ]) {
      await page.locator(`[data-preset="${name}"]`).click();
      await until(page, `${name}`, (link) => /** @type {any} */ (window).generals.session.link() === link, `${wanted}`);
      await page.locator(`[data-preset="${name}"][aria-current="true"]`).waitFor();
      assert.match((await texts(page, 'friends')).join('\n'), /** @type {RegExp} */ (told));
    }
    await page.locator('[data-preset="centre"] summary').click();
    assert.match(await part(page, 'centre').innerText(), /guild has 5 members; if one service cheats, 0/);
    await page.locator('[data-preset="fear-also"]').click();
    await until(page, 'three generals', () => /** @type {any} */ (window).generals.session.link() === 'v=1&p=om&n=3&t=2');
    assert.equal(await part(page, 'order-panel').isVisible(), false);
  }));

test('the guild is told with every switch, and in Chinese', () =>
  house.hosted({ link: 'v=1&p=trust&t=3&lang=zh', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    assert.match(await part(page, 'guild').innerText(), /同盟为空/);
    await part(page, 'trust-1-3').click();
    assert.match((await texts(page, 'friends')).join('\n'), /没有共同的朋友/);
    assert.match((await texts(page, 'rests')).join('\n'), /并不信任/);
    for (const place of ['.centre', '.panel']) assert.doesNotMatch(await page.locator(place).innerText(), /将军|指挥官|副官|叛徒|进攻|撤退/);
  }));

test('on a phone the rules are a tab, cells are large enough for a finger, and a listener hears the whole', () =>
  house.hosted({ link: 'v=1&p=trust&t=2', viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.getByRole('button', { name: 'Rules', exact: true }).tap();
    await part(page, 'sheet-grip').tap();
    const box = await boxOf(part(page, 'cell-service-3').locator('a'));
    assert.ok(box && box.height >= 44 && box.width >= 44, JSON.stringify(box));
    const heard = await part(page, 'order-panel').ariaSnapshot();
    assert.match(heard, /radio "Believe the service" \[checked\]/);
    assert.match(heard, /columnheader "Shop cheats"/);
    assert.match(heard, /link "two receipts, unnoticed"/);
    for (const place of ['.centre', '.panel']) assert.doesNotMatch(await page.locator(place).innerText(), /\bgenerals?\b|commander|lieutenant|traitor|attack|retreat/i);
  }));
