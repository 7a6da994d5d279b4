// Signed messages on the built page: seals looked at, bytes changed, forgeries sent and refused, keys stolen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, choose, keys, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** General 3, a traitor, shows General 2 Retreat under a seal that is not General 1's. */
const FORGED = 'v=1&p=sm&n=4&t=3&at=6';
/** General 4 shows General 2 what General 1 sealed. */
const GOOD = 'v=1&p=sm&n=4&t=3&at=8';

/** @param {Page} page @param {string} state */
const letterIs = (page, state) =>
  until(
    page,
    `the letter to be ${state}`,
    (wanted) =>
      document.body.dataset.letter === 'open' &&
      document.querySelector('[data-testid="letter-verdict"]')?.getAttribute('data-state') === wanted,
    state,
  );

/** What each seal is found to be. @param {Page} page */
const found = (page) => page.locator('.findings li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state')));

/** @param {Page} page */
const narration = (page) => part(page, 'narration').innerText();

/** @param {Page} page @param {string} words */
const says = (page, words) =>
  until(
    page,
    `“${words}”`,
    (wanted) =>
      document
        .querySelector('[data-testid="narration"]')
        ?.textContent?.replace(/[\u00a0\u202f]/g, ' ')
        .includes(wanted),
    words,
  );

test('the three protocols are chosen by name, and the wrong one says that it is', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await choose(page, 'protocol', 'sm');
    await addressSays(page, 'p', 'sm');
    await says(page, 'seals it');
    await choose(page, 'protocol', 'flat');
    await addressSays(page, 'p', 'flat');
    await says(page, 'the wrong vote');
    assert.match(await page.locator('.strip .run').innerText(), /wrong/);
    await part(page, 'bag').waitFor();
    await choose(page, 'protocol', 'om');
    await addressSays(page, 'p', 'om');
  }));

test('a forgery is told, thrown away, and not held', () =>
  house.hosted({ link: FORGED }, async (page) => {
    await ready(page);
    await says(page, 'General 1 never sealed Retreat: General 2 throws it away.');
    await page.keyboard.press('2');
    await part(page, 'to-end').click();
    await atStep(page, 10);
    assert.equal(await part(page, 'holds').locator('li').count(), 1, 'one order alone is held sealed');
    await until(
      page,
      'validity to hold',
      () => document.querySelector('[data-testid="verdict-validity"]')?.getAttribute('data-state') === 'holds',
    );
  }));

test('tampering is noticed at once, and what was put back is good again', () =>
  house.hosted({ link: GOOD }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').click();
    await letterIs(page, 'genuine');
    for (const cheat of ['order', 'bit']) {
      await part(page, `cheat-${cheat}`).click();
      await letterIs(page, 'refused');
      assert.deepEqual(await found(page), ['forged', 'unread'], cheat);
      await part(page, `cheat-${cheat}`).click();
      await letterIs(page, 'genuine');
    }
    await part(page, 'cheat-signer').click();
    await letterIs(page, 'refused');
    assert.deepEqual(await found(page), ['good', 'forged']);
    await page.keyboard.press('Escape');
    await until(page, 'the map to be back', () => document.body.dataset.letter === 'shut');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'letter-open');
  }));

test('a letter that is slow to come gives the focus back to what asked for it', () =>
  house.hosted({ link: GOOD, saving: true }, async (page) => {
    await ready(page);
    /** @type {() => void} */
    let deliver = () => {};
    const isWaited = new Promise((done) => (deliver = () => done(undefined)));
    await page.route('**/assets/signed-*.js', async (route) => {
      await isWaited;
      await route.continue();
    });
    await part(page, 'letter-open').click();
    await until(page, 'patience to be over', () => document.body.dataset.letter === 'open');
    deliver();
    await letterIs(page, 'genuine');
    await page.keyboard.press('Escape');
    await until(page, 'the map to be back', () => document.body.dataset.letter === 'shut');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'letter-open');
  }));

test('a byte is typed over from the keyboard alone', () =>
  house.hosted({ link: GOOD }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').focus();
    await page.keyboard.press('Enter');
    await letterIs(page, 'genuine');
    await page.locator('[data-at="0"]').focus();
    await page.keyboard.type('52');
    await until(page, 'both digits to be written', () => document.querySelector('[data-at="0"]')?.textContent === '52');
    await letterIs(page, 'refused');
    assert.match(await page.locator('.findings').innerText(), /The scroll now says 52, Retreat/);
    await page.keyboard.type('00');
    await until(page, 'the bytes to be no letter', () =>
      document.querySelector('.letter-why')?.textContent?.includes('no letter'),
    );
    await page.keyboard.type('41');
    await letterIs(page, 'genuine');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-at')), '16');
    await page.keyboard.press('Space');
    await letterIs(page, 'refused');
  }));

test('a traitor sends the letter that was changed, and it is refused', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&t=3&s=honest&at=6' }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').click();
    await letterIs(page, 'genuine');
    assert.equal(await part(page, 'forge').isVisible(), false);
    await part(page, 'cheat-order').click();
    await part(page, 'forge').click();
    await addressSays(page, 'x', '1.3-2R');
    await letterIs(page, 'refused');
    await part(page, 'letter-close').click();
    await says(page, 'General 1 never sealed Retreat');
  }));

test('a stolen key makes the forgery good, and the end shows what that breaks', () =>
  house.file({ link: FORGED }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').click();
    await letterIs(page, 'refused');
    await part(page, 'steal-1').click();
    await letterIs(page, 'genuine');
    assert.deepEqual(await found(page), ['good', 'good']);
    await addressSays(page, 'k', '1');
    await part(page, 'see-end').click();
    await until(
      page,
      'validity to be broken',
      () => document.querySelector('[data-testid="verdict-validity"]')?.getAttribute('data-state') === 'broken',
    );
    assert.match(await narration(page), /Retreat/);
    await part(page, 'step-back').click();
    await atStep(page, 9);
  }));

test('new keys change every seal and nothing else', () =>
  house.hosted({ link: GOOD }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').click();
    await letterIs(page, 'genuine');
    const bytes = () => part(page, 'bytes').innerText();
    const before = await bytes();
    await part(page, 'new-keys').click();
    await until(
      page,
      'other bytes',
      (old) =>
        document.querySelector('[data-testid="bytes"]') instanceof HTMLElement &&
        /** @type {HTMLElement} */ (document.querySelector('[data-testid="bytes"]')).innerText !== old,
      before,
    );
    await letterIs(page, 'genuine');
    await until(page, 'a seed in the address', () => new URLSearchParams(location.hash.slice(1)).has('seed'));
    assert.equal(keys(page).get('p'), 'sm');
  }));

test('the letter fits a phone and speaks Chinese', () =>
  house.hosted({ link: `${FORGED}&lang=zh`, viewport: { width: 390, height: 844 }, touch: true, scale: 2 }, async (page) => {
    await ready(page);
    await part(page, 'letter-open').tap();
    await letterIs(page, 'refused');
    assert.match((await page.locator('.findings').innerText()).replaceAll('\u2060', '').replace(/[\u2009\u202f]/g, ' '), /将军 1 从未盖过这枚印章/);
    const { wide, seen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }));
    assert.ok(wide <= seen, `${wide} px wide on ${seen}`);
  }));
