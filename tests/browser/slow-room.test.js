// What slow runs and phases show has room: no sentence covers the strip, nothing in a narrow cell or a row is cut, and all of it is read aloud.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const LONG = 'v=1&p=pbft&n=4&t=2&s=silent&x=1.3.2-1A_2.3.2-3R_2.3.2-4R_2.5.2-3R_2.5.2-4R&d=1.3.1-3~0_1.3.1-4~0&by=noproof&at=22';
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const ASIDE = { width: 844, height: 390 };

for (const viewport of [DESK, ASIDE])
  test(`the strip of phases gives way to a sentence of three lines (${viewport.width} × ${viewport.height})`, () =>
    house.hosted({ link: LONG, viewport, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      // In a narrow typeface it has two lines.
      await page.locator('.told').evaluate((node) => {
        node.style.wordSpacing = '0.6em';
      });
      const told = await boxOf(page.locator('.told'));
      const room = await boxOf(page.locator('.narration'));
      assert.ok(told.height > room.height + 4, 'it is longer than its place');
      await until(page, 'the strip to stand above it', () => {
        const [strip, sentence] = ['.phases', '.told'].map((kind) => document.querySelector(kind)?.getBoundingClientRect());
        return strip && sentence && strip.bottom <= sentence.top + 1;
      });
      // Nothing of the map lies over it either.
      const { x, y, width } = await boxOf(part(page, 'phases'));
      assert.ok(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('.phases') !== null, [x + width / 2, y + 6]));
    }));

for (const viewport of [PHONE, { width: 360, height: 640 }, ASIDE])
  for (const link of ['v=1&p=king&n=7&m=2&t=1.2&s=split&at=60', 'v=1&p=queen&n=9&m=2&t=1.5&s=split&at=85', 'v=1&p=benor&n=6&t=6&at=40', 'v=1&p=bracha&n=7&m=2&t=1&s=split&at=20'])
    test(`nothing in a cell of the strip is cut (${viewport.width} × ${viewport.height}, ${link.slice(6, 14)})`, () =>
      house.hosted({ link, viewport, touch: true, reducedMotion: 'reduce' }, async (page) => {
        await ready(page);
        await part(page, 'phases').waitFor();
        const cut = await page.locator('.phase-cell').evaluateAll((cells) =>
          cells.flatMap((cell) => {
            const edge = cell.getBoundingClientRect();
            const over = [...cell.querySelectorAll('.phase-by *')].filter((node) => node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().right > edge.right - 1);
            return over.length > 0 ? [`${cell.getAttribute('data-testid')}: ${cell.textContent}`] : [];
          }),
        );
        assert.deepEqual(cut, []);
      }));

for (const link of ['v=1&p=bracha&n=4', LONG])
  test(`what a letter says is not under the button beside it (${link.slice(6, 14)})`, () =>
    house.hosted({ link }, async (page) => {
      await ready(page);
      await part(page, 'queue').waitFor();
      const under = await page.locator('.queue-row').evaluateAll((rows) =>
        rows.filter((row) => {
          const deeds = row.querySelector('.queue-deeds')?.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(/** @type {Node} */ (row.querySelector('.queue-what')));
          return [...range.getClientRects()].some((box) => deeds && box.right > deeds.left && box.bottom > deeds.top && box.top < deeds.bottom);
        }).length,
      );
      assert.equal(under, 0);
    }));

test('who comes to a stage for both orders, in a form that lets him, stands there once', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&t=1&s=silent&x=1.1-3A_1.1-3R_1.1-4A_1.1-4R_2.1-4A_2.1-4R_3.1-3A_3.1-3R_3.1-4R&by=many&at=999' }, async (page) => {
    await ready(page);
    const by = part(page, 'stage-ready').locator('.phase-by');
    await by.waitFor();
    assert.deepEqual([await by.locator('> svg').count(), await by.locator('.rest').count()], [3, 0]);
    assert.match(await part(page, 'stage-ready').ariaSnapshot(), /Attack: Generals .*\. Retreat: Generals /);
  }));

test('who leads, who has come how far and with which word, and what each rule came to, is read aloud', () =>
  house.hosted({ link: 'v=1&p=pbft&n=4&at=99' }, async (page) => {
    await ready(page);
    const strip = await part(page, 'phases').ariaSnapshot();
    assert.match(strip, /General 1 leads/);
    assert.match(strip, /pre-prepare Attack: Generals 1, 2, 3, and 4\./);
    assert.match(await part(page, 'marks').ariaSnapshot(), /accepts Attack/);
    assert.match(await part(page, 'under-way').ariaSnapshot(), /region "Under way/);
  }));
