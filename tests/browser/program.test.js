// The reader's own program: the run follows each text that can be read, mistakes are said where they stand, and one can leave it by keys.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, says, until } from './harness.js';

const RUN = 'v=1&p=own&n=4&t=3';
/** One echo, in which the traitor tells general 2 another word than general 4. */
const ECHO = `v=1&p=own&n=4&t=3&s=honest&x=2.3-2R&prog=1.${readFileSync(new URL('../../crate/core/tests/data/programs/echo.byz', import.meta.url)).toString('base64url')}`;

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

test('each mistake of a line is underlined, in one mark that covers none of them', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend input to all\ndecide A if cuont(A) > g else R\n');
    await page.locator('.program-mark').waitFor();
    assert.deepEqual(await page.locator('.program-mark').evaluateAll((marks) => marks.map((mark) => [...mark.children].map((wave) => wave.textContent))), [['cuont', 'g']]);
  }));

test('a link whose program has a mistake says in which line', () =>
  house.hosted({ link: `v=1&p=own&n=4&prog=1.${Buffer.from('task consensus\nsend input to all\ndecide A if cuont(A) > f else R\n').toString('base64url')}` }, async (page) => {
    await says(page, 'error', 'see line 3, column 13');
  }));

test('what is typed runs as soon as it can be read; a broken text keeps the last run and says what is wrong', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend input to all\ndecide A if count(A) > f else R\n');
    await runs(page, 'count(A) > f');
    await text.fill('task consensus\nsend input to all\ndecide A if cuont(A) > f else R\n');
    const mistake = page.locator('.program-note.wrong');
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
    await until(page, 'no mistake', () => document.querySelector('.program-note.wrong') === null);
  }));

test('each mistake has its note right below its line, where nobody types anything away; several are listed too', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend inptu to all\nv = input\ndecide A if cuont(A) > f else R\n');
    await page.locator('.program-mistake').nth(1).waitFor();
    await part(page, 'program-choose').focus();
    const [first, second] = await page.locator('.program-note.wrong').all();
    const line = (/** @type {number} */ at) => page.locator('.program-editor .pce-line').nth(at);
    await until(page, 'room below the line', () => {
      const [note, next] = ['.program-note.wrong', '.pce-line:nth-of-type(4)'].map((one) => document.querySelector(`.program-editor ${one}`)?.getBoundingClientRect());
      return note && next && note.bottom <= next.top + 1;
    });
    const [note, other] = [await boxOf(first), await boxOf(second)];
    const [wrong, next, last] = [await boxOf(line(1)), await boxOf(line(2)), await boxOf(line(3))];
    assert.ok(Math.abs(note.y - (wrong.y + wrong.height)) <= 24, `${note.y} below ${wrong.y}`);
    assert.ok(next.y >= note.y + note.height - 1 && other.y >= last.y, 'what follows goes on below it');
  }));

test('on a tablet a mistake is told once, below its line; the list leads there, and most of the map stays in sight', () =>
  house.hosted({ link: RUN, viewport: { width: 820, height: 1180 }, touch: true }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend inptu to all\ndecide A if cuont(A) > f else R\n');
    const list = page.locator('.program-mistake');
    await list.nth(1).waitFor();
    assert.equal(await list.nth(1).locator('.program-place').innerText(), 'Line 3, column 13');
    const [shown, heard] = [await boxOf(list.nth(1).locator('.program-what')), await list.nth(1).ariaSnapshot()];
    assert.ok(shown.width <= 1 && heard.includes('Nothing is called'), heard);
    assert.ok(await list.evaluateAll(([one, other]) => one.getBoundingClientRect().y === other.getBoundingClientRect().y), 'side by side');
    // Pressed while somebody types: the row stays under the finger.
    await list.nth(1).click();
    await until(page, 'the caret at it', () => /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid="program"]')).selectionStart === 'task consensus\nsend inptu to all\ndecide A if '.length);
    // It has come up with the focus, and glides.
    await until(page, 'the sheet below most of the map', () => {
      const { y } = /** @type {Element} */ (document.querySelector('.generals[data-raised="on"] .sheet')).getBoundingClientRect();
      return y > 0.38 * innerHeight && y < 0.5 * innerHeight;
    });
  }));

test('while one types what is wrong is said below the field, over no line; F8 goes to each mistake and says it', () =>
  house.hosted({ link: RUN }, async (page) => {
    const text = await opened(page);
    await text.fill('task consensus\nsend inptu to all\nv = A\nw = A\ndecide A if cuont(A) > f else R\n');
    const note = page.locator('.program-note.wrong:visible');
    await until(page, 'one note', () => [...document.querySelectorAll('.program-note.wrong')].filter((one) => one.checkVisibility()).length === 1);
    const [box, field] = [await boxOf(note), await boxOf(page.locator('.prism-code-editor'))];
    assert.ok(box.y >= field.y + field.height - 1, `the note at ${box.y} is below the field`);
    const heard = (/** @type {string} */ line) => until(page, line, (wanted) => document.querySelector('.program [role="alert"]')?.textContent?.startsWith(wanted), line);
    await text.press('Control+Home');
    await text.press('F8');
    await heard('Line 2');
    await text.press('F8');
    await heard('Line 5');
    await until(page, 'its note', () => document.querySelector('.program-below')?.textContent?.startsWith('Line 5'));
  }));

test('the text shows where all stand, in which round a lie was told, and what the chosen general knows', () =>
  house.hosted({ link: ECHO }, async (page) => {
    await opened(page);
    const here = part(page, 'program-at');
    assert.equal(await here.textContent(), 'All stand at line 3, in round 1.');
    assert.equal(await page.locator('.program-lied').count(), 0);
    await page.keyboard.press('End');
    await until(page, 'the last line', () => document.querySelector('[data-testid="program-at"]')?.textContent === 'All stand at line 7, where they decide.');
    assert.equal(await page.getByRole('img', { name: 'line 5: General 3 lied to General 2' }).count(), 1);
    assert.equal(await page.locator('.program-gutter .shield').count(), 4);
    const known = page.locator('.program-note.values');
    assert.match((await known.textContent()) ?? '', /^General 2: v = A, votes = 2heard A from 4; R from 3so .*Attack$/);
    // The next line that is typed is where it was pressed, though the note's room goes.
    await part(page, 'program').click();
    await known.waitFor({ state: 'hidden' });
  }));

test('where each of them stands is a table: by row and column to be read, and in fog one’s own row alone', () =>
  house.hosted({ link: `${ECHO}&at=10` }, async (page) => {
    await opened(page);
    const table = part(page, 'standing');
    await table.waitFor();
    const read = await table.getByRole('table').ariaSnapshot();
    for (const row of ['General order v votes decides', 'General 1 A R 0 nothing yet', 'General 2 silent A 2 Attack', 'General 3 silent A 3 nothing yet']) assert.ok(read.includes(`row "${row}"`), read);
    await table.getByRole('button', { name: 'General 4' }).click();
    await until(page, 'the chosen row', () => document.querySelector('.standing tr[data-chosen] button')?.textContent?.replaceAll(/\s/g, ' ').endsWith('General 4') ?? false);
    await page.evaluate(() => (location.hash += '&pov=2'));
    await until(page, 'his own row alone', () => document.querySelectorAll('.standing tbody tr').length === 1);
  }));

test('what one decides is in sight beside as many names as phase king has, in fog too', () => {
  const king = readFileSync(new URL('../../crate/core/tests/data/programs/king.byz', import.meta.url)).toString('base64url');
  return house.hosted({ link: `v=1&p=own&n=4&t=3&at=99&pov=2&prog=1.${king}` }, async (page) => {
    await opened(page);
    const frame = page.locator('.standing-frame');
    await frame.waitFor();
    assert.ok(await frame.evaluate((one) => one.scrollWidth > one.clientWidth), 'there are more names than room');
    const [whole, last] = [await boxOf(frame), await boxOf(frame.locator('tbody tr td').last())];
    assert.ok(last.x >= whole.x && last.x + last.width <= whole.x + whole.width + 1, `${last.x + last.width} within ${whole.x + whole.width}`);
    assert.equal(await frame.locator('tbody td').last().evaluate((cell) => document.elementsFromPoint(cell.getBoundingClientRect().x + 4, cell.getBoundingClientRect().y + 4)[0] === cell), true);
  });
});

test('on a phone a text is read until one wants to edit it', () =>
  house.hosted({ link: RUN, viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await ready(page);
    await page.getByRole('button', { name: 'Scenario' }).or(page.getByRole('tab', { name: 'Scenario' })).first().tap();
    const text = part(page, 'program');
    await text.waitFor();
    const before = await text.inputValue();
    await text.focus();
    await page.keyboard.type('# typed');
    await page.keyboard.press('Enter');
    assert.equal(await text.inputValue(), before);
    await part(page, 'program-edit').tap();
    await until(page, 'that one types', () => document.activeElement === document.querySelector('[data-testid="program"]'));
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# typed');
    assert.equal(await text.inputValue(), `# typed${before}`);
    assert.ok(await part(page, 'program-edit').isHidden());
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
    await page.locator('.program-note.wrong').first().waitFor();
    await text.fill('# 将军\ntask consensus\ndecide input\n');
    await runs(page, '将军');
    await page.reload();
    const again = await opened(page);
    assert.equal(await again.inputValue(), '# 将军\ntask consensus\ndecide input\n');
  }));
