// The page in a hall: as large as the screen, alone with the verdict, and as easily left as opened.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=4&t=1&at=99';

/** The hall is open and has come. @param {Page} page */
const inHall = (page) => part(page, 'projector-leave').waitFor();
/** @param {Page} page */
const outOfHall = (page) => until(page, 'the usual page', () => document.body.dataset.projector === 'off');

/** Of an element on the page: its box and the size of its letters. @param {Page} page @param {string} selector */
const measured = (page, selector) =>
  page.locator(selector).first().evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return { left, right, top, bottom, letters: parseFloat(getComputedStyle(node).fontSize) };
  });

const NARRATION = '[data-testid="narration"]';

test('letters are as large as the screen is wide, and nothing stands beside the map, the sentence and the verdict', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await page.keyboard.press('p');
    await inHall(page);
    for (const [width, height] of [
      [1000, 700],
      [1280, 720],
      [1366, 768],
      [1920, 1080],
      [2560, 1440],
    ]) {
      await page.setViewportSize({ width, height });
      const wanted = Math.max(20, Math.min(44, 0.021 * width));
      const told = await measured(page, NARRATION);
      assert.ok(Math.abs(told.letters - wanted) < 0.1, `${width}: ${told.letters}`);
      const stage = await measured(page, '.map-place');
      assert.deepEqual([stage.left, stage.top, stage.right], [0, 0, width]);
      for (const condition of ['agreement', 'validity']) {
        const row = await measured(page, `[data-testid="verdict-${condition}"]`);
        assert.ok(row.left >= told.right && row.right <= width && row.top >= stage.bottom, `${width} ${condition}`);
      }
      const { bottom } = await measured(page, '.transport');
      assert.equal(Math.round(bottom), height);
      for (const gone of ['share', 'theme', 'protocol', 'messages', 'view-map', 'view-as'])
        assert.equal(await part(page, gone).isVisible(), false, gone);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
    assert.equal(await part(page, 'verdict-agreement').getAttribute('data-state'), 'holds');
    await part(page, 'to-start').click();
    await until(page, 'the verdict open', () =>
      document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'open');
    assert.equal(await part(page, 'verdict-validity').isVisible(), true, 'before the end too');
  }));

test('P, Esc and the button lead back, from the laboratory too; the button that opened it has the focus again', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await part(page, 'projector').click();
    await inHall(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'play');
    await page.keyboard.press('Escape');
    await outOfHall(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'projector');
    await page.keyboard.press('p');
    await inHall(page);
    await page.keyboard.press('p');
    await outOfHall(page);
    await page.keyboard.press('l');
    await part(page, 'lab-attack').waitFor();
    const usual = (await measured(page, '.lab-lead')).letters;
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.keyboard.press('p');
    await inHall(page);
    assert.ok((await measured(page, '.lab-lead')).letters > 1.4 * usual);
    const lab = await measured(page, '.lab');
    assert.deepEqual([lab.left, lab.top, lab.right, lab.bottom], [0, 0, 1920, 1080]);
    await page.keyboard.press('Escape');
    await outOfHall(page);
    assert.equal(await part(page, 'lab').isVisible(), true, 'it leads back to the laboratory');
    await page.keyboard.press('p');
    await part(page, 'projector-leave').click();
    await outOfHall(page);
  }));

test('a pointer that rests for three seconds is not in the way, and comes back when it moves', () =>
  house.hosted({ link: LINK }, async (page) => {
    await page.clock.install();
    await page.reload();
    await ready(page);
    await page.keyboard.press('p');
    await inHall(page);
    const cursor = () => page.locator('.map-place').evaluate((node) => getComputedStyle(node).cursor);
    await page.mouse.move(500, 300);
    await page.clock.runFor(2900);
    assert.notEqual(await cursor(), 'none');
    await page.clock.runFor(200);
    assert.equal(await cursor(), 'none');
    await page.mouse.move(520, 310);
    await until(page, 'the pointer to be back', () => getComputedStyle(/** @type {Element} */ (document.querySelector('.map-place'))).cursor !== 'none');
    await page.clock.runFor(3100);
    assert.equal(await cursor(), 'none');
    await page.keyboard.press('p');
    await outOfHall(page);
    assert.notEqual(await cursor(), 'none');
  }));

test('the scrubber takes the pointer where it is drawn', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', viewport: { width: 1920, height: 1080 } }, async (page) => {
    await ready(page);
    await page.keyboard.press('p');
    await inHall(page);
    await until(page, 'the larger line', () => (document.querySelector('.scrubber .base')?.getBoundingClientRect().width ?? 0) > 900);
    const ends = await page.locator('.scrubber .base').boundingBox();
    assert.ok(ends);
    await page.mouse.click(ends.x + ends.width - 1, ends.y);
    await until(page, 'the end', () => /** @type {any} */ (window).generals.session.cursor === 10);
    const thumb = await page.locator('.scrubber .thumb').boundingBox();
    assert.ok(thumb && thumb.x < ends.x + ends.width && thumb.x + thumb.width > ends.x + ends.width * 0.9);
  }));

/** The contrast of words or a sign with what is behind it. @param {import('playwright-core').Locator} control */
const contrast = (control) =>
  control.evaluate((node) => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    /** @param {string} colour */
    const light = (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((x) => {
        const part = x / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(node);
    let behind = /** @type {Element | null} */ (node);
    while (behind && /, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    const [a, b] = [style.color, getComputedStyle(behind ?? document.body).backgroundColor].map(light);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });

test('a button that is pressed or open is readable while the pointer is over it', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', viewport: { width: 1000, height: 720 }, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    for (const theme of ['light', 'dark']) {
      await part(page, 'theme').selectOption(theme);
      // The hall hides its own button: what it looks like pressed is asked of it as it is.
      await part(page, 'projector').evaluate((node) => node.setAttribute('aria-pressed', 'true'));
      for (const open of ['.scenario-button', '[data-testid="messages"]']) {
        await page.locator(open).click();
        await page.locator(open).hover();
        assert.ok((await contrast(page.locator(open))) > 4.5, `${theme} ${open}`);
        await page.locator(open).click();
      }
      for (const one of ['[data-testid="projector"]', '[data-testid="share"]', '[data-testid="help"]', '[data-testid="step"]', '[data-testid="play"]']) {
        await page.locator(one).hover();
        assert.ok((await contrast(page.locator(one))) > 4.5, `${theme} ${one}`);
      }
    }
  }));
