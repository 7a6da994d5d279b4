// Playing with it: looking at messages, choosing what a traitor says, taking it back, the end played out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, cursor, keys, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** @param {string} link @param {(page: Page) => Promise<void>} look @param {import('./harness.js').Reader} [reader] */
const visit = (link, look, reader = {}) =>
  house.hosted({ link, ...reader }, async (page) => {
    await ready(page);
    await look(page);
  });

/** What a traitor's message is now. @param {Page} page */
const chosen = (page) => part(page, 'message').locator('[aria-checked="true"]').getAttribute('data-choice');

/** Points at the messengers one after another until a note opens. @param {Page} page @param {(x: number, y: number) => Promise<void>} point */
async function findMessenger(page, point) {
  const box = await boxOf(part(page, 'stage'));
  assert.ok(box);
  for (let y = box.y + 60; y < box.y + box.height - 30; y += 22) {
    for (let x = box.x + 60; x < box.x + box.width - 60; x += 22) {
      await page.mouse.move(x, y);
      const over = await part(page, 'stage').evaluate((stage) => stage.classList.contains('over'));
      if (over) return point(x, y);
    }
  }
  assert.fail('there is no messenger on the stage');
}

/** Plays until messengers are on the road, and halts them there. @param {Page} page */
async function onTheRoad(page) {
  await part(page, 'play').click();
  await until(page, 'somebody on the road', () => /** @type {any} */ (window).generals.session.cursor > 0);
  await part(page, 'play').click();
}

test('a click on a messenger on the road tells what he says', () =>
  visit('v=1&p=om&n=4', async (page) => {
    await onTheRoad(page);
    await findMessenger(page, (x, y) => page.mouse.click(x, y));
    await part(page, 'message').waitFor();
    assert.match(await part(page, 'message').innerText(), /1 orders [234][^]*Attack/);
    assert.equal(await part(page, 'message').getByRole('menu').count(), 0, 'a loyal general has no menu');
  }));

test('a click while he rides halts the ride', () =>
  visit('v=1&p=om&n=4&at=2', async (page) => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await part(page, 'message').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('[data-testid="play"]')?.getAttribute('aria-label')), 'Play');
  }));

test('a lie says that it is one, what he was told, and what an honest general would say', () =>
  visit('v=1&p=om&n=4&t=3&at=6', async (page) => {
    await page.keyboard.press('Enter');
    const menu = part(page, 'message');
    await menu.waitFor();
    assert.match(await menu.innerText(), /3 tells 2[^]*The truth[^]*he heard Attack[^]*a lie, this time/);
  }));

test('choosing what a traitor says is a fork, and undo brings the old run back', () =>
  visit('v=1&p=om&n=4&t=3&s=honest&at=6', async (page) => {
    await page.keyboard.press('Enter');
    await part(page, 'message').waitFor();
    assert.equal(await chosen(page), 'T');
    await part(page, 'message').locator('[data-choice="R"]').click();
    await addressSays(page, 'x', '1.3-2R');
    await until(
      page,
      'the open menu to say so',
      () => document.querySelector('[data-choice="R"]')?.getAttribute('aria-checked') === 'true',
    );
    assert.equal(await cursor(page), 6, 'the cursor keeps its place');
    await until(page, 'the news', () =>
      /3 tells 2 “Retreat”.*1 message/.test(document.querySelector('[data-testid="news"]')?.textContent ?? ''),
    );
    await part(page, 'undo').click();
    await addressSays(page, 'x', null);
    await part(page, 'redo').click();
    await addressSays(page, 'x', '1.3-2R');
    await page.keyboard.press('Control+z');
    await addressSays(page, 'x', null);
  }));

test('letters choose, Escape closes without a change and gives the focus back', () =>
  visit('v=1&p=om&n=4&t=3&s=honest&at=6', async (page) => {
    await part(page, 'scrubber').focus();
    await page.keyboard.press('Enter');
    await part(page, 'message').waitFor();
    await page.keyboard.press('n');
    await addressSays(page, 'x', '1.3-2S');
    await page.keyboard.press('a');
    await addressSays(page, 'x', '1.3-2A');
    await page.keyboard.press('t');
    await addressSays(page, 'x', null);
    await page.keyboard.press('Escape');
    await part(page, 'message').waitFor({ state: 'hidden' });
    assert.equal(keys(page).get('x'), null);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'scrubber');
  }));

test('one choice for all his messages of the round, or for all to one general', () =>
  visit('v=1&p=om&n=5&m=2&t=3&s=honest&at=8', async (page) => {
    const event = await page.evaluate(() => {
      const { session } = /** @type {any} */ (window).generals;
      let k = 1;
      while (session.event(k).from !== 3) k++;
      /** @type {any} */ (window).generals.seek(k);
      return session.event(k);
    });
    assert.equal(event.from, 3);
    await page.keyboard.press('Enter');
    await part(page, 'message').waitFor();
    await page.keyboard.press('r');
    await addressSays(page, 'x', '1.3-2R');
    await part(page, 'message').getByRole('button', { name: 'all his this round' }).click();
    await addressSays(page, 'x', '1.3-2R_1.3-4R_1.3-5R');
    await part(page, 'undo').click();
    await addressSays(page, 'x', '1.3-2R');
    await part(page, 'message').getByRole('button', { name: 'all to General 2' }).click();
    await addressSays(page, 'x', '1.3-2R_1.4.3-2R_1.5.3-2R');
  }));

test('the lies are listed, removed one by one, and reset', () =>
  visit('v=1&p=om&n=4&t=3&s=honest&x=1.3-2R_1.3-4S', async (page) => {
    await part(page, 'show-lies').click();
    const rows = part(page, 'lies').locator('li');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 2);
    await rows.first().getByRole('button', { name: 'Remove' }).click();
    await addressSays(page, 'x', '1.3-4S');
    await until(page, 'one row', () => document.querySelectorAll('[data-testid="lies"] li').length === 1);
    await part(page, 'reset-lies').click();
    await addressSays(page, 'x', null);
    await part(page, 'undo').click();
    await addressSays(page, 'x', '1.3-4S');
  }));

test('the forks of a run are listed, and one click goes back to any of them', () =>
  visit('v=1&p=om&n=4&t=3&s=honest&at=6', async (page) => {
    await page.keyboard.press('Enter');
    await part(page, 'message').waitFor();
    for (const [choice, word] of ['rR', 'nS', 'aA']) {
      await page.keyboard.press(choice);
      await addressSays(page, 'x', `1.3-2${word}`);
    }
    const listed = (/** @type {number} */ now) =>
      until(
        page,
        `four forks, number ${now} of them now`,
        (wanted) => {
          const forks = [...document.querySelectorAll('.fork-list button')];
          return forks.length === 4 && forks[wanted].hasAttribute('aria-current');
        },
        now,
      );
    await listed(3);
    await page.locator('.fork-list button').first().click();
    await addressSays(page, 'x', null);
    await listed(0);
  }));

test('the pointer over a messenger marks him, away from him nothing is marked', () =>
  visit('v=1&p=om&n=4&t=3&at=6', async (page) => {
    await findMessenger(page, async () => {});
    const box = await boxOf(part(page, 'stage'));
    assert.ok(box);
    await page.mouse.move(box.x + 30, box.y + 30);
    assert.equal(await part(page, 'stage').evaluate((stage) => stage.classList.contains('over')), false);
  }));

test('no note covers a camp, on any of many messages', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    for (let step = 1; step <= 9; step++) {
      await page.evaluate((k) => /** @type {any} */ (window).generals.seek(k), step);
      await page.keyboard.press('Enter');
      await part(page, 'message').waitFor();
      const covers = await page.evaluate(() => {
        const note = /** @type {HTMLElement} */ (document.querySelector('.message')).getBoundingClientRect();
        return [...document.querySelectorAll('.camps button')].filter((camp) => {
          const { left, top, width, height } = camp.getBoundingClientRect();
          const x = left + width / 2;
          const y = top + height / 2;
          return x > note.left - 20 && x < note.right + 20 && y > note.top - 20 && y < note.bottom + 20;
        }).length;
      });
      assert.equal(covers, 0, `step ${step}`);
      await page.keyboard.press('Escape');
      await part(page, 'message').waitFor({ state: 'hidden' });
    }
  }));

test('on a phone the menu is a sheet over the map, with targets for fingers; the sentence and the buttons below stay at hand', () =>
  visit(
    'v=1&p=om&n=4&t=3&at=6',
    async (page) => {
      await page.keyboard.press('Enter');
      const sheet = part(page, 'message');
      await sheet.waitFor();
      const box = await boxOf(sheet);
      const told = await boxOf(page.locator('.told'));
      assert.ok(box && told && Math.abs(box.y + box.height - told.y) < 2 && box.width === 360, JSON.stringify([box, told]));
      const isReached = await part(page, 'step').evaluate((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      assert.equal(isReached, true, 'Step is reached');
      for (const button of await sheet.getByRole('menuitemradio').all())
        assert.ok(((await boxOf(button)).height) >= 44);
    },
    { viewport: { width: 360, height: 780 }, touch: true },
  ));

test('dragging the scrubber takes the messengers along, the wheel steps', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    const scrubber = part(page, 'scrubber');
    const box = await boxOf(scrubber);
    assert.ok(box);
    const picture = () =>
      page.locator('[data-testid=stage] canvas').evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.55, box.y + 30);
    await until(page, 'the drag', () => /** @type {any} */ (window).generals.session.cursor > 3);
    const before = await picture();
    const at = await cursor(page);
    await page.mouse.move(box.x + box.width * 0.55 + 6, box.y + 30);
    await until(page, 'two frames', () => true);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.notEqual(await picture(), before, 'the messengers move between steps');
    assert.ok((await cursor(page)) - at <= 1);
    await page.mouse.up();
    const here = await cursor(page);
    await page.mouse.wheel(0, 100);
    await until(page, 'the wheel to step on', (from) => /** @type {any} */ (window).generals.session.cursor > from, here);
    await page.mouse.wheel(0, -400);
    await until(page, 'the wheel to step back', (from) => /** @type {any} */ (window).generals.session.cursor < from, here);
  }));

test('turning a general keeps the place and the ride', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    await onTheRoad(page);
    const at = await cursor(page);
    await page.keyboard.press('2');
    await page.keyboard.press('t');
    await addressSays(page, 't', '2.3');
    assert.equal(await cursor(page), at);
  }));

test('the end is played once: Space skips it, stepping back cuts it', () =>
  visit('v=1&p=om&n=3&t=1&s=split', async (page) => {
    await page.keyboard.press('End');
    await page.keyboard.press(' ');
    await until(
      page,
      'the verdict',
      () => document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'holds',
    );
    await atStep(page, 5);
    await page.keyboard.press('ArrowLeft');
    await atStep(page, 4);
    await until(
      page,
      'no verdict',
      () => document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'open',
    );
  }));

test('a click on the map skips the end as well', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    await page.keyboard.press('End');
    await part(page, 'stage').click({ position: { x: 40, y: 200 } });
    await until(
      page,
      'the verdict',
      () => document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'holds',
    );
  }));

test('the row of a broken condition lights its witnesses on the map', () =>
  visit('v=1&p=om&n=4&m=0&t=1&s=split&at=99', async (page) => {
    const row = part(page, 'verdict-agreement');
    assert.equal(await row.getAttribute('data-state'), 'broken');
    const picture = () =>
      page.locator('[data-testid=stage] canvas').evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
    const before = await picture();
    await row.focus();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.notEqual(await picture(), before);
    await part(page, 'scrubber').focus();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await picture(), before);
  }));

test('nothing runs when paused', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    await onTheRoad(page);
    const frames = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const real = window.requestAnimationFrame.bind(window);
      let asked = 0;
      window.requestAnimationFrame = (callback) => {
        asked++;
        return real(callback);
      };
      for (let i = 0; i < 20; i++) await new Promise((done) => real(done));
      window.requestAnimationFrame = real;
      return asked;
    });
    assert.equal(frames, 0);
  }));

test('the note of a message from a link stands beside its messenger, with all its buttons', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=6&message=6' }, async (page) => {
    await until(page, 'its place', () => document.querySelector('.message')?.getAttribute('data-side') === 'left');
    const inside = await page.evaluate(() => {
      const note = /** @type {Element} */ (document.querySelector('.message')).getBoundingClientRect();
      return [...document.querySelectorAll('.message button')].map((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return left >= note.left && right <= note.right && top >= note.top && bottom <= note.bottom;
      });
    });
    assert.equal(inside.length, 7);
    assert.ok(inside.every(Boolean));
  }));

test('where it finds no place the note lies at the foot, with all its buttons', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=6&message=6', viewport: { width: 820, height: 420 } }, async (page) => {
    await part(page, 'message').waitFor();
    const note = await boxOf(page.locator('.message.low'));
    const all = await boxOf(page.locator('.message-all'));
    assert.ok(note && all && all.y >= note.y && all.y + all.height <= note.y + note.height + 1);
  }));
