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

/** The view that is open, and the step. @param {import('./harness.js').Page} page */
const place = (page) =>
  page.evaluate(() => `${document.body.dataset.view} ${/** @type {any} */ (window).generals.session.cursor}`);
/** @param {import('./harness.js').Page} page @param {string} wanted */
const stands = (page, wanted) =>
  until(page, wanted, (where) => `${document.body.dataset.view} ${/** @type {any} */ (window).generals.session?.cursor}` === where, wanted);

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`a view, a tool, another run are steps of history; playing and edits are not; undo knows what it knew (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=4&t=3', reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      const before = await page.evaluate(() => history.length);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('t');
      await choose(page, 'order', 'R');
      await addressSays(page, 'o', 'R');
      assert.equal(await page.evaluate(() => history.length), before);
      await part(page, 'view-tree').click();
      await stands(page, 'tree 1');
      await page.keyboard.press('l');
      await stands(page, 'lab 1');
      await part(page, 'lab-ring').click();
      await addressSays(page, 'view', 'ring');
      await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=7&m=2&t=1.5'));
      await stands(page, 'map 0');
      assert.equal(await page.evaluate(() => history.length), before + 4);
      await page.goBack();
      await addressSays(page, 'view', 'ring');
      await page.goBack();
      await page.goBack();
      await stands(page, 'tree 1');
      await page.goBack();
      await stands(page, 'map 1');
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=4&o=R&t=2.3');
      await page.keyboard.press('Control+z');
      await addressSays(page, 'o', null);
      await page.keyboard.press('Control+z');
      await addressSays(page, 't', '3');
      await page.goForward();
      await stands(page, 'tree 1');
      await addressSays(page, 'o', 'R');
      await page.reload();
      await until(page, 'the hook', () => 'generals' in window);
      await page.goBack();
      await stands(page, 'map 1');
      assert.equal(await place(page), 'map 1');
    }));

  test(`a link in the query is opened, and moved behind the # (${where})`, () =>
    house[where]({}, async (page) => {
      const [address] = page.url().split('#');
      await page.goto(`${address}?v=1&p=OM&n=5&t=2&at=3`);
      await ready(page);
      await atStep(page, 3);
      await until(page, 'the address', () => location.search === '' && location.hash === '#v=1&p=om&n=5&t=2&at=3');
      await page.goto(`${address}?v=1&n=99`);
      await part(page, 'error').waitFor();
      assert.match(page.url(), /[^?]*#v=1&n=99$/);
      await page.goto(`${address}?utm=1`);
      await ready(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=4&t=3');
    }));
}

test('the hook opens a link as a step of history, and refuses what is no text', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    const refused = await page.evaluate(() => {
      try {
        /** @type {any} */ (window).generals.open(7);
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
      return false;
    });
    assert.equal(refused, true);
    await page.evaluate(() => /** @type {any} */ (window).generals.open('#v=1&p=sm&n=4&t=3'));
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=sm&n=4&t=3', 'also where the whole engine has to come first');
    await page.goBack();
    await addressSays(page, 'p', 'om');
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&n=99'));
    await part(page, 'error').waitFor();
  }));
