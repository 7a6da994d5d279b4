// Every screen from a small phone to a projector: nothing scrolls sideways, nothing is cut off, fingers find their targets.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */
const SCREENS = [
  [360, 640, true],
  [390, 844, true],
  [667, 375, true],
  [844, 390, true],
  [932, 430, true],
  [820, 1180, true],
  [1024, 768, true],
  [640, 400, false],
  [1280, 800, false],
  [1920, 1080, false],
  [2560, 1440, false],
];

/** Controls whose words do not fit, by name. @param {Page} page */
const cut = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, select, label, summary, a[href], .choice span, h2, .label')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.unseen'))
      .filter((node) => {
        const style = getComputedStyle(node);
        if (style.clipPath !== 'none' || node.clientWidth === 0) return false;
        if (node.scrollWidth > node.clientWidth + 1) return true;
        // One line of words on every button; what looks like a link may take two.
        if (!node.matches('button:not(.beside)') || node.closest('.listing, .error-ways, .roster, dialog')) return false;
        const words = [...node.childNodes].filter(
          (child) => child.nodeType === Node.TEXT_NODE || child instanceof HTMLSpanElement,
        );
        const range = document.createRange();
        return words.some((child) => {
          range.selectNodeContents(child);
          const lines = new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top / 8)));
          return lines.size > 1;
        });
      })
      .map(
        (node) =>
          `${node.tagName} ${node.className} “${node.textContent}” ${node.scrollWidth}/${node.clientWidth}`,
      ),
  );

for (const [width = 0, height = 0, touch = false] of /** @type {[number, number, boolean][]} */ (SCREENS)) {
  for (const lang of ['en', 'zh']) {
    test(`${width}×${height}, ${lang}: stage and transport are seen at once, no word is cut`, () =>
      house.hosted(
        { link: `v=1&p=om&n=7&m=2&t=1.5&s=split&at=9&lang=${lang}`, viewport: { width, height }, touch, reducedMotion: 'reduce' },
        async (page) => {
          await ready(page);
          const room = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth,
            high: document.documentElement.scrollHeight,
          }));
          assert.ok(room.wide <= width && room.high <= height, `${room.wide} × ${room.high}`);
          for (const id of ['stage', 'narration', 'play', 'step', 'scrubber']) {
            const box = await boxOf(part(page, id));
            assert.ok(
              box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5,
              `${id} ${JSON.stringify(box)}`,
            );
          }
          const stage = await boxOf(part(page, 'stage'));
          assert.ok(stage && stage.height >= 190 && stage.width >= 320, JSON.stringify(stage));
          for (const tab of (await page.locator('.sheet-tabs button[aria-pressed]').all()).reverse()) {
            if (!(await tab.isVisible())) continue;
            await tab.click();
            assert.deepEqual(await cut(page), []);
          }
          assert.deepEqual(await cut(page), []);
          assert.match(await page.evaluate(() => document.documentElement.lang), lang === 'zh' ? /^zh-Hans$/ : /^en$/);
        },
      ));
  }
}

/** Of the strips over the map, what can be pressed and lies not wholly open to the pointer. @param {Page} page */
const covered = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.strip button, .view-pill select, .eyes button')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .filter((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        const y = (top + bottom) / 2;
        return [left + 2, right - 2].some((x) => !node.contains(document.elementFromPoint(x, y)));
      })
      .map((node) => `${node.getAttribute('data-testid')} “${node.textContent}”`),
  );

for (const [width = 0, height = 0] of [
  [360, 640],
  [568, 320],
  [900, 700],
  [1024, 768],
  [1200, 800],
  [1280, 800],
]) {
  for (const lang of ['en', 'zh']) {
    for (const pov of ['', '&pov=2']) {
      test(`${width}×${height}, ${lang}${pov}: no way of looking is cut off or covered`, () =>
        house.hosted({ link: `v=1&p=om&n=9&m=4&t=1.5&at=9&lang=${lang}${pov}`, viewport: { width, height } }, async (page) => {
          await ready(page);
          assert.deepEqual(await covered(page), []);
        }));
    }
  }
}

for (const [width, height] of [
  [360, 640],
  [390, 844],
  [844, 390],
]) {
  test(`${width}×${height}: with up to sixteen generals every target takes a finger`, () =>
    house.hosted(
      { link: 'v=1&p=om&n=16&t=3&at=9', viewport: { width: width ?? 0, height: height ?? 0 }, touch: true },
      async (page) => {
        await ready(page);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('button, select, input:not([type="checkbox"], [type="radio"]), summary')]
            // Words that explain themselves stand in a line of text, as links do.
            .filter((node) => node.checkVisibility() && !node.closest('[hidden], .gloss'))
            .map((node) => ({
              name: node.getAttribute('data-testid') ?? node.getAttribute('aria-label') ?? node.textContent,
              box: node.getBoundingClientRect(),
            }))
            .filter(({ name, box }) => (box.width < 43.5 || box.height < 43.5) && name !== 'sheet-grip')
            .map(({ name, box }) => `${name} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`),
        );
        assert.deepEqual(small, []);
      },
    ));
}

test('a finger draws the sheet up and down, and a tap on a tab opens it', () =>
  house.hosted(
    { link: 'v=1&p=om&n=4&t=3', viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' },
    async (page) => {
      await ready(page);
      const top = () => page.locator('.sheet').evaluate((node) => node.getBoundingClientRect().top);
      const low = await top();
      const drag = async (/** @type {number} */ by) => {
        const grip = await boxOf(part(page, 'sheet-grip'));
        assert.ok(grip);
        const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x, y + by / 2);
        await page.mouse.move(x, y + by);
        await page.mouse.up();
      };
      await drag(-200);
      await until(page, 'the sheet up', () => document.body.dataset.raised === 'on');
      assert.ok((await top()) < low - 200);
      await drag(200);
      await until(page, 'the sheet down', () => document.body.dataset.raised === 'off');
      assert.equal(await top(), low);
      await page.getByRole('button', { name: 'Verdict' }).tap();
      await until(page, 'the sheet up', () => document.body.dataset.raised === 'on');
      await part(page, 'verdict-agreement').waitFor();
      await page.keyboard.press('Escape');
      await until(page, 'the sheet down', () => document.body.dataset.raised === 'off');
    },
  ));

test('the focus that goes into the sheet draws it up', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.locator('.sheet-tabs button').last().focus();
    await page.keyboard.press('Tab');
    await until(page, 'the sheet up', () => document.body.dataset.raised === 'on');
    const box = await page.evaluate(() => document.activeElement?.getBoundingClientRect().toJSON());
    assert.ok(box.bottom <= 640 && box.top > 150, JSON.stringify(box));
  }));

test('more generals than fingers can tell apart: the map is enlarged and moved, and a list has large rows', () =>
  house.hosted(
    { link: 'v=1&p=om&n=31&t=3', viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' },
    async (page) => {
      await ready(page);
      const camp = (/** @type {number} */ id) => boxOf(part(page, `general-${id}`));
      const before = await camp(2);
      assert.ok(before && before.width < 44);
      await part(page, 'nearer').tap();
      await until(
        page,
        'a camp for a finger',
        () => (document.querySelector('[data-testid="general-2"]')?.getBoundingClientRect().width ?? 0) >= 44,
      );
      const near = await camp(2);
      const stage = await boxOf(part(page, 'stage'));
      assert.ok(
        near && stage && near.x >= stage.x && near.y >= stage.y && near.x < stage.x + stage.width,
        'the chosen general is in sight',
      );
      await page.mouse.move(stage.x + 200, stage.y + 250);
      await page.mouse.down();
      await page.mouse.move(stage.x + 150, stage.y + 250, { steps: 4 });
      await page.mouse.up();
      await until(
        page,
        'the map to the left',
        (x) => (document.querySelector('[data-testid="general-2"]')?.getBoundingClientRect().x ?? x) < x - 20,
        near.x,
      );
      await page.keyboard.press('0');
      await until(
        page,
        'the whole map',
        (width) => document.querySelector('[data-testid="general-2"]')?.getBoundingClientRect().width === width,
        before.width,
      );
      await page.locator('.sheet-tabs button').nth(2).tap();
      await part(page, 'roster').locator('summary').tap();
      const row = part(page, 'roster').getByRole('button', { name: /General 17/ });
      const size = await boxOf(row);
      assert.ok(size && size.height >= 44);
      await row.tap();
      await until(
        page,
        'General 17',
        () => document.querySelector('[data-testid="general-17"]')?.getAttribute('aria-pressed') === 'true',
      );
    },
  ));

test('camps that are only dots are said to be that', () =>
  house.hosted({ link: 'v=1&p=om&n=32&t=3' }, async (page) => {
    await ready(page);
    await part(page, 'stage').getByText('camps are drawn as dots').waitFor();
    await part(page, 'n').fill('31');
    await part(page, 'n').press('Enter');
    await addressSays(page, 'n', '31');
    await part(page, 'stage').getByText('camps are drawn as dots').waitFor({ state: 'hidden' });
  }));

test('turning the phone keeps the run and the focus', () =>
  house.hosted(
    { link: 'v=1&p=om&n=4&t=3&at=5', viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' },
    async (page) => {
      await ready(page);
      await part(page, 'strategy').focus();
      await page.setViewportSize({ width: 844, height: 390 });
      await atStep(page, 5);
      await page.setViewportSize({ width: 1280, height: 800 });
      await until(page, 'the focus kept', () => document.activeElement?.getAttribute('data-testid') === 'strategy');
    },
  ));
