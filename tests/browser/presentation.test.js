// Language and theme: the reader's own at first, the link's where it says, the reader's choice after.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, choose, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=4&t=3';
const CHINESE = /\p{Script=Han}/u;

/** @param {import('./harness.js').Page} page */
const language = (page) => page.evaluate(() => document.documentElement.lang);

/** How light the page's ground is, 0 to 255. @param {import('./harness.js').Page} page */
const lightness = (page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    if (!context) return NaN;
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });

test('the reader’s language is taken from the browser', async () => {
  await house.hosted({ link: LINK, locale: 'zh-CN' }, async (page) => {
    await ready(page);
    assert.match(await language(page), /^zh/);
    assert.match(await part(page, 'narration').innerText(), CHINESE);
  });
  await house.hosted({ link: LINK, locale: 'fr-FR' }, async (page) => {
    await ready(page);
    assert.match(await language(page), /^en/);
  });
});

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`switching the language changes the words and stays (${where})`, () =>
    house[where]({ link: LINK }, async (page) => {
      await ready(page);
      assert.doesNotMatch(await part(page, 'narration').innerText(), CHINESE);
      await choose(page, 'lang', 'zh');
      await addressSays(page, 'lang', 'zh');
      await until(page, 'the Chinese page', () => document.documentElement.lang.startsWith('zh'));
      assert.match(await part(page, 'narration').innerText(), CHINESE);
      assert.match((await part(page, 'step').getAttribute('aria-label')) ?? (await part(page, 'step').innerText()), CHINESE);
      await page.reload();
      await ready(page);
      assert.match(await language(page), /^zh/);
    }));

  test(`switching the theme changes the colours and stays (${where})`, () =>
    house[where]({ link: LINK, colorScheme: 'light' }, async (page) => {
      await ready(page);
      assert.ok((await lightness(page)) > 128);
      await choose(page, 'theme', 'dark');
      await addressSays(page, 'theme', 'dark');
      assert.ok((await lightness(page)) < 128);
      await page.reload();
      await ready(page);
      assert.ok((await lightness(page)) < 128);
    }));
}

test('the system’s dark theme is followed where the link says nothing', () =>
  house.hosted({ link: LINK, colorScheme: 'dark' }, async (page) => {
    await ready(page);
    assert.ok((await lightness(page)) < 128);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.ok((await lightness(page)) > 128);
  }));

test('a link’s language and theme win over the browser’s', () =>
  house.hosted({ link: `${LINK}&lang=zh&theme=dark`, locale: 'en-US' }, async (page) => {
    await ready(page);
    assert.match(await language(page), /^zh/);
    assert.ok((await lightness(page)) < 128);
  }));

test('with reduced motion nothing plays by itself, and a step still arrives', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'step').click();
    await addressSays(page, 'at', '1');
    // Ten frames later the step is still the first: nothing went on.
    const cursor = await page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return /** @type {any} */ (window).generals.session.cursor;
    });
    assert.equal(cursor, 1);
  }));

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`in forced colours the map has the ground of the page (${colorScheme})`, () =>
    house.hosted({ link: LINK, colorScheme, forced: true }, async (page) => {
      await ready(page);
      const ground = await lightness(page);
      const map = await page.locator('[data-testid="stage"] canvas').evaluate((canvas) => {
        const copy = new OffscreenCanvas(200, 200);
        const context = copy.getContext('2d');
        context?.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0, 200, 200);
        const { data } = context?.getImageData(0, 0, 200, 200) ?? { data: [] };
        return data.filter((_, i) => i % 4 === 0).sort()[20_000] ?? NaN;
      });
      assert.equal(map, ground, 'most of the map');
    }));
}
