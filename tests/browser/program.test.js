// The reader's own program: the run follows each text that can be read, mistakes are said where they stand, and one can leave it by keys.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, until } from './harness.js';

const RUN = 'v=1&p=own&n=4&t=3';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** Waits for the text. @param {Page} page */
async function opened(page) {
  await ready(page);
  const text = part(page, 'program');
  await text.waitFor();
  return text;
}
/** Waits until the program of the run has this in it. @param {Page} page @param {string} piece */
const runs = (page, piece) => until(page, `the run to have ${piece}`, (wanted) => /** @type {any} */ (window).generals.session?.scenario().prog?.includes(wanted), piece);
/** The program of the run. @param {Page} page @returns {Promise<string>} */
const running = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.scenario().prog);

test('a program that is chosen runs, and undo brings back the text that stood there', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    const before = await running(page);
    assert.equal(await text.inputValue(), before);
    await part(page, 'program-choose').selectOption('king');
    await runs(page, 'best = A');
    await until(page, 'its rounds', () => document.querySelector('[data-testid="program-is"]')?.textContent === 'Consensus, 6 rounds');
    await part(page, 'undo').click();
    await until(page, 'the text before', (wanted) => /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid="program"]')).value === wanted, before);
  }));

test('what is typed runs as soon as it can be read; a broken text keeps the last run and says what is wrong', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend input to all\ndecide A if count(A) > f else R\n');
    await runs(page, 'count(A) > f');
    await text.fill('task consensus\nsend input to all\ndecide A if cuont(A) > f else R\n');
    const mistake = page.locator('.program-mistake');
    await mistake.waitFor();
    assert.equal(await mistake.textContent(), 'Line 3, column 13: Nothing is called “cuont” here. Known here: “count” and “said”.');
    assert.equal(await page.locator('.program-mark u').textContent(), 'cuont');
    assert.equal(await text.getAttribute('aria-invalid'), 'true');
    // Who rests hears it.
    await until(page, 'the alert', () => document.querySelector('.program [role="alert"]')?.textContent?.startsWith('Line 3'));
    assert.match(await running(page), /count\(A\) > f/);
    assert.ok(await part(page, 'program-attack').isDisabled());
    await text.press('F8');
    const chosen = await text.evaluate((field) => /** @type {HTMLTextAreaElement} */ (field).value.slice(/** @type {HTMLTextAreaElement} */ (field).selectionStart, /** @type {HTMLTextAreaElement} */ (field).selectionEnd));
    assert.equal(chosen, 'cuont');
    await page.keyboard.type('count');
    await until(page, 'no mistake', () => document.querySelector('.program-mistake') === null);
  }));

test('Tab indents; Escape and then Tab leaves', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nif n > 3:');
    await text.press('Enter');
    await page.keyboard.type('v = A');
    assert.equal(await text.inputValue(), 'task consensus\nif n > 3:\n    v = A');
    await text.press('Tab');
    assert.ok((await text.inputValue()).endsWith('v = A   '));
    assert.ok(await text.evaluate((field) => field === document.activeElement));
    await text.press('Escape');
    await text.press('Tab');
    assert.ok(!(await text.evaluate((field) => field === document.activeElement)));
  }));

test('the text opens again by its link, in Chinese too', () =>
  house.hosted({ link: RUN, locale: 'zh-CN' }, async (page) => {
    const text = await opened(page);
    await text.fill('# 将军\ntask consensus\n\tdecide input\n');
    await page.locator('.program-mistake').waitFor();
    await text.fill('# 将军\ntask consensus\ndecide input\n');
    await runs(page, '将军');
    await page.reload();
    const again = await opened(page);
    assert.equal(await again.inputValue(), '# 将军\ntask consensus\ndecide input\n');
  }));
