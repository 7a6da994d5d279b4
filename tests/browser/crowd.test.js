// Crowds: thousands on the road as dots that can be found, more than can be drawn as flows, and a nearer look at the map.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, boxOf, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** @param {string} link @param {(page: Page) => Promise<void>} look @param {import('./harness.js').Reader} [reader] */
const visit = (link, look, reader = {}) =>
  house.hosted({ link, ...reader }, async (page) => {
    await ready(page);
    await look(page);
  });

/** Plays the round that begins after a step, and halts it when so many of its messengers are counted. @param {Page} page @param {number} before @param {number} at */
const halfway = (page, before, at) =>
  page.evaluate(
    async ([before, at]) => {
      const { generals } = /** @type {any} */ (window);
      generals.seek(before);
      generals.play();
      while (generals.session.cursor < (at ?? 0)) await new Promise(requestAnimationFrame);
      generals.pause();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    },
    [before, at],
  );

/** How many pixels of the map are red: shields of traitors, the city's roofs, lies. @param {Page} page */
const red = (page) =>
  part(page, 'stage').evaluate((stage) => {
    const canvas = /** @type {HTMLCanvasElement} */ (stage.querySelector('canvas'));
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const on = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d', { willReadFrequently: true }));
    on.drawImage(canvas, 0, 0);
    const { data } = on.getImageData(0, 0, copy.width, copy.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) > (data[i + 1] ?? 0) + 60) count += 1;
    return count;
  });

/** The width of a camp's button. @param {Page} page @param {number} general */
const width = async (page, general) => (await boxOf(part(page, `general-${general}`))).width;

for (const [name, link, before, at] of /** @type {const} */ ([
  ['thousands', 'v=1&p=om&n=10&m=3&t=3.5.7', 585, 2200],
  ['tens of thousands', 'v=1&p=om&n=13&m=4&t=2.5.8.11', 13_344, 60_000],
])) {
  test(`${name} ride as dots, lies among them in their colour, and a click on one tells what he says`, () =>
    visit(link, async (page) => {
      const nobody = await red(page);
      await halfway(page, before, at);
      assert.ok((await red(page)) > nobody + 1000, 'no lies on the road');
      const box = await boxOf(part(page, 'stage'));
      assert.ok(box);
      let found = false;
      // Clicks are told in whole px, movements are not: at the edge of a dot they would differ.
      const y = Math.round(box.y + 0.28 * box.height);
      for (let x = Math.round(box.x + 0.3 * box.width); x < box.x + 0.7 * box.width && !found; x += 9) {
        await page.mouse.move(x, y);
        found = await part(page, 'stage').evaluate((stage) => stage.classList.contains('over'));
        if (found) await page.mouse.click(x, y);
      }
      assert.ok(found, 'nobody is found on the road');
      await part(page, 'message').waitFor();
      assert.match(await part(page, 'message').innerText(), /said|told/);
    }));
}

test('beyond twenty thousand the narration says what is seen', () =>
  visit('v=1&p=om&n=13&m=4&t=2.5.8.11', async (page) => {
    await halfway(page, 13_344, 60_000);
    await page.getByText('The denser, the more messengers.').first().waitFor();
  }));

test('a round of millions is drawn as flows, and one general’s tree is offered', () =>
  visit('v=1&p=om&n=16&m=5&t=2.5.8.11.14&general=3', async (page) => {
    assert.equal(await part(page, 'flow-tree').isVisible(), false);
    const nobody = await red(page);
    await halfway(page, 396_075, 400_000);
    assert.ok((await red(page)) > nobody + 500, 'no flow of lies');
    await page.getByText(/3.603.600 messages: wide roads carry many/).first().waitFor();
    await part(page, 'flow-tree').click();
    await until(page, 'the tree', () => document.body.dataset.view === 'tree');
    await addressSays(page, 'view', 'tree');
  }));

test('in fog a flow shows no lie', () =>
  visit('v=1&p=om&n=16&m=5&t=2.5.8.11.14&pov=3', async (page) => {
    const nobody = await red(page);
    await halfway(page, 396_075, 400_000);
    assert.equal(await red(page), nobody);
  }));

test('wheel and keys bring the map nearer and back', () =>
  visit('v=1&p=om&n=31&m=1', async (page) => {
    const whole = await width(page, 5);
    await part(page, 'general-5').hover();
    await page.mouse.wheel(0, -600);
    await until(page, 'the map to come nearer', (whole) => (document.querySelector('[data-testid="general-5"]')?.getBoundingClientRect().width ?? 0) > 1.5 * whole, whole);
    await page.keyboard.press('0');
    await until(page, 'the whole map', (whole) => Math.abs((document.querySelector('[data-testid="general-5"]')?.getBoundingClientRect().width ?? 0) - whole) < 1, whole);
    await page.keyboard.press('+');
    await until(page, 'the map to come nearer by a key', (whole) => (document.querySelector('[data-testid="general-5"]')?.getBoundingClientRect().width ?? 0) > 1.5 * whole, whole);
    await page.keyboard.press('-');
    await until(page, 'the whole map again', (whole) => Math.abs((document.querySelector('[data-testid="general-5"]')?.getBoundingClientRect().width ?? 0) - whole) < 1, whole);
  }));

test('two fingers bring the map nearer, and one then moves it', () =>
  visit(
    'v=1&p=om&n=31&m=1',
    async (page) => {
      const whole = await width(page, 5);
      const box = await boxOf(part(page, 'stage'));
      assert.ok(box);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hand = await page.context().newCDPSession(page);
      const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {[number, number][]} */ ...points) =>
        hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      await touch('touchStart', [x - 30, y], [x + 30, y]);
      for (const apart of [40, 60, 80, 100]) await touch('touchMove', [x - apart, y], [x + apart, y]);
      await touch('touchEnd');
      await until(page, 'the map to come nearer', (whole) => (document.querySelector('[data-testid="general-5"]')?.getBoundingClientRect().width ?? 0) > 2 * whole, whole);
      const before = (await boxOf(part(page, 'general-1'))).x;
      await touch('touchStart', [x, y]);
      for (const moved of [10, 30, 50]) await touch('touchMove', [x + moved, y]);
      await touch('touchEnd');
      await until(page, 'the map to move along', (before) => (document.querySelector('[data-testid="general-1"]')?.getBoundingClientRect().x ?? 0) > before + 30, before);
    },
    { touch: true },
  ));
