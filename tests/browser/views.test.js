// The ways of looking: each has its tab and its address; small screens have one control for all.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, cursor, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const FIGURES = ['time', 'tree', 'table'];

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`every tab opens its figure, keeps the step and writes the address (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=4&t=3&at=6' }, async (page) => {
      await ready(page);
      for (const name of FIGURES) {
        await part(page, `view-${name}`).click();
        await part(page, name).waitFor();
        assert.equal(await part(page, `view-${name}`).getAttribute('aria-current'), 'page');
        await addressSays(page, 'view', name);
        assert.equal(await cursor(page), 6);
        await part(page, 'step').click();
        await atStep(page, 7);
        await part(page, 'step-back').click();
      }
      await page.keyboard.press('Escape');
      await addressSays(page, 'view', null);
      await part(page, 'general-1').waitFor();
    }));
}

test('the scenario can be changed beside every figure', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=time' }, async (page) => {
    await page.locator('.scenario-button').click();
    await part(page, 'n').fill('5');
    await until(page, 'five generals', () => /** @type {any} */ (window).generals.session.scenario().n === 5);
    await part(page, 'time').waitFor();
  }));

test('on a phone one control opens every figure, within the screen', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', viewport: { width: 360, height: 740 }, touch: true }, async (page) => {
    await ready(page);
    for (const name of [...FIGURES, 'lab', 'map']) {
      await part(page, 'view').selectOption(name);
      await until(page, `${name} to be shown`, (wanted) => document.body.dataset.view === wanted, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, 360, `${name} fits`);
    }
  }));

test('through one general’s eyes the laboratory is shut, with the reason', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&pov=2' }, async (page) => {
    await ready(page);
    const tab = part(page, 'view-lab');
    assert.equal(await tab.getAttribute('aria-disabled'), 'true');
    assert.match((await tab.getAttribute('title')) ?? '', /traitors/);
    await tab.click({ force: true });
    assert.equal(await page.evaluate(() => document.body.dataset.view), 'map');
  }));

test('a link says who and which message is looked at', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&general=4&message=6&view=table' }, async (page) => {
    await part(page, 'table').waitFor();
    await atStep(page, 6);
    await part(page, 'view-map').click();
    await part(page, 'message').waitFor();
    assert.equal(await part(page, 'general-4').getAttribute('aria-pressed'), 'true');
    await addressSays(page, 'message', '6');
    await addressSays(page, 'general', '4');
  }));
