// The ladder in use: the weakest who breaks is shown, each rung that breaks opens its run, by keyboard too, in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, play, says, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('the weakest who breaks is named, his run stands beside, and another rung is chosen by keyboard', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1.4&view=ladder' }, async (page) => {
    await says(page, 'ladder-answer', 'The weakest who is known to break a condition: Omission.');
    await says(page, 'rung-crash', 'Breaks nothing. All 12 ways were tried.');
    await says(page, 'rung-omission', 'All 32 ways were tried.');
    await says(page, 'lab-found', 'Omission');
    assert.equal(await part(page, 'rung-omission').getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('button[data-testid="rung-crash"]').count(), 0, 'who breaks nothing has no run to open');
    await part(page, 'rung-twins').focus();
    await page.keyboard.press('Enter');
    await until(page, 'the rung to be chosen', () => document.querySelector('[data-testid="rung-twins"]')?.getAttribute('aria-pressed') === 'true');
    await says(page, 'lab-found', 'Twins');
    await play(page);
    await page.goBack();
    await says(page, 'ladder-answer', 'Omission');
    await page.getByRole('button', { name: '中文' }).click();
    await says(page, 'ladder-answer', '漏送');
  }));

test('where nothing breaks nothing is opened, and where nobody is a traitor one is offered', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=ladder' }, async (page) => {
    await says(page, 'ladder-answer', 'None of the four breaks a condition.');
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=4&view=ladder'));
    await says(page, 'ladder-answer', 'Nobody here is a traitor');
    await part(page, 'next-turn').click();
    await says(page, 'ladder-answer', 'None of the four');
  }));
