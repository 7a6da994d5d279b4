// Ways in and out on small screens: undo after a lie or a turn, single lies from a list, the raised sheet and the focus, the cases.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */
const PHONE = { viewport: { width: 360, height: 640 }, touch: true, reducedMotion: /** @type {const} */ ('reduce') };

/** @param {string} link @param {(page: Page) => Promise<void>} look @param {Partial<import('./harness.js').Reader>} [reader] */
const visit = (link, look, reader = {}) =>
  house.hosted({ ...PHONE, ...reader, link }, async (page) => {
    await ready(page);
    await look(page);
  });

/** Whether a finger at its middle reaches it. @param {import('playwright-core').Locator} node */
const isReached = (node) =>
  node.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return width >= 44 && height >= 44 && there !== null && element.contains(there);
  });

for (const [name, viewport] of /** @type {[string, {width: number, height: number}][]} */ ([
  ['360 × 640', { width: 360, height: 640 }],
  ['640 × 360', { width: 640, height: 360 }],
  ['820 × 1180', { width: 820, height: 1180 }],
])) {
  test(`after a turn or a lie undo is at hand, the sheet up or down (${name})`, () =>
    visit(
      'v=1&p=om&n=4&t=3&at=6',
      async (page) => {
        const undo = part(page, 'stage-undo');
        assert.equal(await undo.isVisible(), false, 'there is nothing to undo');
        await page.keyboard.press('t');
        await addressSays(page, 't', '2.3');
        await until(page, 'undo', () => document.querySelector('[data-testid="stage-undo"]')?.checkVisibility());
        assert.equal(await isReached(undo), true);
        await page.locator('.sheet-tabs button').nth(2).click();
        assert.equal(await isReached(undo), true, 'under the raised sheet');
        await undo.click();
        await addressSays(page, 't', '3');
        // The button that was pressed would take the key for itself.
        await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
        await page.keyboard.press('Enter');
        await page.locator('[data-testid="message"] [data-choice="A"]').click();
        await addressSays(page, 'x', '1.3-2A');
        await page.keyboard.press('Escape');
        await undo.click();
        await addressSays(page, 'x', null);
        assert.equal(await isReached(part(page, 'stage-redo')), true);
      },
      { viewport },
    ));
}

test('“Choose single lies” lists the traitors’ messages with their choices, and says that one can tap a messenger', () =>
  visit('v=1&p=om&n=4&t=3', async (page) => {
    await page.locator('.sheet-tabs button').nth(1).click();
    await part(page, 'show-lies').click();
    const rows = part(page, 'lie-choices').locator('li');
    await rows.nth(1).waitFor();
    assert.equal(await rows.count(), 2);
    assert.match(await part(page, 'lie-choices').locator('..').innerText(), /or tap his messenger/);
    await rows.nth(1).locator('[data-choice="N"]').click();
    await addressSays(page, 'x', '1.3-4S');
    await until(page, 'the choice to be marked', () =>
      document.querySelector('[data-testid="lie-choices"] li:nth-child(2) [data-choice="N"]')?.getAttribute('aria-pressed') === 'true',
    );
    assert.equal(await page.locator('[data-testid="lies"] li').count(), 1);
    await rows.nth(1).locator('[data-choice="T"]').click();
    await addressSays(page, 'x', '1.3-4A');
  }));

test('in fog, and where nobody is a traitor, no message is listed', () =>
  visit('v=1&p=om&n=4', async (page) => {
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=4&t=3'));
    await page.locator('.sheet-tabs button').nth(1).click();
    await part(page, 'show-lies').click();
    await part(page, 'lie-choices').locator('li').first().waitFor();
    await page.locator('.sheet-tabs button').nth(1).click();
    await page.getByRole('button', { name: 'General 3 is a traitor' }).or(page.locator('.shield-button').nth(2)).first().click();
    await addressSays(page, 't', null);
    assert.equal(await part(page, 'lie-choices').locator('li').count(), 0);
  }));

test('over the raised sheet one can step while reading the vote', () =>
  visit('v=1&p=om&n=4&t=3&at=6', async (page) => {
    const stage = await boxOf(part(page, 'stage'));
    await page.locator('.sheet-tabs button').nth(2).click();
    await until(page, 'the sheet', () => document.body.dataset.raised === 'on');
    for (const id of ['step', 'step-back', 'play']) assert.equal(await isReached(part(page, id)), true, id);
    assert.deepEqual(await boxOf(part(page, 'stage')), stage, 'the map stays as large as it was');
    await part(page, 'step').click();
    await atStep(page, 7);
    await part(page, 'vote-tree').waitFor();
    assert.equal(await page.evaluate(() => document.body.dataset.raised), 'on');
  }));

test('no focus goes behind the raised sheet: it makes way', () =>
  visit('v=1&p=om&n=4&t=3&at=6', async (page) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
      const covered = await page.evaluate(() => {
        const held = document.activeElement;
        if (!held || held === document.body) return null;
        const { left, top, width, height } = held.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, Math.max(0, top) + Math.min(height, 8) / 2);
        const over = there?.closest('.sheet');
        return over && !over.contains(held) ? `${held.outerHTML.slice(0, 80)} under the sheet` : null;
      });
      assert.equal(covered, null);
      // From anywhere in it one comes back to what it covers.
      if (i % 12 === 11) await page.locator('.sheet-tabs button').nth(2).focus();
    }
    await page.locator('.sheet-tabs button').nth(2).click();
    await until(page, 'the sheet', () => document.body.dataset.raised === 'on');
    await page.keyboard.press('ArrowRight');
    await part(page, 'general-3').focus();
    await until(page, 'the sheet to make way', () => document.body.dataset.raised === 'off');
  }));

test('the cases are a link away from the top of the scenario, in lecture order, each with what to look for', () =>
  visit('v=1&p=om&n=5&t=3', async (page) => {
    await page.locator('.sheet-tabs button').nth(1).click();
    await part(page, 'cases-jump').click();
    const cases = part(page, 'cases').locator('a');
    assert.deepEqual(
      await cases.evaluateAll((links) => links.map((link) => /** @type {HTMLElement} */ (link).dataset.case)),
      ['two', 'worlds', 'four', 'commander', 'seven', 'ring', 'rounds', 'seal', 'withheld', 'trust'],
    );
    assert.equal(await isReached(cases.first()), true);
    for (const one of await cases.all()) assert.match(await one.innerText(), /^.+\n.{20,}$/s);
    await cases.nth(4).click();
    await addressSays(page, 'n', '7');
    await until(page, 'the map', () => document.body.dataset.raised === 'off');
    await page.goBack();
    await addressSays(page, 'n', '5');
  }));
