// The page by keys alone: what each does, what belongs to a control, where the focus goes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=4&t=3';
/** @typedef {import('./harness.js').Page} Page */

/** @param {(page: Page) => Promise<void>} look @param {Partial<import('./harness.js').Reader>} [reader] */
const visit = (look, reader = {}) =>
  house.hosted({ link: LINK, reducedMotion: 'reduce', ...reader }, async (page) => {
    await ready(page);
    await look(page);
  });

/** What has the focus, by its test id or its name. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    if (!held || held === document.body) return 'BODY';
    return held.getAttribute('data-testid') || held.getAttribute('aria-label') || held.id || held.textContent || held.outerHTML;
  });
/** @param {Page} page @param {string} id */
const hasFocus = (page, id) =>
  until(page, `the focus on ${id}`, (wanted) => document.activeElement?.getAttribute('data-testid') === wanted, id);

test('digits choose a general and T turns him', () =>
  visit(async (page) => {
    await page.keyboard.press('4');
    await until(
      page,
      'General 4',
      () => document.querySelector('[data-testid="general-4"]')?.getAttribute('aria-pressed') === 'true',
    );
    await page.keyboard.press('t');
    await addressSays(page, 't', '3.4');
    await page.keyboard.press('Control+z');
    await addressSays(page, 't', '3');
  }));

test('S shares, ? lists the keys, Esc closes, and the focus returns to where it was', () =>
  visit(async (page) => {
    await part(page, 'general-2').focus();
    for (const [key, leaf] of [
      ['s', 'dialog.share'],
      ['?', '[data-testid="help-leaf"]'],
    ]) {
      await page.keyboard.press(key ?? '');
      await page.locator(`${leaf}[open]`).waitFor();
      await page.keyboard.press('Escape');
      await page.locator(`${leaf}[open]`).waitFor({ state: 'detached' });
      await hasFocus(page, 'general-2');
    }
  }));

test('P leaves the map alone and larger, and P or Esc brings the rails back', () =>
  visit(async (page) => {
    const size = () => part(page, 'narration').evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
    const before = await size();
    const { width } = /** @type {{width: number}} */ (page.viewportSize());
    await page.keyboard.press('p');
    await page.locator('.rail').waitFor({ state: 'hidden' });
    await page.locator('.inspector').waitFor({ state: 'hidden' });
    assert.ok(before < 20, `${before}`);
    assert.ok(Math.abs((await size()) - 0.021 * width) < 0.1, `${await size()} of ${width}`);
    await page.keyboard.press('Escape');
    await page.locator('.rail').waitFor();
    await page.keyboard.press('p');
    await page.locator('.rail').waitFor({ state: 'hidden' });
    await page.keyboard.press('p');
    await page.locator('.rail').waitFor();
  }));

test('keys that write a character can be switched off; the others stay', () =>
  visit(async (page) => {
    await page.keyboard.press('?');
    await part(page, 'letter-keys').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('[data-testid="help-leaf"][open]').waitFor({ state: 'detached' });
    for (const key of ['s', 't', 'p', '4', '?']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await atStep(page, 1);
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), LINK);
    await part(page, 'help').click();
    await part(page, 'letter-keys').check();
    await page.keyboard.press('Escape');
    await page.locator('[data-testid="help-leaf"][open]').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await addressSays(page, 't', '2.3');
  }));

test('keys that a focused control uses stay its own', () =>
  visit(async (page) => {
    await part(page, 'n').focus();
    await page.keyboard.press('ArrowUp');
    await addressSays(page, 'n', '5');
    await page.keyboard.press('Home');
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor), 0);
    await part(page, 'strategy').focus();
    await page.keyboard.press('s');
    assert.equal(await page.locator('dialog[open]').count(), 0, 'a letter in a list chooses in the list');
    await part(page, 'step').focus();
    await page.keyboard.press(' ');
    await atStep(page, 1);
  }));

test('Tab goes through the page as it is read, sees every control, and shows where it is', () =>
  visit(async (page) => {
    /** @type {string[]} */
    const order = [];
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const name = await focused(page);
      if (name === 'BODY' || name === order[0]) break;
      order.push(name);
      const ring = await page.evaluate(() => {
        const held = document.activeElement;
        if (!held) return '';
        const shown =
          held instanceof HTMLSelectElement || held.matches('.choice input') ? (held.closest('label, span') ?? held) : held;
        return getComputedStyle(shown).boxShadow + getComputedStyle(held).boxShadow;
      });
      assert.match(ring, /rgb/, `${name} shows that it has the focus`);
    }
    const parts = ['share', 'protocol', 'n', 'strategy', 'legend', 'messages', 'general-1', 'general-4', 'play', 'scrubber'];
    const places = parts.map((name) => order.indexOf(name));
    assert.ok(
      places.every((place) => place >= 0),
      `${parts.filter((_, i) => (places[i] ?? -1) < 0)} of ${order}`,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      order.join(' '),
    );
  }));

test('the focus is not lost when what had it goes away', () =>
  visit(async (page) => {
    // The last camp goes with its general.
    await part(page, 'general-4').focus();
    await page.evaluate(() => /** @type {any} */ (window).generals.session);
    await part(page, 'n').evaluate((/** @type {HTMLInputElement} */ field) => {
      field.value = '3';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator('[data-testid="general-4"]').waitFor({ state: 'detached' });
    assert.notEqual(await focused(page), 'BODY');
    // A fork keeps the camp that was turned.
    await part(page, 'general-2').focus();
    await page.keyboard.press('t');
    await addressSays(page, 't', '2.3');
    assert.equal(await focused(page), 'general-2');
    // The list closes by its own button.
    await part(page, 'messages').click();
    await page.locator('.listing button').first().focus();
    await page.keyboard.press('Escape');
    await page.locator('.listing').waitFor({ state: 'hidden' });
    assert.notEqual(await focused(page), 'BODY');
  }));

test('after the list of keys the keyboard is where it was: at nothing, so that Space plays', () =>
  visit(async (page) => {
    for (const key of ['?', 's']) {
      await page.keyboard.press(key);
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await until(page, 'the focus on nothing', () => document.activeElement === document.body, null);
    }
    await page.keyboard.press(' ');
    await part(page, 'play').and(page.getByLabel('Pause')).waitFor();
    assert.ok(!(await page.evaluate(() => location.hash)).includes('lang='));
  }));

test('whatever a key opened from nowhere, when Esc has closed it Space plays and Tab begins the page', () =>
  visit(
    async (page) => {
      for (const [key, opened] of [
        ['s', 'dialog.share[open]'],
        ['?', '[data-testid="help-leaf"][open]'],
        ['l', '[data-testid="lab"]'],
        ['Enter', '[data-testid="message"]'],
        ['v', '.eyes'],
        ['p', '[data-projector="on"]'],
      ]) {
        const place = page.locator(opened ?? '').first();
        await page.keyboard.press(key ?? '');
        await place.waitFor();
        await page.keyboard.press('Escape');
        await place.waitFor({ state: 'hidden' });
        await until(page, `the focus on nothing after ${key}`, () => document.activeElement === document.body, null);
        await page.keyboard.press(' ');
        await part(page, 'play').and(page.getByLabel('暂停')).waitFor();
        await page.keyboard.press(' ');
        await part(page, 'play').and(page.getByLabel('播放')).waitFor();
        await page.evaluate(() => /** @type {any} */ (window).generals.seek(5));
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans', `${key}`);
      }
    },
    { link: `${LINK}&at=5&lang=zh` },
  ));
