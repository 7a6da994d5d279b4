// The laboratory's worker: slow, broken, stopped or out of date, it leaves nothing false on the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, play, ready, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** From now on what workers say waits until it is let through. @param {Page} page */
const hold = (page) =>
  page.evaluate(() => {
    /** @type {(() => void)[]} */
    const held = [];
    let free = 0;
    const go = () => {
      for (; free > 0 && held.length > 0; free--) held.shift()?.();
    };
    window.Worker = class extends Worker {
      /** @param {(event: MessageEvent) => void} heard */
      set onmessage(heard) {
        this.addEventListener('message', (event) => {
          held.push(() => heard(event));
          go();
        });
      }
    };
    Object.assign(window, {
      held,
      let: (/** @type {number} */ count) => {
        free = count;
        go();
      },
    });
  });

/** Lets so much of what workers say through. @param {Page} page @param {number} count */
const letThrough = (page, count) => page.evaluate((count) => /** @type {any} */ (window).let(count), count);

/** So much waits. @param {Page} page @param {number} [count] */
const waiting = (page, count = 1) => until(page, 'a worker to speak', (count) => /** @type {any} */ (window).held.length >= count, count);

for (const [when, broken] of /** @type {const} */ ([
  ['at once', 'constructor() { throw new DOMException("not here", "SecurityError"); }'],
  ['later', 'postMessage() { queueMicrotask(() => this.onerror?.()); } terminate() {}'],
]))
  test(`where no worker can be started, which shows ${when}, the laboratory says so and computes nothing`, () =>
    house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
      await ready(page);
      await page.evaluate((broken) => {
        window.Worker = new Function(`return class { ${broken} }`)();
      }, broken);
      await part(page, 'view-lab').click();
      await says(page, 'tolerance-status', 'could not be started here');
      await part(page, 'lab-attack').click();
      await says(page, 'attack-answer', 'could not be started here');
      await part(page, 'lab-exhaust').click();
      await part(page, 'exhaust-start').click();
      await says(page, 'exhaust-answer', 'could not be started here');
      await part(page, 'lab-chain').click();
      await says(page, 'chain-answer', 'could not be started here');
      await part(page, 'lab-ring').click();
      await says(page, 'ring-answer', 'could not be started here');
      await part(page, 'lab-rule').click();
      await says(page, 'rule-answer', 'could not be started here');
    }));

test('a search is started and stopped from the keyboard, which stays with the button in its place', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=1.7&view=lab' }, async (page) => {
    await part(page, 'lab-exhaust').click();
    await part(page, 'sample-start').focus();
    await page.keyboard.press('Enter');
    await says(page, 'exhaust-answer', 'random strategies tried');
    await part(page, 'exhaust-cancel').waitFor();
    await page.keyboard.press('Enter');
    await part(page, 'exhaust-start').waitFor();
    await page.keyboard.press('Enter');
    // Seven generals survive these two; the button comes back by itself.
    await says(page, 'exhaust-answer', 'none breaks.');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'exhaust-start');
  }));

test('in a sandbox that allows scripts alone the worker answers, a search is stopped, and leaving ends it', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 1000px; block-size: 700px';
      frame.src = address;
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html#v=1&p=om&n=7&m=2&t=1.7&view=lab`);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await part(frame, 'lab-exhaust').click();
    // No attack exists, so this one ends only when it is told to.
    await part(frame, 'sample-start').click();
    await until(frame, 'a search under way', () =>
      /random strategies tried/.test(document.querySelector('[data-testid="exhaust-answer"]')?.textContent ?? ''),
    );
    await part(frame, 'exhaust-cancel').click();
    await part(frame, 'sample-start').waitFor();
    const stopped = await part(frame, 'exhaust-answer').innerText();
    // What is asked afterwards is answered, and the stopped search says nothing more.
    await part(frame, 'lab-attack').click();
    await until(frame, 'an answer', () =>
      /No attack exists/.test(document.querySelector('[data-testid="attack-answer"]')?.textContent ?? ''),
    );
    assert.match(stopped, /random strategies tried/);
    assert.equal(page.workers().length, 1);
    const ended = page.workers()[0]?.waitForEvent('close');
    await part(frame, 'lab-close').click();
    await ended;
  }));

test('a worker whose engine breaks is told of, and the next question starts another', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=1.7' }, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      const Sound = Worker;
      window.Worker = /** @type {any} */ (
        class {
          postMessage() {
            queueMicrotask(() => /** @type {any} */ (this).onmessage({ data: { id: 1, error: { name: 'RuntimeError' } } }));
            window.Worker = Sound;
          }
          terminate() {}
        }
      );
    });
    await part(page, 'view-lab').click();
    await says(page, 'tolerance-status', 'broke off');
    await part(page, 'lab-attack').click();
    await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
  }));

test('what was found comes back with its tool, and what comes too late is not told under another', () =>
  house.hosted({ link: 'v=1&p=om&n=6&m=1&t=1.6' }, async (page) => {
    await ready(page);
    await hold(page);
    await letThrough(page, Infinity);
    await part(page, 'view-lab').click();
    await part(page, 'cell-4-2').click();
    await says(page, 'lab-found', 'n = 4, k = 2');
    await part(page, 'lab-exhaust').click();
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
    await letThrough(page, 0);
    await part(page, 'exhaust-start').click();
    await waiting(page);
    // The answer comes between the choice of another tool and the next frame.
    await page.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector('[data-testid="lab-tolerance"]')).click();
      /** @type {any} */ (window).let(Infinity);
    });
    await says(page, 'lab-found', 'n = 4, k = 2');
    await part(page, 'lab-exhaust').click();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await says(page, 'lab-found', 'n = 6, k = 2: an attack');
    assert.equal((await play(page)).agreement.holds, false);
  }));

test('the answer to what is not asked any more is dropped', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=1.7' }, async (page) => {
    await ready(page);
    await hold(page);
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=7&m=1&t=1.7&view=attack';
    });
    await waiting(page);
    await part(page, 'm').fill('2');
    await waiting(page, 2);
    await letThrough(page, Infinity);
    await says(page, 'attack-answer', 'No attack exists: ');
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
    await part(page, 'm').fill('1');
    await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
  }));

test('while the tolerance map fills, the keyboard stays on its cell', () =>
  house.hosted({ link: 'v=1&p=om&n=13&m=10&t=3' }, async (page) => {
    await ready(page).catch(() => {});
    await hold(page);
    await letThrough(page, 30);
    await part(page, 'view-lab').click();
    await part(page, 'cell-12-1').focus();
    await letThrough(page, Infinity);
    await says(page, 'tolerance-status', '237 of 237 cells');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'cell-12-1');
  }));

test('a search tells how far and how fast it is, and that it was stopped', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=1.7' }, async (page) => {
    await ready(page);
    await hold(page);
    await part(page, 'view-lab').click();
    await part(page, 'lab-exhaust').click();
    await letThrough(page, 0);
    await part(page, 'exhaust-start').click();
    await waiting(page, 8);
    await letThrough(page, 8);
    await says(page, 'exhaust-answer', 'tried, none found so far.');
    await says(page, 'lab-tool', 'a second. About');
    const stopped = page.workers()[0]?.waitForEvent('close');
    await part(page, 'exhaust-cancel').click();
    await says(page, 'exhaust-answer', 'Stopped after');
    await letThrough(page, Infinity);
    await stopped;
    // Another tool ends it, as stopping does.
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'tried, none found so far.');
    assert.equal(page.workers().length, 1);
    const ended = page.workers()[0]?.waitForEvent('close');
    await part(page, 'lab-rule').click();
    await ended;
  }));
