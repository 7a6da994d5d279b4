// The table: every message a row, sorted, filtered, walked through with keys, picked, copied; in fog what is known alone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, openHouse, part, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

const LECTURE = 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R&view=table';
const LARGE = 'v=1&p=om&n=13&m=4&t=2.5.8.11&s=random&view=table';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The words of a column, from the top. @param {Page} page @param {string} column */
const column = (page, column) => part(page, 'rows').locator(`.table-row .c-${column} > :last-child`).allTextContents();
/** @param {Page} page @param {string} name @param {string[]} texts */
const columnSays = (page, name, texts) =>
  until(
    page,
    `${name}: ${texts.join()}`,
    ([of, wanted]) => [...document.querySelectorAll(`.table-row .c-${of} > :last-child`)].map((cell) => cell.textContent).join() === wanted,
    [name, texts.join()],
  );
/** @param {Page} page @param {number} count */
const counts = (page, count) =>
  until(
    page,
    `${count} rows`,
    (wanted) => document.querySelector('[data-testid=rows]')?.getAttribute('aria-rowcount') === String(wanted + 1),
    count,
  );
const selected = (/** @type {Page} */ page) => page.locator('.table-row[aria-selected=true] .c-step > :last-child').textContent();

for (const [name, visit] of /** @type {const} */ ([['hosted', 'hosted'], ['as a file', 'file']]))
  test(`sorts, filters, picks and copies: ${name}`, () =>
    house[visit]({ link: LECTURE }, async (page) => {
      await counts(page, 9);
      await part(page, 'sort-to').click();
      await columnSays(page, 'step', ['1', '6', '8', '2', '4', '9', '3', '5', '7']);
      assert.equal(await page.locator('[role=columnheader][aria-sort]').count(), 1);
      await part(page, 'sort-from').click({ modifiers: ['Shift'] });
      await part(page, 'sort-from').click({ modifiers: ['Shift'] });
      await columnSays(page, 'step', ['8', '6', '1', '9', '4', '2', '7', '5', '3']);
      await part(page, 'sort-to').click();
      await columnSays(page, 'to', ['4', '4', '4', '3', '3', '3', '2', '2', '2'].map((id) => `General ${id}`));
      assert.equal(await page.locator('.c-to[aria-sort]').getAttribute('aria-sort'), 'descending');
      await part(page, 'sort-step').click();

      await part(page, 'filter-from').selectOption('3');
      await columnSays(page, 'step', ['6', '7']);
      assert.deepEqual(await column(page, 'lie'), ['a lie', 'from a traitor, but true']);
      await part(page, 'filter-lies').check();
      await columnSays(page, 'step', ['6']);

      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (/** @type {string} */ text) => Object.assign(window, { copied: text }) },
        });
      });
      await part(page, 'copy-tsv').click();
      await until(page, 'the copy', () => 'copied' in window);
      const rows = await page.locator('.table-heads, .table-row').evaluateAll((lines) =>
        lines.map((line) => [...line.children].map((cell) => [...cell.children].filter((text) => text.checkVisibility()).at(-1)?.textContent).join('\t')),
      );
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).copied), rows.map((row) => `${row}\n`).join(''));

      await page.locator('.table-row').click();
      await atStep(page, 6);
      await addressSays(page, 'message', '6');
      assert.match((await part(page, 'narration').textContent()) ?? '', /General 3 tells General 2.*That is a lie/);

      await part(page, 'filter-round').selectOption('1');
      await counts(page, 0);
      await page.getByText('No message matches.').waitFor();
      await part(page, 'table-clear').click();
      await counts(page, 9);
      assert.equal(await part(page, 'rows').evaluate((grid) => grid === document.activeElement), true);
    }));

test('rows are walked through with keys, and Enter shows the message on the map', () =>
  house.hosted({ link: LARGE }, async (page) => {
    await counts(page, 108_384);
    await part(page, 'rows').focus();
    await page.keyboard.press('ArrowDown');
    await atStep(page, 1);
    await page.keyboard.press('ArrowDown');
    await atStep(page, 2);
    await page.keyboard.press('ArrowUp');
    await atStep(page, 1);
    await page.keyboard.press('PageDown');
    await until(page, 'a page on', () => /** @type {any} */ (window).generals.session.cursor > 4);
    await page.keyboard.press('End');
    await atStep(page, 108_384);
    await until(page, 'the last row', () => document.querySelector('[aria-selected=true]')?.getAttribute('aria-rowindex') === '108385');
    const active = await part(page, 'rows').getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Home');
    await atStep(page, 1);
    await page.keyboard.press('Enter');
    await addressSays(page, 'view', null);
    await addressSays(page, 'message', '1');
    await part(page, 'view-table').click();
    await until(page, 'the row again', () => document.querySelector('[aria-selected=true]') !== null);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await addressSays(page, 'view', null);
  }));

test('a hundred thousand rows scroll to their end with few elements', () =>
  house.file({ link: LARGE }, async (page) => {
    await counts(page, 108_384);
    const rows = part(page, 'rows');
    await rows.evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight;
    });
    await until(page, 'the last row', () => [...document.querySelectorAll('.table-row')].at(-1)?.getAttribute('aria-rowindex') === '108385');
    assert.ok((await page.locator('.table-row').count()) < 40);
    const [below, bottom] = await page.evaluate(() => [
      [...document.querySelectorAll('.table-row')].at(-1)?.getBoundingClientRect().bottom ?? 0,
      document.querySelector('[data-testid=rows]')?.getBoundingClientRect().bottom ?? 0,
    ]);
    assert.ok(Math.abs(below - bottom) <= 1, `the last row ends where the table ends: ${below}, ${bottom}`);
    await rows.evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight / 2;
    });
    await until(page, 'the middle', () => Math.abs(Number(document.querySelector('.table-row')?.getAttribute('aria-rowindex')) - 54_192) < 40);
  }));

test('four million rows open, and their last can be reached', () =>
  house.hosted({ link: 'v=1&p=om&n=16&m=5&t=2.5&s=random&view=table' }, async (page) => {
    await counts(page, 3_999_675);
    await part(page, 'rows').focus();
    await page.keyboard.press('End');
    await atStep(page, 3_999_675);
    await until(page, 'the last row', () => document.querySelector('[aria-selected=true]')?.getAttribute('aria-rowindex') === '3999676');
    await page.keyboard.press('ArrowUp');
    await atStep(page, 3_999_674);
    await page.keyboard.press('Home');
    await atStep(page, 1);
  }));

test('the table goes along with the run', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3&at=100&view=table', reducedMotion: 'reduce' }, async (page) => {
    await counts(page, 156);
    const seen = (/** @type {string} */ step) =>
      until(page, `row ${step}`, (wanted) => [...document.querySelectorAll('.table-row')].some((row) => row.getAttribute('aria-rowindex') === wanted), step);
    await seen('101');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await seen('157');
  }));

test('in fog the table has what he sends and receives, and nothing of truth', () =>
  house.hosted({ link: LECTURE }, async (page) => {
    await counts(page, 9);
    await part(page, 'sort-lie').click();
    await columnSays(page, 'step', ['6', '7', '1', '2', '3', '4', '5', '8', '9']);
    await part(page, 'filter-lies').check();
    await counts(page, 1);
    await page.keyboard.press('2');
    await page.keyboard.press('v');
    // What is still to come he cannot know.
    await says(page, 'table', 'He has sent and received nothing yet.');
    assert.equal(await part(page, 'table-clear').isVisible(), false);
    await part(page, 'to-end').click();
    await counts(page, 5);
    await columnSays(page, 'step', ['1', '4', '5', '6', '8']);
    assert.equal(await page.locator('.table .c-lie, .table .c-honest, .table .traitor, .table-row.lie').count(), 0);
    assert.equal(await part(page, 'filter-lies').isVisible(), false);
    assert.match((await part(page, 'table-said').textContent()) ?? '', /^5 messages that General 2 sends or receives/);
    await page.locator('.table-row').nth(3).click();
    await atStep(page, 6);
    await columnSays(page, 'step', ['1', '4', '5', '6']);
    assert.equal(await selected(page), '6');
    assert.doesNotMatch((await part(page, 'table').innerHTML()) + (await part(page, 'narration').innerHTML()), /lie\b/);
  }));

test('a run without a filtered general drops the filter, other lies change the rows', () =>
  house.hosted({ link: 'v=1&p=om&n=5&t=3&view=table' }, async (page) => {
    await counts(page, 16);
    await part(page, 'filter-from').selectOption('5');
    await counts(page, 3);
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=4&t=2&view=table';
    });
    await counts(page, 9);
    await part(page, 'filter-lies').check();
    await until(page, 'his lies', () => [...document.querySelectorAll('.table-row .c-from > :last-child')].every((cell) => cell.textContent === 'General 2'));
  }));

test('signed rows are not told by a run of word of mouth that takes their place', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&t=3&view=table' }, async (page) => {
    await counts(page, 9);
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=4&t=3&view=table';
    });
    await until(page, 'lies in place of forgeries', () => document.querySelector('.table-row .c-lie')?.closest('.table')?.textContent?.includes('a lie') ?? false);
  }));

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

test('on a phone rows are high enough for a finger, and nothing sticks out', () =>
  house.hosted({ ...PHONE, link: `${LECTURE}&at=7` }, async (page) => {
    await counts(page, 9);
    const { height, width } = await page.locator('.table-row').first().evaluate((row) => row.getBoundingClientRect());
    assert.ok(height >= 44 && width <= 390);
    assert.equal(await part(page, 'rows').evaluate((grid) => grid.scrollWidth <= grid.clientWidth), true);
    const heads = page.locator('[role=columnheader]:visible');
    assert.deepEqual(await heads.allTextContents(), ['No.', 'From', 'To', 'He said', 'Lie']);
  }));
