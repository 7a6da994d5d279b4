// The page for those who hear it: names with state, sentences announced once, every message as a button.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, choose, openHouse, part, ready, steps, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LINK = 'v=1&p=om&n=4&t=3';
/** @typedef {import('./harness.js').Page} Page */

/** Writes down what live regions say from now on. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    const heard = /** @type {string[]} */ ([]);
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll('[role="status"], [aria-live]')) {
      let last = region.textContent;
      new MutationObserver(() => {
        const off = region.getAttribute('aria-live') === 'off';
        const now = region.textContent ?? '';
        if (now !== last && now !== '' && !off) heard.push(now);
        last = now;
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
/** @param {Page} page @returns {Promise<string[]>} */
const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard);

test('every control has a name', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, [role="slider"]')]
        .filter((node) => node.checkVisibility())
        .filter((node) => {
          const control = /** @type {HTMLInputElement} */ (node);
          const labels = [...(control.labels ?? [])].map((label) => label.textContent ?? '');
          const named = (control.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
          return (control.getAttribute('aria-label') ?? '') + (control.textContent ?? '') + labels.join('') + named.join('') === '';
        })
        .map((node) => node.outerHTML.slice(0, 100)),
    );
    assert.deepEqual(nameless, []);
  }));

test('a camp’s name tells who he is, what he heard and what he decided', () =>
  house.hosted({ link: `${LINK}&at=99` }, async (page) => {
    await ready(page);
    assert.match((await part(page, 'general-2').getAttribute('aria-label')) ?? '', /General 2.*loyal.*Attack/i);
    assert.match((await part(page, 'general-3').getAttribute('aria-label')) ?? '', /General 3.*traitor/i);
    await part(page, 'to-start').click();
    await until(page, 'nothing heard', () =>
      /0 messages/.test(document.querySelector('[data-testid="general-2"]')?.getAttribute('aria-label') ?? ''),
    );
  }));

test('stepping announces each step once', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await listen(page);
    for (const step of [1, 2, 3]) {
      await part(page, 'step').click();
      await atStep(page, step);
      await until(page, `words for step ${step}`, (count) => /** @type {any} */ (window).heard.length >= count, step);
    }
    assert.equal((await heard(page)).length, 3, (await heard(page)).join(' / '));
  }));

for (const mode of ['round', 'message']) {
  test(`playing announces each round once and the decision (mode: ${mode})`, () =>
    house.hosted({ link: LINK }, async (page) => {
      await ready(page);
      await choose(page, 'mode', mode);
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
      await listen(page);
      await part(page, 'play').click();
      await atStep(page, await steps(page));
      await until(page, 'the decision', () =>
        /** @type {any} */ (window).heard.some((/** @type {string} */ words) => /decide/.test(words)),
      );
      const words = await heard(page);
      const told = words.filter((sentence) => /lieutenant|decide/.test(sentence));
      assert.equal(told.length, 3, words.join(' / '));
      assert.equal(new Set(words).size, words.length, words.join(' / '));
      assert.ok(words.length <= 4, words.join(' / '));
    }));
}

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`the messages of the round are a list of buttons that lead to them (${where})`, () =>
    house[where]({ link: `${LINK}&at=4`, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      await part(page, 'messages').click();
      const rows = page.locator('.listing ol button');
      await rows.nth(5).waitFor();
      assert.equal(await rows.count(), 6);
      assert.match((await rows.nth(2).textContent()) ?? '', /General 3 tells General 2.*lie/);
      await rows.nth(4).click();
      await atStep(page, 8);
      await until(
        page,
        'the row of step 8',
        () => document.querySelectorAll('.listing ol button')[4]?.getAttribute('aria-current') === 'step',
      );
      await part(page, 'messages').click();
      await page.locator('.listing').waitFor({ state: 'hidden' });
    }));
}

test('the signs of the map are explained, each with its drawing', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await part(page, 'legend').click();
    const rows = page.locator('[data-testid="legend-leaf"] li');
    await rows.first().waitFor();
    assert.ok((await rows.count()) >= 16);
    for (const row of await rows.all()) {
      assert.ok((await row.locator('svg').count()) > 0);
      assert.match(await row.innerText(), /\p{L}{3,}/u);
    }
  }));
