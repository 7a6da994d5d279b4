// The space-time figure: opens from a link, follows time, opens its bundles, and tells nothing in fog.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Where the front of time stands. @param {Page} page */
const frontAt = (page) =>
  part(page, 'time-front').evaluate((front) => Number(/[\d.]+/.exec(front.getAttribute('transform') ?? '')?.[0]));

/** The labels of messages. @param {Page} page @param {string} [kind] */
const labels = (page, kind = '') => page.locator(`.space-time .label${kind}`);

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`a link opens the figure; the front moves with the steps, and a message that is clicked is told (${where})`, () =>
    house[where]({ reducedMotion: 'reduce', link: 'v=1&p=om&n=4&t=3&view=time&at=4' }, async (page) => {
      await labels(page).first().waitFor();
      assert.equal(await labels(page).count(), 9);
      assert.equal(await labels(page, '.lie').count(), 2);
      assert.equal(await labels(page, '[data-stage="done"]').count(), 4);
      const before = await frontAt(page);
      await page.keyboard.press('ArrowRight');
      await atStep(page, 5);
      await until(page, 'five messages to have arrived', () => document.querySelectorAll('.label[data-stage="done"]').length === 5);
      assert.ok((await frontAt(page)) > before);
      await labels(page, '[data-step="6"]').click();
      await until(page, 'the lie to be told', () =>
        document.querySelector('[data-testid="narration"]')?.textContent?.startsWith('General 3 tells General 2'),
      );
      await addressSays(page, 'message', '6');
      await until(page, 'the order behind it to be lit', () => document.querySelectorAll('.label.lit').length === 2);
      await page.keyboard.press('Escape');
      await addressSays(page, 'message', null);
    }));

  test(`in fog his own messages are drawn, and nothing tells of lies or of what others decide (${where})`, () =>
    house[where]({ reducedMotion: 'reduce', link: 'v=1&p=om&n=4&t=3&view=time&pov=2&at=9' }, async (page) => {
      await labels(page).first().waitFor();
      assert.equal(await labels(page).count(), 5);
      const figure = await part(page, 'time').evaluate((node) => node.outerHTML);
      assert.doesNotMatch(figure, /lie\b|traitor|halo/i);
      assert.equal(await page.locator('.time .shield.unknown').count(), 3);
      await page.keyboard.press('End');
      await atStep(page, 10);
      await page.locator('.space-time .banner').first().waitFor();
      assert.equal(await page.locator('.space-time .banner').count(), 1);
    }));
}

test('a bundle says how many of what it holds and whether a lie is among them; it opens, and its messages can be chosen', () =>
  house.hosted({ reducedMotion: 'reduce', link: 'v=1&p=om&n=10&m=2&t=3&view=time' }, async (page) => {
    await labels(page).first().waitFor();
    assert.equal(await labels(page, '.bundle').count(), 72);
    assert.ok((await labels(page, '.bundle:has(.halo)').count()) > 0);
    const bundle = labels(page, '.bundle').first();
    const count = Number(await bundle.getAttribute('data-count'));
    const words = await bundle.locator('.count').allTextContents();
    assert.equal(words.reduce((sum, word) => sum + Number(word), 0), count);
    await bundle.click();
    await until(page, 'the bundle to be open', () => document.querySelectorAll('.label.bundle').length === 71);
    const singles = page.locator('.space-time .label:not(.bundle)');
    assert.equal(await singles.count(), 9 + 72 + count);
    await singles.nth(9 + 72 + 2).click();
    await until(page, 'one to be chosen', () => document.querySelectorAll('.label.picked').length === 1);
    const step = Number(await page.locator('.label.picked').getAttribute('data-step'));
    await addressSays(page, 'message', String(step));
    await page.reload();
    await labels(page, '.picked').waitFor();
    assert.equal(await labels(page, '.picked').getAttribute('data-step'), String(step));
  }));

test('without eyes or a mouse: the caption tells the run, and every message of the round is a button', () =>
  house.hosted({ reducedMotion: 'reduce', link: 'v=1&p=om&n=4&t=3&view=time&x=1.3-4A' }, async (page) => {
    const picture = page.getByRole('img', { name: '4 generals, 1 traitor, 2 rounds: OM(1). 1 message is a lie' });
    await picture.waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await part(page, 'time-messages').focus();
    await page.keyboard.press('Enter');
    await page.locator('.listing-rows button').nth(1).focus();
    await page.keyboard.press('Enter');
    await addressSays(page, 'message', '2');
    await page.locator('.listing-head button').focus();
    await page.keyboard.press('Enter');
    await until(page, 'the focus to come back', () => document.activeElement?.getAttribute('data-testid') === 'time-messages');
  }));

test('forged letters are marked as refused', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&t=3&view=time' }, async (page) => {
    await labels(page).first().waitFor();
    assert.equal(await labels(page, ':has(.refusal)').count(), 2);
  }));

for (const [link, arrows] of /** @type {const} */ ([
  ['v=1&p=om&n=13&m=4&t=3&view=time', 60],
  ['v=1&p=om&n=16&m=5&t=3&view=time', 90],
  ['v=1&p=om&n=31&m=1&t=3&view=time', 60],
]))
  test(`a large run opens as few arrows: ${link}`, () =>
    house.hosted({ link }, async (page) => {
      await labels(page).first().waitFor();
      assert.equal(await labels(page).count(), arrows);
      await until(page, 'the caption to say what is drawn', () =>
        document.querySelector('[data-testid="time-caption"]')?.textContent?.includes('one fan stands for all that a general says'),
      );
    }));

test('on a phone the shields stay while the figure is scrolled', () =>
  house.hosted({ viewport: { width: 390, height: 844 }, touch: true, link: 'v=1&p=om&n=7&t=3&view=time' }, async (page) => {
    await labels(page).first().waitFor();
    const shield = page.locator('.time-shields button').first();
    const before = await boxOf(shield);
    const scroll = page.locator('.time-scroll');
    const moved = await scroll.evaluate((node) => {
      node.scrollLeft = 200;
      return node.scrollLeft;
    });
    assert.equal(moved, 200);
    assert.equal((await boxOf(shield)).x, before.x);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  }));

test('in fog nothing is drawn that is still to come', () =>
  house.hosted({ reducedMotion: 'reduce', link: 'v=1&p=om&n=4&t=3&view=time&at=1&pov=4' }, async (page) => {
    await until(page, 'no message yet', () => document.querySelectorAll('.space-time .label').length === 0);
    assert.equal(await page.locator('.space-time .banner').count(), 0);
    await part(page, 'to-end').click();
    await until(page, 'all that he saw', () => document.querySelectorAll('.space-time .label').length === 5);
    assert.equal(await page.locator('.space-time .banner').count(), 1);
  }));

test('a run that came while another figure was looked at is drawn anew', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=time' }, async (page) => {
    await until(page, 'four lines', () => document.querySelectorAll('.time-shields button').length === 4);
    await part(page, 'view-map').click();
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=7&m=2&t=3&at=100';
    });
    await part(page, 'general-7').waitFor();
    await part(page, 'view-time').click();
    await until(page, 'seven lines', () => document.querySelectorAll('.time-shields button').length === 7);
  }));

test('in fog the list of a round has nothing that is still to come, also while a message rides', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=3&pov=2' }, async (page) => {
    const rows = () => page.locator('.listing-rows li').count();
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await atStep(page, 4);
    await page.getByRole('button', { name: 'Messages of this round' }).first().click();
    await page.locator('.listing-rows li').first().waitFor();
    assert.equal(await rows(), 1);
    await part(page, 'to-end').click();
    await until(page, 'all of the round', () => document.querySelectorAll('.listing-rows li').length === 4);
  }));
