// Numbering from 0, as the paper has it: all that people read of generals begins with 0, and links go on from 1.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** The numbers in all names of generals that are seen or are said to assistive technology. @param {Page} page @returns {Promise<number[]>} */
const named = (page) =>
  page.evaluate(() => {
    const said = [...document.querySelectorAll('body *')].flatMap((node) =>
      ['aria-label', 'title'].map((name) => node.getAttribute(name) ?? '').concat(node.children.length === 0 && !(node instanceof HTMLScriptElement) ? (node.textContent ?? '') : ''),
    );
    const numbers = said.flatMap((text) => [...text.matchAll(/Generals? (\d+)(?:(?:, (\d+))* and (\d+))?/g)].flatMap((found) => found.slice(1).filter(Boolean).map(Number)));
    return [...new Set(numbers)].sort((a, b) => a - b);
  });

/** The numbers on shields that are seen. @param {Page} page @returns {Promise<string[]>} */
const shields = (page) =>
  page.evaluate(() => [...new Set([...document.querySelectorAll('.shield-number')].map((node) => node.textContent ?? ''))].filter((text) => text !== '?').sort());

for (const [what, link] of Object.entries({
  map: 'v=1&p=om&n=4&t=3&at=9',
  time: 'v=1&p=om&n=4&t=3&at=9&view=time',
  tree: 'v=1&p=om&n=4&t=3&at=9&view=tree&general=2',
  table: 'v=1&p=om&n=4&t=3&at=9&view=table',
  fog: 'v=1&p=om&n=4&t=3&at=9&pov=2',
  opinions: 'v=1&p=ic&n=4&t=3&at=9&general=2',
})) {
  test(`four generals are 0 to 3 for whoever reads: ${what}`, () =>
    house.hosted({ link: `${link}&number=0`, reducedMotion: 'reduce' }, async (page) => {
      await until(page, 'General 0', () => /General 0\b/.test(document.querySelector('.generals')?.textContent ?? '') && document.querySelectorAll('.shield-number').length > 1 && document.body.getAttribute('aria-busy') === 'false');
      const numbers = await named(page);
      assert.ok(numbers[0] === 0 && numbers.at(-1) === 3, `${numbers}`);
      const signs = await shields(page);
      assert.ok(signs.length > 0 && signs.every((sign) => Number(sign) <= 3), `${signs}`);
      await addressSays(page, 'number', '0');
      await addressSays(page, 'n', '4');
    }));
}

test('camps are named from 0 and keep their numbers for scripts; a key chooses whom it names', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&number=0', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const camp = (/** @type {number} */ id) => part(page, `general-${id}`).getAttribute('aria-label');
    assert.match((await camp(1)) ?? '', /^General 0\b/);
    assert.match((await camp(4)) ?? '', /^General 3\b/);
    await page.keyboard.press('3');
    await until(page, 'the fourth general', () => document.querySelector('[data-testid="general-4"]')?.getAttribute('aria-pressed') === 'true');
    await part(page, 'general-2').click();
    await addressSays(page, 'number', '0');
  }));

test('lies are listed by who tells them, counted from 0, and written from 1', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R&number=0', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.evaluate(() => /** @type {any} */ (window).generals.seek(6));
    await until(page, 'the lie told', () => /General 2\b.*General 1\b.*General 0\b/.test(document.querySelector('[data-testid="narration"]')?.textContent ?? ''));
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R');
  }));

test('the same run counted otherwise is drawn anew, to the last list', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=9', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    assert.deepEqual(await named(page), [1, 2, 3, 4]);
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=4&t=3&at=9&number=0'));
    await until(page, 'General 0', () => document.querySelector('[data-testid="general-1"]')?.getAttribute('aria-label')?.startsWith('General 0') === true);
    assert.deepEqual(await named(page), [0, 1, 2, 3]);
    assert.ok((await shields(page)).every((sign) => Number(sign) <= 3));
  }));

test('a lesson tells of generals from 1, and says that the link asks for something else', () =>
  house.hosted({ link: 'lesson=three&number=0', reducedMotion: 'reduce' }, async (page) => {
    await until(page, 'the stage', () => document.querySelector('[data-testid="general-1"]')?.getAttribute('aria-label')?.startsWith('General 1') === true);
    await page.getByText('number=0').first().waitFor();
  }));
