// A text with mistakes is not lost: not by reload, nor when another takes its place; and it is never said to be in the link.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, says, until } from './harness.js';

const RIGHT = 'task consensus\nsend input to all\ndecide input\n';
const WRONG = 'task consensus\nsend inptu to all\ndecide input\n';
const LINK = `v=1&p=own&n=4&prog=1.${Buffer.from(RIGHT).toString('base64url')}`;

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** Waits until this text stands in the field. @param {Page} page @param {string} text */
const stands = (page, text) =>
  until(page, `the text ${text}`, (wanted) => /** @type {HTMLTextAreaElement | null} */ (document.querySelector('[data-testid="program"]'))?.value === wanted, text);

/** Types a text with a mistake. @param {Page} page */
async function broken(page) {
  await ready(page);
  await stands(page, RIGHT);
  await part(page, 'program').fill(WRONG);
  await page.locator('.program-note.wrong').waitFor();
}

test('a text with mistakes is back after a reload, with its mistakes and the last run; of its size the truth is said', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await says(page, 'program-size', '46 bytes, all in the link');
    await broken(page);
    await says(page, 'program-size', '46 bytes; the link has the last text that runs');
    await page.reload();
    await ready(page);
    await stands(page, WRONG);
    await page.locator('.program-note.wrong').waitFor();
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session.scenario().prog), RIGHT);
    // Who mends it has it in the link, and nothing else comes back.
    await part(page, 'program').fill(RIGHT);
    await says(page, 'program-size', 'all in the link');
    await page.reload();
    await ready(page);
    await stands(page, RIGHT);
  }));

test('a link whose text has a mistake is opened to be mended, and Back and a reload lose nothing', () =>
  house.hosted({ link: `v=1&p=own&n=5&prog=1.${Buffer.from(WRONG).toString('base64url')}` }, async (page) => {
    await part(page, 'error').waitFor();
    await part(page, 'error-text').click();
    await stands(page, WRONG);
    await page.locator('.program-note.wrong').waitFor();
    // What runs meanwhile is another text, and is said to be.
    assert.notEqual(await page.evaluate(() => /** @type {any} */ (window).generals.session.scenario().prog), WRONG);
    await says(page, 'program-size', 'the link has the last text that runs');
    await part(page, 'program-running').waitFor();
    await page.reload();
    await stands(page, WRONG);
    await page.goBack();
    await part(page, 'error-text').waitFor();
    await page.goForward();
    await stands(page, WRONG);
    await part(page, 'program').fill(RIGHT);
    await says(page, 'program-size', 'all in the link');
    assert.deepEqual(await page.evaluate(() => (({ prog, n }) => ({ prog, n }))(/** @type {any} */ (window).generals.session.scenario())), { prog: RIGHT, n: 5 });
  }));

for (const [where, reader] of /** @type {const} */ ([['on a desktop', {}], ['on a phone', { viewport: { width: 390, height: 844 }, touch: true }]]))
  test(`who opens a text to mend it stands at its mistake, ${where}`, () =>
    house.hosted({ ...reader, link: `v=1&p=own&n=4&prog=1.${Buffer.from(WRONG).toString('base64url')}` }, async (page) => {
      await part(page, 'error-text').click();
      await until(page, 'the mistake to be in hand and in sight', () => {
        const text = /** @type {HTMLTextAreaElement | null} */ (document.activeElement);
        if (text?.dataset.testid !== 'program' || text.value.slice(text.selectionStart, text.selectionEnd) !== 'inptu') return false;
        const { left, top, bottom } = /** @type {Element} */ (document.querySelector('.program-mark')).getBoundingClientRect();
        return document.elementsFromPoint(left + 120, (top + bottom) / 2).some((one) => one.closest('.program-editor')) && bottom < innerHeight;
      });
      await until(page, 'what is wrong to be said', () => document.querySelector('.program [role="alert"]')?.textContent?.startsWith('Line 2'));
    }));

test('a frame, which has no field, does not offer to mend the text', () =>
  house.hosted({ link: `embed=1&v=1&p=own&n=5&prog=1.${Buffer.from(WRONG).toString('base64url')}` }, async (page) => {
    await part(page, 'error').waitFor();
    assert.ok(await part(page, 'error').getByRole('button').first().isVisible());
    assert.equal(await part(page, 'error-text').count(), 0);
  }));

test('a text that so many cannot run is mended by another army too', () => {
  const long = 'task consensus\nfor p in 1 .. n * n:\n    send input to all\ndecide input\n';
  return house.hosted({ link: `v=1&p=own&n=9&prog=1.${Buffer.from(long).toString('base64url')}` }, async (page) => {
    await part(page, 'error-text').click();
    await stands(page, long);
    await part(page, 'n').fill('7');
    await part(page, 'n').press('Enter');
    await until(page, 'the text to run', (text) => /** @type {any} */ (window).generals.session.scenario().prog === text, long);
    await says(page, 'program-size', 'all in the link');
  });
});

test('Share says that the link has the text that runs, while another stands in the field', () =>
  house.hosted({ link: LINK }, async (page) => {
    await broken(page);
    await part(page, 'share').click();
    await says(page, 'share-draft', 'the link and the files have the text that runs');
    await page.keyboard.press('Escape');
    await part(page, 'program').fill(RIGHT);
    await says(page, 'program-size', 'all in the link');
    await part(page, 'share').click();
    await part(page, 'share-link').waitFor();
    assert.ok(await part(page, 'share-draft').isHidden());
  }));

test('undo brings back the text with mistakes that stood before a chosen one', () =>
  house.hosted({ link: LINK }, async (page) => {
    await broken(page);
    await part(page, 'program-choose').selectOption('king');
    await until(page, 'phase king', () => /** @type {any} */ (window).generals.session.scenario().prog.includes('best = A'));
    await part(page, 'undo').click();
    await stands(page, WRONG);
  }));

test('one’s own text is brought back by undo after the link’s was taken again', () =>
  house.hosted({ link: LINK }, async (page) => {
    const own = RIGHT.replace('decide input', 'decide A');
    await ready(page);
    await part(page, 'program').fill(own);
    await until(page, 'the run of it', () => /** @type {any} */ (window).generals.session.scenario().prog.includes('decide A'));
    await part(page, 'program-origin-back').click();
    await stands(page, RIGHT);
    await part(page, 'undo').click();
    await stands(page, own);
  }));

test('where the link’s text runs beside one with mistakes, each leads to the other', () =>
  house.hosted({ link: LINK }, async (page) => {
    await broken(page);
    assert.ok(await part(page, 'program-running').isHidden(), 'it is the text of the link');
    await part(page, 'program-origin-back').click();
    await stands(page, RIGHT);
    await page.reload();
    await ready(page);
    await part(page, 'program-aside').click();
    await stands(page, WRONG);
    await part(page, 'program-aside').waitFor({ state: 'hidden' });
  }));

test('from a text with mistakes one comes back to the one that runs', () =>
  house.hosted({ link: 'v=1&p=own&n=4' }, async (page) => {
    await ready(page);
    const before = await part(page, 'program').inputValue();
    await part(page, 'program').fill(WRONG);
    await part(page, 'program-running').click();
    await stands(page, before);
    await part(page, 'program-aside').click();
    await stands(page, WRONG);
  }));

test('a file that is no text, or too long, is refused with its name and the limit, and the text stays', () =>
  house.hosted({ link: LINK }, async (page) => {
    await broken(page);
    const file = part(page, 'program-file');
    await file.setInputFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) });
    await says(page, 'program-file-refused', '“map.png” was not opened: it is no text.');
    await file.setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.alloc(3_000_000, 35) });
    await says(page, 'program-file-refused', '“long.txt” was not opened: it has 3 000 000 bytes, and a program has at most 4096.');
    await stands(page, WRONG);
    await file.setInputFiles({ name: 'right.byz', mimeType: 'text/plain', buffer: Buffer.from(RIGHT) });
    await stands(page, RIGHT);
    await part(page, 'program-file-refused').waitFor({ state: 'hidden' });
  }));
