// The map of an order: six switches by click, finger and key, the guild's line that follows them, every step's sentence in sight, room for fingers.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, ready, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

const LINK = 'v=1&p=trust';
const PAIRS = [[1, 2], [1, 3], [2, 1], [2, 3], [3, 1], [3, 2]];
const NAMES = ['', 'the customer', 'the shop', 'the payment service'];
const SIZES = /** @type {[number, number, boolean][]} */ ([[1280, 800, false], [820, 1180, true], [390, 844, true], [320, 568, true]]);

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @param {Page} page @param {number[]} pair */
const pill = (page, [from, to]) => part(page, `trust-${from}-${to}`);
/** @param {Page} page @param {number[]} pair @param {boolean} wanted */
const isTurned = (page, [from, to], wanted) =>
  until(page, `${from} ${wanted ? 'to trust' : 'to doubt'} ${to}`, ([id, on]) => document.querySelector(`[data-testid="${id}"]`)?.getAttribute('aria-checked') === on, [`trust-${from}-${to}`, String(wanted)]);
/** @param {Page} page */
const trusted = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.scenario().w.map((/** @type {number[]} */ pair) => pair.join('')).join('.'));

test('each of the six is turned by a click and back by a key, and undone', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    for (const pair of PAIRS) {
      const before = ['13', '23'].includes(pair.join(''));
      await pill(page, pair).click();
      await isTurned(page, pair, !before);
      assert.equal((await trusted(page)).includes(pair.join('')), !before);
      await pill(page, pair).focus();
      await page.keyboard.press('Space');
      await isTurned(page, pair, before);
      await page.keyboard.press('Enter');
      await isTurned(page, pair, !before);
      await page.getByTestId('undo').click();
      await isTurned(page, pair, before);
    }
    await pill(page, [1, 3]).click();
    await addressSays(page, 'w', '23');
  }));

test('a screen reader is told who trusts whom', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    const tree = await page.getByRole('group', { name: 'Who trusts whom' }).ariaSnapshot();
    for (const [from, to] of PAIRS) {
      const name = `${NAMES[from].replace('the', 'The')} trusts ${NAMES[to]}`;
      assert.ok(tree.includes(`switch "${name}"${to === 3 ? ' [checked]' : ''}`), `${name} in ${tree}`);
    }
    assert.ok(tree.includes('The guild: the customer, the shop, and the payment service.'), tree);
  }));

/** Waits until the guild's line is drawn over the customer, or is not: a dark point right above her, at the distance of the line. @param {Page} page @param {boolean} wanted */
const lineOverCustomer = (page, wanted) =>
  until(
    page,
    `the line over the customer to be ${wanted ? 'there' : 'away'}`,
    (isWanted) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('[data-testid="stage"] canvas'));
      const camp = /** @type {Element} */ (document.querySelector('[data-testid="general-1"]')).getBoundingClientRect();
      const map = canvas.getBoundingClientRect();
      const ratio = canvas.width / map.width;
      const [x, y] = [camp.left + camp.width / 2 - map.left, camp.top + camp.height / 2 - map.top - (camp.width / 50) * 70];
      const strip = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      // Beside the middle, where no name is: a strip across the line.
      strip?.drawImage(canvas, (x - 20) * ratio, (y - 4) * ratio, 1, 14 * ratio, 0, 0, 1, 14);
      const { data } = /** @type {CanvasRenderingContext2D} */ (strip).getImageData(0, 0, 1, 14);
      return Array.from({ length: 14 }, (_, i) => data[4 * i] + data[4 * i + 1] + data[4 * i + 2]).some((light) => light < 200) === isWanted;
    },
    wanted,
  );

test('the guild follows the switches and the cheats, in words and as a line', () =>
  house.hosted({ link: `${LINK}&t=2` }, async (page) => {
    await ready(page);
    const guild = part(page, 'trust-guild');
    assert.equal(await guild.textContent(), 'The guild: the customer and the payment service.');
    await lineOverCustomer(page, true);
    await pill(page, [1, 2]).click();
    await says(page, 'trust-guild', 'The guild: the payment service.');
    await lineOverCustomer(page, false);
    await pill(page, [1, 2]).click();
    await says(page, 'trust-guild', 'The guild: the customer and the payment service.');
    await lineOverCustomer(page, true);
    // Who trusts a cheat is promised nothing.
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=trust&t=3'));
    await says(page, 'trust-guild', 'The guild is empty: nothing is promised to anybody.');
    await lineOverCustomer(page, false);
  }));

test('the guild is hidden in fog: nobody knows who cheats', () =>
  house.hosted({ link: `${LINK}&t=2&pov=1` }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'trust-guild').textContent(), '');
    await lineOverCustomer(page, false);
    await pill(page, [1, 2]).click();
    await isTurned(page, [1, 2], true);
  }));

for (const [width, height, touch] of SIZES)
  test(`${width}×${height}: nothing on the map lies on anything, and every switch has room for a finger`, () =>
    house.hosted({ link: `${LINK}&t=2&at=3`, viewport: { width, height }, touch, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      const found = await page.evaluate(() => {
        const box = (/** @type {Element} */ node) => node.getBoundingClientRect();
        const pills = [...document.querySelectorAll('.trust-switch')];
        const others = [...document.querySelectorAll('.camps button, .stage-tools button, .told')].filter((node) => box(node).width > 0);
        const meet = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) => a.left < b.right - 0.5 && a.right > b.left + 0.5 && a.top < b.bottom - 0.5 && a.bottom > b.top + 0.5;
        /** @type {string[]} */
        const faults = [];
        const reach = pills.map((pill) => {
          const own = box(pill);
          for (const other of [...pills, ...others]) if (other !== pill && meet(own, box(other))) faults.push(`${pill.getAttribute('aria-label')} and ${other.getAttribute('aria-label') ?? other.className}`);
          const text = /** @type {Element} */ (pill.firstElementChild);
          if (box(text).width > own.width - own.height + 4) faults.push(`${text.textContent} is too long for ${own.width}`);
          const x = own.left + own.width / 2;
          const y = own.top + own.height / 2;
          // A finger's 44 px around it, but for what other switches have there.
          const hits = [-21, -12, 0, 12, 21].map((dy) => document.elementFromPoint(x, y + dy));
          return hits.every((hit) => hit === pill || pill.contains(hit) || (hit instanceof Element && hit.closest('.trust-switch, .camps button') !== null));
        });
        return { faults, reach, count: pills.length, least: Math.min(...pills.map((pill) => box(pill).width)) };
      });
      assert.deepEqual(found.faults, []);
      assert.equal(found.count, 6);
      if (touch) assert.ok(found.reach.every(Boolean) && found.least >= 44, JSON.stringify(found.reach));
    }));

test('a finger turns a switch', () =>
  house.hosted({ link: LINK, viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await ready(page);
    for (const pair of PAIRS) {
      await pill(page, pair).tap();
      await isTurned(page, pair, pair[1] !== 3);
    }
  }));

for (const lang of ['en', 'zh'])
  test(`each step has its sentence in sight (${lang})`, () =>
    house.hosted({ link: `${LINK}&t=2&lang=${lang}`, viewport: { width: 390, height: 844 }, touch: true, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      const seen = new Set();
      for (let step = 0; step <= 8; step++) {
        await page.evaluate((k) => /** @type {any} */ (window).generals.seek(k), step);
        const words = page.locator('.narration .words');
        await until(page, `the sentence of step ${step}`, (before) => !before?.includes(document.querySelector('.narration .words')?.textContent ?? ''), [...seen]);
        seen.add(await words.textContent());
        const isOpen = await words.evaluate((node) => {
          const { left, top, bottom } = node.getBoundingClientRect();
          return top > 0 && bottom < innerHeight && node.closest('.told')?.contains(document.elementFromPoint(left + 4, (top + bottom) / 2));
        });
        assert.ok(isOpen, `step ${step}`);
      }
      assert.equal(seen.size, 9);
      assert.ok([...seen].some((words) => words.includes(lang === 'en' ? 'The shop tells the payment service: “She said unpaid.” That is a lie: she said paid. Nobody asks the shop.' : '网店告诉支付服务：“她说未付。”这是谎言：她说的是已付。没有人问网店。')));
    }));

test('in a frame the switches and the transport are there', () =>
  house.hosted({ link: `${LINK}&embed=1`, viewport: { width: 640, height: 420 } }, async (page) => {
    await ready(page);
    await pill(page, [3, 1]).click();
    await isTurned(page, [3, 1], true);
    await part(page, 'play').waitFor();
  }));
