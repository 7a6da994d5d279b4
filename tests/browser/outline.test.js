// How the page is gone through without eyes or mouse: one name, one main part, headings in order, a way past what stands around the map.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

// Given to the browser's debugger: the page's own policy lets no other script in.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['page-has-heading-one', 'heading-order', 'landmark-one-main', 'landmark-no-duplicate-main', 'landmark-unique', 'empty-heading', 'scrollable-region-focusable', 'skip-link'];

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** What is opened, what is there when it has come, and what is pressed then. @type {[name: string, link: string, shows: string, press?: string][]} */
const SCREENS = [
  ['the map', 'p=om&n=4&t=3&at=7', '.camps button'],
  ['the messages of a round', 'p=om&n=4&t=3&at=7', '.camps button', 'messages'],
  ['the end', 'p=om&n=7&m=2&t=3.6&at=999', '.camps button'],
  ['many generals', 'p=om&n=31&t=3&at=7', '.camps button'],
  ['a run too large', 'p=om&n=64&m=25&t=3', '.large'],
  ['space and time', 'p=om&n=4&t=3&at=6&view=time', '.space-time'],
  ['a vote tree', 'p=om&n=7&m=2&t=3.6&at=999&view=tree', '.vote'],
  ['a table', 'p=om&n=7&m=2&t=3.6&at=60&view=table', '.table-row'],
  ['two worlds', 'p=om&n=3&t=2&s=honest&x=1.2-3R&at=4&pov=3&view=pair', '.pair-place h2'],
  ['the tolerance map', 'p=om&n=4&t=3&view=tolerance', '.tolerance'],
  ['the ring', 'p=om&n=3&t=3&view=ring', '.lab-tool[data-tool="ring"] h3'],
  ['the costs', 'p=om&n=7&m=2&t=3&view=cost', '.cost-figure text'],
  ['an order between three', 'p=trust&t=2&at=5', '[role="switch"]'],
  ['two generals', 'p=two&m=2&lost=3&at=99', '.camps button'],
  ['a letter', 'p=sm&n=4&t=3&at=6', '.seals-button:not([hidden])', 'letter-open'],
  ['a refused link', 'p=om&n=99', '[data-testid="error"]'],
];

/** Headings and main parts that are there for who listens. @param {Page} page */
const outline = (page) =>
  page.evaluate(() => {
    const there = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility()).length;
    return { names: there('h1'), mains: there('main, [role="main"]') };
  });

/** @param {Page} page */
const faults = (page) =>
  page.evaluate(async (rules) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { html }) => html.slice(0, 90)).join(' | ')}`);
  }, RULES);

for (const [width = 0, height = 0] of [
  [1280, 800],
  [360, 640],
  [640, 360],
])
  test(`${width}×${height}: every screen has one name, one main part and headings in order`, () =>
    house.hosted({ link: 'v=1&p=om&n=4&t=3', viewport: { width, height }, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      await page.evaluate(AXE);
      /** @type {string[]} */
      const found = [];
      for (const [name, link, shows, press] of SCREENS) {
        await page.evaluate((to) => {
          location.hash = to;
        }, `v=1&${link}`);
        await until(page, name, (wanted) => document.querySelector(wanted)?.checkVisibility() && document.body.getAttribute('aria-busy') !== 'true', shows);
        if (press) {
          await part(page, press).click();
          await until(page, 'what was pressed for', () => document.body.getAttribute('aria-busy') !== 'true');
        }
        const { names, mains } = await outline(page);
        if (names !== 1 || mains !== 1) found.push(`${name}: ${names} h1, ${mains} main`);
        for (const fault of await faults(page)) found.push(`${name}: ${fault}`);
        if (press === 'messages') await page.keyboard.press('Escape');
      }
      assert.equal(found.join('\n'), '');
    }));

test('a frame and a hall keep the name of the page', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&embed=1', viewport: { width: 640, height: 420 } }, async (page) => {
    await ready(page);
    assert.deepEqual(await outline(page), { names: 1, mains: 1 });
    await page.goto(`${house.host.site}?x#v=1&p=om&n=4&t=3`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await ready(page);
    await page.keyboard.press('p');
    await part(page, 'projector-leave').waitFor();
    assert.deepEqual(await outline(page), { names: 1, mains: 1 });
  }));

test('the first stop leads past everything to the camps, or to the figure', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await page.keyboard.press('Tab');
    const skip = part(page, 'skip');
    assert.equal(await skip.evaluate((node) => node === document.activeElement), true);
    const box = await boxOf(skip);
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.width > 60, 'it is seen');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'general-2', 'the chosen camp');
    assert.equal(await skip.evaluate((node) => getComputedStyle(node.parentElement ?? node).clipPath === 'none'), false, 'it is out of sight again');
    await part(page, 'view-time').click();
    await page.locator('.space-time').waitFor();
    await skip.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('main') !== null), true);
  }));

test('where the reader has colours of his own the thick line of the tolerance map and what is chosen are seen', () =>
  house.hosted({ link: 'v=1&p=om&n=4&m=1&t=3&view=tolerance', forced: true, reducedMotion: 'reduce' }, async (page) => {
    await page.locator('.cell.edge-below').first().waitFor();
    const line = await page.locator('.cell.edge-start.edge-below').evaluate((node) => {
      const { borderInlineStartWidth, borderBlockEndWidth, borderBlockEndColor, backgroundColor } = getComputedStyle(node);
      return { widths: [borderInlineStartWidth, borderBlockEndWidth], isSeen: borderBlockEndColor !== backgroundColor };
    });
    assert.deepEqual(line, { widths: ['4px', '4px'], isSeen: true });
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=7&m=2&t=3.6&at=999&view=tree';
    });
    await page.locator('.vote-rows li').nth(1).click();
    await page.locator('.vote-rows [aria-selected="true"]').waitFor();
    assert.equal(await page.locator('.vote-rows [aria-selected="true"]').evaluate((node) => getComputedStyle(node).outlineStyle), 'solid');
  }));

test('a finger on a map that is not enlarged scrolls the page around it, also with thirty-one generals', () =>
  house.hosted({ link: 'v=1&p=om&n=31&t=3', viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const given = () => page.locator('.camps').evaluate((node) => getComputedStyle(node).touchAction);
    assert.equal(await given(), 'pan-x pan-y');
    await part(page, 'nearer').tap();
    await until(page, 'the map enlarged', () => document.querySelector('.camps.near'));
    assert.equal(await given(), 'none');
    await page.keyboard.press('0');
    await until(page, 'the whole map', () => !document.querySelector('.camps.near'));
  }));
