// Changing the scenario in the panel and on the map; what is drawn changes with it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, keys, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=4&t=3';

/** @param {import('./harness.js').Page} page @param {number} count */
const generals = (page, count) =>
  until(
    page,
    `${count} generals`,
    (wanted) => document.querySelectorAll('[data-testid^="general-"]').length === wanted,
    count,
  );

/** The colours on the map, as one number that changes when they do. @param {import('./harness.js').Page} page */
const drawn = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('[data-testid="stage"] canvas');
    if (!(canvas instanceof HTMLCanvasElement)) return { colours: 0, sum: 0 };
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d');
    context?.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, copy.width, copy.height).data.buffer ?? []);
    let sum = 0;
    for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
    return { colours: new Set(pixels).size, sum };
  });

test('the map is drawn, and a step changes it', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const before = await drawn(page);
    assert.ok(before.colours > 20, `${before.colours} colours`);
    await part(page, 'step').click();
    await atStep(page, 1);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    assert.notEqual((await drawn(page)).sum, before.sum);
  }));

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`three clicks from the start: four generals, the commander the traitor, and he plays both sides (${where})`, () =>
    house[where]({}, async (page) => {
      await ready(page);
      await page.getByRole('button', { name: 'General 3 is a traitor' }).click();
      await page.getByRole('button', { name: 'General 1 is a traitor' }).click();
      await part(page, 'to-end').click();
      await addressSays(page, 't', '1');
      await addressSays(page, 's', 'split');
      await until(
        page,
        'the verdict',
        () => document.querySelector('[data-testid="verdict-validity"]')?.getAttribute('data-state') === 'free',
      );
    }));
}

test('more generals and deeper relays come by their fields', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await part(page, 'n').fill('7');
    await part(page, 'n').press('Enter');
    await generals(page, 7);
    await addressSays(page, 'n', '7');
    await part(page, 'm').fill('2');
    await part(page, 'm').press('Enter');
    await addressSays(page, 'm', '2');
  }));

test('fewer generals lower what no longer fits', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=3&t=3.7' }, async (page) => {
    await ready(page);
    await part(page, 'n').fill('4');
    await part(page, 'n').press('Enter');
    await generals(page, 4);
    await addressSays(page, 't', '3');
    assert.equal(keys(page).get('m'), '2');
  }));

test('every camp is a real button with a name, reached by keys', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    const names = new Set();
    for (let general = 1; general <= 4; general++) {
      const camp = part(page, `general-${general}`);
      assert.equal(await camp.evaluate((element) => element.tagName), 'BUTTON');
      const name = (await camp.getAttribute('aria-label')) ?? (await camp.innerText());
      assert.match(name, new RegExp(String(general)));
      names.add(name);
      await camp.focus();
      assert.equal(await camp.evaluate((element) => element === document.activeElement), true);
      const box = await boxOf(camp);
      assert.ok(box && box.width >= 24 && box.height >= 24, 'large enough for a finger');
    }
    assert.equal(names.size, 4);
  }));

test('it fits a phone, without scrolling sideways', () =>
  house.hosted({ link: LINK, viewport: { width: 390, height: 844 }, touch: true, scale: 2 }, async (page) => {
    await ready(page);
    const { wide, seen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }));
    assert.ok(wide <= seen, `${wide} px wide on ${seen}`);
    await part(page, 'step').tap();
    await atStep(page, 1);
  }));
