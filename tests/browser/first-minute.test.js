// The first minute on the page as it is opened without a link: one line of offers, which comes, waits, leads on and goes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keys, openHouse, part, ready } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Reader} Reader */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };
const WAYS = ['offer.see', 'offer.commander', 'offer.fewer', 'offer.known'];

/** Opens the bare page with the test's hand on its clock, once the first offer is there. @param {Reader} reader @param {(page: Page) => Promise<void>} look */
const newcomer = (reader, look) =>
  house.visit('about:blank', reader, async (page) => {
    await page.clock.install({ time: 0 });
    await page.goto(house.host.site);
    await part(page, 'offer').waitFor();
    await look(page);
  });

/** From here on time goes by only as the test says. Returns how much of the first twelve seconds is surely left. @param {Page} page */
async function stopTime(page) {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1000);
  return 12_000 - (now + 1000);
}

/** What is offered. @param {Page} page */
const offered = (page) => page.locator('.offer:not([inert]) a').allTextContents();

/** Time goes by until something is offered. @param {Page} page @param {string} words */
async function comes(page, words) {
  for (let seconds = 0; seconds < 30 && !(await part(page, words).isVisible()); seconds++) await page.clock.runFor(1000);
  assert.equal(await part(page, words).isVisible(), true, words);
}

/** Takes what is offered, up to this one. @param {Page} page @param {string} last */
async function take(page, last) {
  for (const words of WAYS.slice(0, WAYS.indexOf(last) + 1)) {
    await comes(page, words);
    await part(page, words).click();
  }
}

/** @param {Page} page @param {string} selector @returns {Promise<{x: number, y: number, width: number, height: number}>} */
const boxOf = (page, selector) =>
  page.locator(selector).first().evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  });

test('a link, a frame of somebody else or an embedded run is offered nothing; the page without a link is', async () => {
  const place = `[data-testid="offer"], [data-offers], [data-accent]`;
  for (const link of ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&t=3&embed=1'])
    await house.hosted({ link }, async (page) => {
      await ready(page);
      await page.waitForLoadState('networkidle');
      assert.equal(await page.locator(place).count(), 0, link);
    });
  await house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src, width: 900, height: 700 })), house.host.site);
    const frame = page.frameLocator('iframe');
    await frame.getByTestId('general-1').waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await frame.locator(place).count(), 0, 'a frame');
  });
  await newcomer({}, async (page) => {
    assert.deepEqual(await offered(page), ['General 3 is a traitor. See whether it matters.']);
  });
});

test('it takes no focus and is not announced; play has the accent, and Tab goes from it to × to the transport', () =>
  newcomer({}, async (page) => {
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    assert.equal(await part(page, 'offer').evaluate((line) => line.closest('[aria-live], [role=status], [role=alert]')), null);
    assert.equal(await part(page, 'play').evaluate((play) => getComputedStyle(play).outlineStyle), 'solid');
    await part(page, 'offer.see').focus();
    const order = [];
    for (let tabs = 0; tabs < 4; tabs++) {
      order.push(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')));
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(order, ['offer.see', 'offer-end', 'to-start', 'step-back']);
    assert.equal(await part(page, 'offer-end').getAttribute('aria-label'), 'No more offers');
  }));

test('who does nothing is offered the next at second 12, and nothing more from second 25', () =>
  newcomer({}, async (page) => {
    const left = await stopTime(page);
    await page.clock.runFor(left - 500);
    assert.deepEqual(await offered(page), ['General 3 is a traitor. See whether it matters.']);
    await page.clock.runFor(3000);
    assert.deepEqual(await offered(page), ['Now let the commander be the traitor.']);
    assert.equal(await page.locator('[data-accent]').count(), 0);
    await page.clock.runFor(9000);
    assert.deepEqual(await offered(page), ['Now let the commander be the traitor.']);
    await page.clock.runFor(60_000);
    assert.deepEqual(await offered(page), []);
  }));

test('a page that is not seen offers nothing behind the reader’s back: its seconds stand still', () =>
  newcomer({}, async (page) => {
    await stopTime(page);
    const turn = (/** @type {string} */ state) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await turn('hidden');
    await page.clock.runFor(60_000);
    assert.deepEqual(await offered(page), ['General 3 is a traitor. See whether it matters.']);
    await turn('visible');
    await page.clock.runFor(12_000);
    assert.deepEqual(await offered(page), ['Now let the commander be the traitor.']);
  }));

test('whoever stands on an offer is given the time', () =>
  newcomer({}, async (page) => {
    await stopTime(page);
    await part(page, 'offer.see').focus();
    await page.clock.runFor(60_000);
    assert.equal(await part(page, 'offer.see').evaluate((link) => link === document.activeElement), true);
    await part(page, 'to-start').focus();
    await page.clock.runFor(12_000);
    assert.deepEqual(await offered(page), ['Now let the commander be the traitor.']);
  }));

for (const [name, reader] of /** @type {[string, Reader][]} */ ([['at a desk', {}], ['on a phone', PHONE], ['in Chinese, with nothing moving', { locale: 'zh-CN', reducedMotion: 'reduce' }]]))
  test(`who takes them sees a run at each, as steps of the history, and then two worlds: ${name}`, () =>
    newcomer(reader, async (page) => {
      const seen = [];
      for (const words of WAYS) {
        await comes(page, words);
        seen.push(await page.evaluate(() => /** @type {any} */ (window).generals.link()));
        await part(page, words).click();
      }
      assert.deepEqual(seen, ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&t=1&s=split', 'v=1&p=om&n=3&t=2']);
      await part(page, 'pair').waitFor();
      await comes(page, 'offer.lessons');
      assert.equal(await part(page, 'offer.break').isVisible(), true);
      assert.equal(keys(page).get('pov'), '3');
      await page.goBack();
      await page.waitForFunction(() => /** @type {any} */ (window).generals.link() === 'v=1&p=om&n=3&t=2');
    }));

test('on the pair screen it has a strip of its own, over none of the maps, and opens the laboratory', () =>
  newcomer(PHONE, async (page) => {
    await take(page, 'offer.known');
    await part(page, 'pair').waitFor();
    const map = await boxOf(page, '.pair-map');
    await comes(page, 'offer.lessons');
    assert.deepEqual(await boxOf(page, '.pair-map'), map, 'the maps stay where they are');
    const pair = await boxOf(page, '.pair-place');
    const offer = await boxOf(page, '.offer');
    const transport = await boxOf(page, '.transport');
    assert.ok(offer.y >= pair.y + pair.height && offer.y + offer.height <= transport.y + 1, JSON.stringify({ pair, offer, transport }));
    await part(page, 'offer.break').click();
    await part(page, 'lab').waitFor();
    assert.deepEqual(await offered(page), []);
  }));

for (const [name, reader, size] of /** @type {[string, Reader, number][]} */ ([['at a desk', {}, 28], ['on a phone', PHONE, 44]]))
  test(`× ends them for this visit, is ${size} pixels wide, and nothing moves or is stored: ${name}`, () =>
    newcomer(reader, async (page) => {
      const end = await boxOf(page, '.offer-end');
      assert.deepEqual([end.width, end.height], [size, size]);
      const places = ['.map-place', '.transport', '.told .words'];
      const before = await Promise.all(places.map((place) => boxOf(page, place)));
      await part(page, 'offer-end').click();
      await part(page, 'offer').waitFor({ state: 'detached' });
      assert.deepEqual(await Promise.all(places.map((place) => boxOf(page, place))), before);
      assert.equal(await part(page, 'play').evaluate((play) => play === document.activeElement), true);
      await page.keyboard.press('End');
      await page.clock.runFor(60_000);
      assert.deepEqual(await offered(page), []);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
    }));

test('once they are over nothing is looked at any more, but for where the reader goes, once', () =>
  newcomer({}, async (page) => {
    await part(page, 'offer-end').click();
    await part(page, 'offer').waitFor({ state: 'detached' });
    await page.evaluate(() => {
      const [place, root] = ['.offers', '.generals'].map((one) => /** @type {HTMLElement} */ (document.querySelector(one)));
      const seen = { looks: 0, writes: 0 };
      Object.assign(place, { matches: () => ((seen.looks += 1), false) });
      new MutationObserver((writes) => (seen.writes += writes.length)).observe(root, { attributeFilter: ['data-offers'] });
      Object.assign(window, { seen });
    });
    const seen = () => page.evaluate(() => /** @type {any} */ (window).seen);
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'Home']) await page.keyboard.press(key);
    await page.locator('.offers').dispatchEvent('pointerenter');
    assert.deepEqual(await seen(), { looks: 0, writes: 0 });
    await part(page, 'general-2').click();
    for (const key of ['t', 'Control+z', 'End']) await page.keyboard.press(key);
    assert.deepEqual(await seen(), { looks: 0, writes: 1 });
    assert.equal(await page.locator('.generals').getAttribute('data-offers'), 'over');
  }));

test('who edits the run goes his own way: nothing more is offered, and the stage stays as it is', () =>
  newcomer({}, async (page) => {
    const before = await boxOf(page, '.map-place');
    await part(page, 'general-2').click();
    await page.keyboard.press('t');
    await page.waitForFunction(() => /** @type {any} */ (window).generals.link() === 'v=1&p=om&n=4&t=2.3');
    await page.clock.runFor(30_000);
    assert.deepEqual(await offered(page), []);
    assert.deepEqual(await boxOf(page, '.map-place'), before);
    await page.keyboard.press('Control+z');
    await page.clock.runFor(30_000);
    assert.deepEqual(await offered(page), []);
  }));

test('who takes one by the keyboard stands on play', () =>
  newcomer({}, async (page) => {
    await part(page, 'offer.see').focus();
    await page.keyboard.press('Enter');
    assert.equal(await part(page, 'play').evaluate((play) => play === document.activeElement), true);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Pause');
  }));
