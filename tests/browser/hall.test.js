// The page in a hall: as large as the screen, alone with the verdict, and as easily left as opened.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, until } from './harness.js';

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
    await part(page, 'verdict-validity').waitFor(); // before the end too
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
    await part(page, 'lab').waitFor(); // it leads back to the laboratory
    await page.keyboard.press('p');
    await part(page, 'projector-leave').click();
    await outOfHall(page);
  }));

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
])
  for (const how of ['a click', 'Enter'])
    test(`${width}×${height}: ${how} on the button gives the focus to play, though the hall has been fetched before; Space plays`, () =>
      house.hosted({ link: LINK.replace('at=99', 'at=0'), viewport: { width: width ?? 0, height: height ?? 0 } }, async (page) => {
        await ready(page);
        await until(page, 'the style of the hall', () =>
          document.adoptedStyleSheets.some(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.includes("data-projector='on'") || cssText.includes('data-projector="on"'))));
        if (how === 'Enter') await part(page, 'projector').press('Enter');
        else await part(page, 'projector').click();
        await inHall(page);
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'play');
        await page.keyboard.press('Space');
        await until(page, 'the run to go on', () => /** @type {any} */ (window).generals.session.cursor > 0);
        await page.keyboard.press('p');
        await outOfHall(page);
      }));

test('a sentence of four lines is no higher than its room, and one that is longer ends in one edge', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&t=3&at=6', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.keyboard.press('p');
    await inHall(page);
    const [told, stage] = [await measured(page, '.told'), await measured(page, '.map-place')];
    assert.ok(told.top >= stage.bottom - 1, JSON.stringify([told, stage]));
    const edge = await page.locator('.told').evaluate((node) => {
      const { content, width } = getComputedStyle(node, '::after');
      return { content, reaches: node.getBoundingClientRect().right + parseFloat(width) };
    });
    assert.equal(edge.content, '""');
    assert.ok(edge.reaches >= 1280 - 1, `${edge.reaches}`);
  }));

/** What is shown in the hall, and what of it grows. @type {[link: string, shows: string, grows: string[]][]} */
const GROWS = [
  ['p=om&n=3&t=2&s=honest&x=1.2-3R&at=5&pov=3&view=pair', '.pair-heard li', ['.pair-lead', '.pair-truth', '.pair-heard li']],
  ['p=om&n=7&m=2&t=3.6&at=999&view=pair', '.pair-verdict li', ['.pair-verdict li']],
  ['p=om&n=7&m=2&t=3.6&view=attack', '.lab-options .label', ['.lab-options .label', '.lab-options select', '.lab-lead']],
  ['p=om&n=7&m=2&t=3.6&at=999&view=tree', '.vote-rows li', ['.vote-rows li', '.vote-held li', '.ballot-aside .label', '.ballot-main .fine']],
  ['p=om&n=7&m=2&t=3.6&at=999&view=table', '.table-row', ['.table-row', '.table-heads button']],
];

test('on a screen twice as wide all that is read is half as large again, and no head of the table is cut', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.keyboard.press('p');
    await inHall(page);
    for (const [link, shows, grows] of GROWS) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.evaluate((to) => {
        location.hash = `v=1&${to}`;
      }, link);
      await page.locator(shows).first().waitFor();
      const usual = await Promise.all(grows.map((one) => measured(page, one)));
      await page.setViewportSize({ width: 2560, height: 1440 });
      await until(page, 'larger letters', () => parseFloat(getComputedStyle(document.documentElement).fontSize) > 26);
      for (const [i, one] of grows.entries()) {
        const { letters } = await measured(page, one);
        assert.ok(letters > 1.5 * (usual[i]?.letters ?? 0), `${link} ${one}: ${usual[i]?.letters} → ${letters}`);
      }
    }
    await until(page, 'larger rows', () => (document.querySelector('.table-row')?.getBoundingClientRect().height ?? 0) > 40);
    const cut = await page.locator('.table-heads button').evaluateAll((nodes) =>
      nodes.filter((node) => {
        const [box, room] = [node.getBoundingClientRect(), /** @type {Element} */ (node.closest('.table-top')).getBoundingClientRect()];
        return box.top < room.top - 0.5 || box.bottom > room.bottom + 0.5;
      }).map((node) => node.textContent));
    assert.deepEqual(cut, []);
  }));

test('the tolerance map fills the hall from side to side, no column cut', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3&view=tolerance' }, async (page) => {
    await page.locator('.tolerance').waitFor();
    await page.keyboard.press('p');
    await inHall(page);
    for (const [width, height] of /** @type {const} */ ([[1280, 800], [1366, 768], [1920, 1080], [2560, 1440]])) {
      await page.setViewportSize({ width, height });
      const [table, room] = [await measured(page, '.tolerance'), await measured(page, '.lab-scroll')];
      assert.ok(table.right <= room.right - 31 && table.right > width - 80 && table.left < 40, `${width}: ${JSON.stringify([table, room])}`);
      assert.ok(table.letters >= 0.0124 * width, `${width}: ${table.letters}`);
    }
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
    // A line has no height, and so is never told to be seen.
    const ends = await page.locator('.scrubber .base').boundingBox();
    assert.ok(ends);
    await page.mouse.click(ends.x + ends.width - 1, ends.y);
    await until(page, 'the end', () => /** @type {any} */ (window).generals.session.cursor === 10);
    const thumb = await boxOf(page.locator('.scrubber .thumb'));
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
