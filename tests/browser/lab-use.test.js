// The laboratory in use: links to its tools, what stays and what is forgotten, the keyboard, and a worker that is slow or breaks.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { addressSays, openHouse, part, play, ready, says, SINGLE_FILE, until } from './harness.js';

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

test('back from a run that was played, the reader finds what he chose', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=lab' }, async (page) => {
    await part(page, 'lab-rule').click();
    await part(page, 'rule-0-1').click();
    await says(page, 'rule-0-1', ': AAttack');
    await play(page);
    await page.goBack();
    await part(page, 'lab').waitFor();
    await says(page, 'rule-0-1', ': AAttack');
  }));

test('each tool has its link, and the laboratory is come back to at the tool last looked at', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=ring' }, async (page) => {
    await says(page, 'lab-found', 'The attack read off: General 2 is the traitor');
    await part(page, 'lab-exhaust').click();
    await addressSays(page, 'view', 'exhaust');
    await page.reload();
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await play(page);
    await page.goBack();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await play(page);
    await page.keyboard.press('l');
    // It is the same army still.
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await part(page, 'lab-close').click();
    await part(page, 'view-lab').click();
    await addressSays(page, 'view', 'exhaust');
  }));

test('of the tolerance map the tabulator stops at one cell, and arrows go from one broken cell to the next', () =>
  house.hosted({ link: 'v=1&p=om&n=4&m=1&t=3&view=tolerance' }, async (page) => {
    await says(page, 'tolerance-status', '110 of 110 cells');
    assert.equal(await part(page, 'lab-tool').locator('td button[tabindex="0"]').count(), 1);
    await part(page, 'lab-tool').getByRole('region').focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    assert.equal(await focused(), 'cell-3-1');
    // Also to what cannot be broken, which tells so.
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement?.firstElementChild?.getAttribute('aria-label')), 'n = 4, k = 1: cannot be broken');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'cell-5-3');
    await page.keyboard.press('Enter');
    await says(page, 'lab-found', 'n = 5, k = 3');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'cell-5-3');
  }));

test('what was found is told in the language of the page, and goes with the map it was found on', () =>
  house.hosted({ link: 'v=1&p=om&n=4&m=2&t=3&view=lab' }, async (page) => {
    await part(page, 'cell-4-1').click();
    await says(page, 'lab-found', 'Fewer lies do not suffice');
    await page.getByRole('button', { name: '中文' }).click();
    await says(page, 'lab-found', '更少的谎话不够');
    await part(page, 'm').fill('1');
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
  }));

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
    await says(page, 'exhaust-answer', 'drawn by lot');
    await part(page, 'exhaust-cancel').waitFor();
    await page.keyboard.press('Enter');
    await part(page, 'exhaust-start').waitFor();
    await page.keyboard.press('Enter');
    // Seven generals survive these two; the button comes back by itself.
    await says(page, 'exhaust-answer', 'none breaks.');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'exhaust-start');
  }));

test('L opens the laboratory and leaves it, also from the scenario, never in fog', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await page.keyboard.press('l');
    await part(page, 'lab').waitFor();
    await addressSays(page, 'view', 'lab');
    await page.keyboard.press('Escape');
    await part(page, 'lab').waitFor({ state: 'hidden' });
    await part(page, 'view-lab').click();
    await part(page, 'lab').waitFor();
    await part(page, 'lab-close').click();
    await part(page, 'stage').waitFor();
    await page.keyboard.press('v');
    await page.keyboard.press('l');
    await part(page, 'lab').waitFor({ state: 'hidden' });
    await until(page, 'the tab to be shut', () => document.querySelector('[data-testid="view-lab"]')?.getAttribute('aria-disabled') === 'true');
    assert.equal(await part(page, 'lab').isVisible(), false);
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
      /drawn by lot/.test(document.querySelector('[data-testid="exhaust-answer"]')?.textContent ?? ''),
    );
    await part(frame, 'exhaust-cancel').click();
    await part(frame, 'sample-start').waitFor();
    const stopped = await part(frame, 'exhaust-answer').innerText();
    // What is asked afterwards is answered, and the stopped search says nothing more.
    await part(frame, 'lab-attack').click();
    await until(frame, 'an answer', () =>
      /None exists/.test(document.querySelector('[data-testid="attack-answer"]')?.textContent ?? ''),
    );
    assert.match(stopped, /drawn by lot/);
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
    await says(page, 'attack-answer', '3 lies break agreement.');
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
    await says(page, 'attack-answer', 'None exists: an exact algorithm says so');
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
    await part(page, 'm').fill('1');
    await says(page, 'attack-answer', '3 lies break agreement.');
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
    await part(page, 'exhaust-cancel').click();
    await says(page, 'exhaust-answer', 'Stopped after');
    await letThrough(page, Infinity);
    // Another tool ends it, as stopping does.
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'tried, none found so far.');
    assert.equal(page.workers().length, 1);
    const ended = page.workers()[0]?.waitForEvent('close');
    await part(page, 'lab-rule').click();
    await ended;
  }));

test('a rule that was written is in the address, and its link opens it', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=rule&rule=RRRA.RARA' }, async (page) => {
    await says(page, 'rule-answer', 'break it.');
    await says(page, 'rule-0-1', 'Retreat');
    await says(page, 'rule-1-1', 'Attack');
    await part(page, 'rule-0-3').click();
    await addressSays(page, 'rule', 'RRRR.RARA');
    await part(page, 'share').click();
    await part(page, 'share-link').waitFor();
    assert.match(await part(page, 'share-link').inputValue(), /&view=rule&rule=RRRR\.RARA$/);
    await page.keyboard.press('Escape');
    await part(page, 'rule-4').click();
    await part(page, 'rule-0-1').click();
    await part(page, 'rule-0-6').click();
    await addressSays(page, 'rule', 'RRRARAAA');
    await page.reload();
    await says(page, 'rule-answer', 'This rule works.');
    await part(page, 'lab-cost').click();
    await addressSays(page, 'rule', null);
    // Who comes back without it finds it again; what a link brings was not changed by him.
    await part(page, 'lab-rule').click();
    await says(page, 'rule-answer', 'This rule works.');
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=3&t=3&view=rule&rule=AAAA.AAAA';
    });
    await says(page, 'rule-answer', 'Of 12 runs with one traitor, 4 break it.');
    assert.doesNotMatch(await part(page, 'rule-answer').innerText(), /Before/);
    await play(page);
    await page.keyboard.press('l');
    await says(page, 'rule-0-0', 'Attack');
  }));

test('the case of a rule and the window of the ring stay chosen, in either language', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=rule' }, async (page) => {
    await part(page, 'rule-next').click();
    await says(page, 'rule-next', 'Case 2 of 2');
    await part(page, 'lab-ring').click();
    await part(page, 'window-1').click();
    await says(page, 'lab-found', 'The run read off: General 3 is the traitor');
    await page.getByRole('button', { name: '中文' }).click();
    await says(page, 'lab-found', '条件成立');
    assert.equal(await part(page, 'window-1').getAttribute('aria-pressed'), 'true');
    await part(page, 'lab-rule').click();
    await says(page, 'rule-next', '第 2 例');
  }));

test('the ring is ridden round by round, then the window slides until it is told to stop', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=ring' }, async (page) => {
    await part(page, 'window-3').waitFor();
    const slide = page.getByRole('button', { name: 'Ride, then slide the window' });
    await slide.click();
    await until(page, 'the second round', () => document.querySelector('.ring .side') && [...document.querySelectorAll('.cheats [aria-pressed="true"]')].some((button) => button.textContent === 'Round 2'));
    await until(page, 'the next window', () => document.querySelector('[data-testid="window-1"]')?.getAttribute('aria-pressed') === 'true');
    await page.getByRole('button', { name: 'Stop' }).click();
    await slide.waitFor();
  }));

test('Share gives the tool that is looked at', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=ring' }, async (page) => {
    await says(page, 'lab-found', 'The attack read off');
    await part(page, 'share').click();
    await part(page, 'share-link').waitFor();
    assert.match(await part(page, 'share-link').inputValue(), /#v=1&p=om&n=3&t=3&view=ring$/);
  }));

test('in a sandboxed frame of a file what was found is played too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'));
  const notes = join(folder, 'notes.html');
  await writeFile(
    notes,
    `<!doctype html><title>Notes</title><iframe sandbox="allow-scripts" width="1200" height="760" src="${SINGLE_FILE}#v=1&p=om&n=7&m=1&t=1.7&view=attack"></iframe>`,
  );
  await house.visit(pathToFileURL(notes).href, {}, async (page) => {
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await says(frame, 'attack-answer', '3 lies break agreement.');
    assert.equal((await play(frame)).agreement.holds, false);
  });
  await rm(folder, { recursive: true });
});

test('on a phone each tool comes to its result, and it is played by touch', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=1.7&view=attack', viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await says(page, 'attack-answer', '3 lies break agreement.');
    for (const [tool, id, words] of [
      ['exhaust', 'exhaust-start', 'Try all strategies'],
      ['chain', 'chain-answer', 'the last one breaks'],
      ['ring', 'window-1', 'The loyal must obey'],
      ['rule', 'rule-answer', '2 break it'],
      ['tolerance', 'tolerance-status', '110 of 110 cells'],
    ]) {
      await part(page, `lab-${tool}`).tap();
      await says(page, id ?? '', words ?? '');
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok((wide ?? 0) <= (seen ?? 0), `${tool} is ${wide} px wide on ${seen}`);
    }
    await part(page, 'lab-exhaust').tap();
    await part(page, 'exhaust-start').tap();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await part(page, 'lab-play').tap();
    await part(page, 'lab').waitFor({ state: 'hidden' });
  }));
