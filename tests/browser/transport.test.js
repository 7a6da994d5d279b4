// Going through a run: step, back, play, scrub, jump, by mouse and by keys.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, cursor, openHouse, part, ready, steps, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

// Four generals, one round of relays: three orders, six relays, then the decision.
const LINK = 'v=1&p=om&n=4&t=3';
const END = 10;

/** @param {(page: import('./harness.js').Page) => Promise<void>} look */
const visit = (look) =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await look(page);
  });

test('a step moves one message, and stepping back takes it back', () =>
  visit(async (page) => {
    assert.equal(await steps(page), END);
    await part(page, 'step').click();
    await atStep(page, 1);
    await part(page, 'step').click();
    await atStep(page, 2);
    await part(page, 'step-back').click();
    await atStep(page, 1);
  }));

test('it jumps to the end and to the start', () =>
  visit(async (page) => {
    await part(page, 'to-end').click();
    await atStep(page, END);
    await part(page, 'to-start').click();
    await atStep(page, 0);
  }));

test('the scrubber follows the run and moves it', () =>
  visit(async (page) => {
    const scrubber = part(page, 'scrubber');
    await part(page, 'to-end').click();
    await atStep(page, END);
    assert.equal(await scrubber.getAttribute('aria-valuenow').then((now) => now ?? scrubber.inputValue()), String(END));
    await scrubber.focus();
    await page.keyboard.press('Home');
    await atStep(page, 0);
    const box = await boxOf(scrubber);
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await until(page, 'the middle of the run', () => {
      const { session } = /** @type {any} */ (window).generals;
      return session.cursor > 2 && session.cursor < 8;
    });
  }));

test('playing comes to the decision by itself', () =>
  visit(async (page) => {
    await part(page, 'play').click();
    await atStep(page, END);
  }));

test('playing can be paused, and goes on where it stood', () =>
  visit(async (page) => {
    await part(page, 'play').click();
    await until(page, 'the first message', () => /** @type {any} */ (window).generals.session.cursor > 0);
    await part(page, 'play').click();
    const paused = await cursor(page);
    await page.evaluate(async () => {
      for (let frame = 0; frame < 60; frame++) {
        await new Promise((painted) => requestAnimationFrame(painted));
      }
    });
    assert.equal(await cursor(page), paused);
    await part(page, 'play').click();
    await atStep(page, END);
  }));

test('arrow keys move by message, with Shift by round', () =>
  visit(async (page) => {
    await page.keyboard.press('ArrowRight');
    await atStep(page, 1);
    await page.keyboard.press('Shift+ArrowRight');
    await atStep(page, 3);
    await page.keyboard.press('Shift+ArrowRight');
    await atStep(page, 9);
    await page.keyboard.press('Shift+ArrowRight');
    await atStep(page, END);
    await page.keyboard.press('Shift+ArrowLeft');
    await atStep(page, 9);
    await page.keyboard.press('ArrowLeft');
    await atStep(page, 8);
    await page.keyboard.press('Shift+ArrowLeft');
    await atStep(page, 3);
  }));

test('every step is narrated in words of its own', () =>
  visit(async (page) => {
    const narration = part(page, 'narration');
    assert.equal(await narration.getAttribute('role'), 'status');
    const told = [await narration.innerText()];
    for (let step = 1; step <= END; step++) {
      await page.keyboard.press('ArrowRight');
      await atStep(page, step);
      await until(
        page,
        `words for step ${step} after “${told.at(-1)}”`,
        (before) => {
          const now = /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="narration"]'));
          return now?.innerText !== before;
        },
        told.at(-1),
      );
      told.push(await narration.innerText());
    }
    assert.equal(new Set(told).size, END + 1, told.join('\n'));
  }));

test('at the end the verdict tells which conditions held', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&at=99' }, async (page) => {
    await ready(page);
    const verdict = await page.evaluate(() => /** @type {any} */ (window).generals.session.verdict());
    assert.deepEqual(verdict.agreement, { holds: true, witnesses: [] });
    assert.deepEqual(verdict.validity, { holds: false, witnesses: [2] });
    assert.match(await part(page, 'verdict-agreement').innerText(), /Agreement holds/);
    assert.match(await part(page, 'verdict-validity').innerText(), /Validity broken[^]*General 2/);
  }));

test('scripts can drive it as the buttons do', () =>
  visit(async (page) => {
    await page.evaluate(() => /** @type {any} */ (window).generals.seek(7));
    await atStep(page, 7);
    await addressSays(page, 'at', '7');
    const link = await page.evaluate(() => /** @type {any} */ (window).generals.link());
    assert.equal(link, LINK);
    await page.evaluate(() => /** @type {any} */ (window).generals.play());
    await atStep(page, END);
  }));
