// Letters that are slow: delivered, held and let go by list, map and keys; undone, taken back, opened again by their link; fog; a phone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, choose, openHouse, part, ready, says, until } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = 'v=1&p=bracha&n=4&at=2';
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** Waits for the list. @param {Page} page */
async function listed(page) {
  await ready(page);
  await part(page, 'queue').waitFor({ state: 'attached' });
}
/** The slots in the list, in its order. @param {Page} page @returns {Promise<string[]>} */
const slots = (page) => page.evaluate(() => [...document.querySelectorAll('.queue-row')].map((row) => (row.getAttribute('data-testid') ?? '').replace('queued-', '')));
/** Waits until the last letter in the list is this one. @param {Page} page @param {string} slot */
const isLast = (page, slot) =>
  until(page, `${slot} to be last`, (wanted) => [...document.querySelectorAll('.queue-row')].at(-1)?.getAttribute('data-testid') === `queued-${wanted}`, slot);
/** What was delivered as a step. @param {Page} page @param {number} step @returns {Promise<string>} */
const deliveredAs = (page, step) =>
  page.evaluate((k) => {
    const { path, to } = /** @type {any} */ (window).generals.session.event(k);
    return `${path.join('.')}-${to}`;
  }, step);

test('the next letter is delivered by its button, any other by its row; the run is another and the past stays', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const [next, , third] = await slots(page);
    await part(page, `deliver-${next}`).click();
    await atStep(page, 3);
    await addressSays(page, 'd', null);
    await page.locator(`[data-testid="queued-${third}"] .queue-letter`).click();
    await atStep(page, 4);
    await addressSays(page, 'd', `${third}~4`);
    assert.deepEqual([await deliveredAs(page, 3), await deliveredAs(page, 4)], [next, third]);
    // What was chosen is listed, and taken back by its cross.
    await part(page, `unpin-${third}`).click();
    await addressSays(page, 'd', null);
    await part(page, 'undo').click();
    await addressSays(page, 'd', `${third}~4`);
  }));

test('a letter that is held comes last, with its link again after a reload, and is let go', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const [, second] = await slots(page);
    await part(page, `hold-${second}`).click();
    await addressSays(page, 'd', second);
    await isLast(page, second);
    await page.reload();
    await listed(page);
    await isLast(page, second);
    assert.match((await part(page, `letter-${second}`).getAttribute('aria-label')) ?? '', /Held: General \d to General \d/);
    await part(page, `free-${second}`).click();
    await addressSays(page, 'd', null);
  }));

test('on the map a press delivers a letter, and its menu holds it', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const [, second] = await slots(page);
    await part(page, `letter-${second}`).focus();
    await page.keyboard.press('Enter');
    await atStep(page, 3);
    assert.equal(await deliveredAs(page, 3), second);
    const [first] = await slots(page);
    await part(page, `letter-${first}`).dispatchEvent('contextmenu');
    await part(page, 'menu-hold').click();
    await isLast(page, first);
    // Both places light up.
    await page.locator(`[data-testid="queued-${first}"]`).hover();
    await until(page, 'the row to be lit', (slot) => document.querySelector(`[data-testid="queued-${slot}"]`)?.classList.contains('lit'), first);
  }));

test('by keys: up and down choose, H holds, Enter delivers, and the focus stays in the list', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const [first, second] = await slots(page);
    await page.locator(`[data-testid="queued-${first}"] .queue-letter`).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('h');
    await isLast(page, second);
    assert.ok(await page.evaluate(() => document.activeElement?.closest('.queue') !== null));
    await page.locator('.queue-letter').first().focus();
    await page.keyboard.press('Enter');
    await atStep(page, 3);
    assert.equal(await deliveredAs(page, 3), first);
    assert.ok(await page.evaluate(() => document.activeElement?.closest('.queue') !== null));
  }));

test('by keys: Home and End stay in the list, and after its last letter the focus is on its title, or by the map', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&at=24' }, async (page) => {
    await listed(page);
    const all = await slots(page);
    const isOn = (/** @type {string} */ name) => until(page, `the focus to be on ${name}`, (id) => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') === id, name);
    await page.locator('.queue-letter').first().focus();
    await page.keyboard.press('End');
    await isOn(`queued-${all.at(-1)}`);
    await page.keyboard.press('Home');
    await isOn(`queued-${all[0]}`);
    await atStep(page, 24);
    for (const [i] of all.entries()) {
      await page.keyboard.press('Enter');
      await atStep(page, 25 + i);
    }
    await until(page, 'the title to have the focus', () => document.activeElement?.matches('.queue h2') === true);
    await page.keyboard.press('ArrowLeft');
    await atStep(page, 26);
    await page.locator('.slow-letters > button').first().focus();
    await page.keyboard.press('Enter');
    await atStep(page, 27);
    await until(page, 'the focus to be somewhere', () => document.activeElement !== document.body);
  }));

test('undo of a delivery comes back to the step where the reader was', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const before = await slots(page);
    await page.locator(`[data-testid="queued-${before[3]}"] .queue-letter`).click();
    await atStep(page, 3);
    await part(page, 'undo').click();
    await atStep(page, 2);
    await addressSays(page, 'd', null);
    await until(page, 'the same list', (wanted) => document.querySelector('.queue-row')?.getAttribute('data-testid') === `queued-${wanted}`, before[0]);
  }));

test('who holds a letter by its button keeps the focus on that letter’s button; the list and the map are one stop of the Tab key each', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const [, second] = await slots(page);
    const stops = (/** @type {string} */ kind) => page.locator(`${kind}[tabindex="0"]`).count();
    assert.deepEqual([await stops('.queue-letter'), await stops('.slow-letters > button')], [1, 1]);
    await page.locator('.queue-letter').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isLast(page, second);
    await until(page, 'the focus to be on Let go', (slot) => document.activeElement?.getAttribute('data-testid') === `free-${slot}`, second);
    assert.equal(await stops('.queue-letter'), 1);
    // On the map: H holds the letter, which keeps the focus.
    await page.locator('.slow-letters > button').first().focus();
    await page.keyboard.press('ArrowDown');
    const third = await page.evaluate(() => document.activeElement?.getAttribute('data-testid')?.replace('letter-', ''));
    await page.keyboard.press('h');
    await isLast(page, `${third}`);
    await until(page, 'the focus to be on it', (slot) => document.activeElement?.getAttribute('data-testid') === `letter-${slot}`, third);
    await page.keyboard.press('?');
    await page.getByText('under way: hold the letter, or let it go').waitFor();
  }));

test('through eyes the line of time ends where he is', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&pov=2', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const most = () => part(page, 'scrubber').getAttribute('aria-valuemax');
    assert.equal(await most(), '0');
    await part(page, 'step').click();
    await until(page, 'one step to be known', () => document.querySelector('[data-testid="scrubber"]')?.getAttribute('aria-valuemax') === '1', null);
    assert.doesNotMatch((await page.locator('.scrubber').textContent()) ?? '', /of|Depth/);
  }));

test('a bundle of seals stands beside who holds it, and opens', () =>
  house.hosted({ link: 'v=1&p=pbft&n=4&at=99' }, async (page) => {
    await ready(page);
    await part(page, 'bundle-3').click();
    await until(page, 'the bundle to be open', () => document.querySelector('details.bundle[open]')?.querySelectorAll('li').length === 3, null);
    await says(page, 'bundle', 'General 1 proposed it: pre-prepare');
  }));

for (const viewport of [{ width: 1280, height: 800 }, { width: 820, height: 1180 }, { width: 390, height: 844 }, { width: 844, height: 390 }])
  test(`what is under way and how a general decides can both be read (${viewport.width} × ${viewport.height})`, () =>
    house.hosted({ link: 'v=1&p=pbft&n=4&at=14', viewport, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      // Where there is a sheet, it is raised, and each stands behind a tab of it.
      const press = async (/** @type {string} */ kind) => ((await page.locator(kind).isVisible()) ? page.locator(kind).click() : undefined);
      await press('.grip');
      const [first] = await slots(page);
      for (const [open, name] of [['.sheet-tabs > button:nth-of-type(3)', `queued-${first}`], ['.sheet-tabs > button:nth-of-type(4)', 'marks']]) {
        await press(open);
        await part(page, name).scrollIntoViewIfNeeded();
        const seen = await part(page, name).evaluate((node) => {
          let { top, bottom } = node.getBoundingClientRect();
          for (let at = node.parentElement; at; at = at.parentElement) {
            if (getComputedStyle(at).overflowY === 'visible') continue;
            const box = at.getBoundingClientRect();
            [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
          }
          return Math.min(bottom, innerHeight) - Math.max(top, 0);
        });
        assert.ok(seen >= 60, `${name}: ${seen}`);
      }
    }));

test('another rule is another order of delivery', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    const before = await slots(page);
    await choose(page, 'schedule', 'lifo');
    await addressSays(page, 'q', 'lifo');
    await until(page, 'another letter to be next', (first) => document.querySelector('.queue-row')?.getAttribute('data-testid') !== `queued-${first}`, before[0]);
  }));

test('stages fill as the run goes on', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4' }, async (page) => {
    await listed(page);
    const state = (/** @type {string} */ stage) => part(page, `stage-${stage}`).getAttribute('data-state');
    assert.equal(await state('decide'), 'open');
    await part(page, 'to-end').click();
    await until(page, 'all to have delivered', () => document.querySelector('[data-testid="stage-decide"]')?.getAttribute('data-state') === 'now');
    assert.equal(await state('ready'), 'reached');
  }));

test('through one general’s eyes nothing of what is under way is seen', () =>
  house.hosted({ link: `${RUN}&pov=2` }, async (page) => {
    await ready(page);
    await says(page, 'under-way', 'nothing of what is under way is seen');
    assert.equal(await page.locator('.queue-row').count(), 0);
    assert.equal(await page.locator('.slow-letters button').count(), 0);
  }));

test('on a phone the list is in the sheet, and its buttons are as large as a finger', () =>
  house.hosted({ link: RUN, ...PHONE }, async (page) => {
    await listed(page);
    await part(page, 'sheet-grip').click();
    await part(page, 'sheet-queue').click();
    const [first] = await slots(page);
    const box = await boxOf(part(page, `hold-${first}`));
    assert.ok(box && box.height >= 44);
    await part(page, `hold-${first}`).click();
    await isLast(page, first);
  }));

test('on a phone the tab of the list goes with such a run, and another is open then', () =>
  house.hosted({ link: RUN, ...PHONE }, async (page) => {
    await listed(page);
    await part(page, 'sheet-queue').click();
    await page.evaluate(() => {
      location.hash = '#v=1&p=om&n=4&t=3';
    });
    await part(page, 'sheet-queue').waitFor({ state: 'hidden' });
    await until(page, 'the scenario to be open', () => document.querySelector('.generals')?.getAttribute('data-sheet') === 'scenario');
    await part(page, 'n').waitFor();
  }));

test('a run in rounds shows none of it', () =>
  house.hosted({ link: RUN }, async (page) => {
    await listed(page);
    await page.evaluate(() => {
      location.hash = '#v=1&p=om&n=4&t=3';
    });
    await part(page, 'under-way').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.slow-over').count(), 0);
    assert.equal(await part(page, 'phases').isVisible(), false);
  }));

test('neither list nor map breaks a rule of accessibility', () =>
  house.hosted({ link: `${RUN}&d=1.1-4` }, async (page) => {
    await listed(page);
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run({ include: [['.generals']] });
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(' ')}`);
    });
    assert.deepEqual(faults, []);
  }));

// Each has a map of its own, of an army of another size.
for (const [from, to] of [['p=trust&n=3', 'p=bracha&n=4'], ['p=two&n=2&m=2&lost=3', 'p=pbft&n=4'], ['p=bracha&n=4', 'p=trust&n=3']])
  test(`a run of another task takes the place of the open one, its map too (${from} to ${to})`, () =>
    house.hosted({ link: `v=1&${from}` }, async (page) => {
      await ready(page);
      await page.evaluate((link) => void (location.hash = `v=1&${link}`), to);
      await addressSays(page, 'p', new URLSearchParams(to).get('p'));
      await until(page, 'all camps', (n) => document.querySelectorAll('.camps button').length === n, Number(new URLSearchParams(to).get('n')));
    }));

for (const link of ['v=1&p=king&n=4&t=1', 'v=1&p=bracha&n=4&t=1'])
  test(`the lies that can be chosen stand clear of the verdict, all within reach (${link})`, () =>
    house.hosted({ link: `${link}&at=99`, viewport: { width: 1280, height: 900 } }, async (page) => {
      await ready(page);
      await page.getByRole('button', { name: 'Choose single lies' }).click();
      await until(page, 'the lies', () => document.querySelectorAll('.choice-row').length > 8, null);
      const { lies, verdict, scrolls } = await page.evaluate(() => {
        const [lies, verdict] = ['.lies', '.verdict'].map((kind) => /** @type {HTMLElement} */ (document.querySelector(kind)));
        return { lies: lies.getBoundingClientRect().bottom, verdict: verdict.getBoundingClientRect().top, scrolls: getComputedStyle(lies).overflowY };
      });
      assert.ok(lies <= verdict, `${lies} and ${verdict}`);
      assert.equal(scrolls, 'auto');
    }));
