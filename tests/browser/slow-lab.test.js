// The laboratory where letters are slow: three worlds side by side, phases measured over seeds, each card and bar a run, and only tools that apply.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, play, says, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The tools that have a button. @param {import('playwright-core').Page} page */
const tools = (page) => page.locator('.lab-tools button:visible').evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')));

test('the world that breaks stands open, each card says what its blocs decide, and another is chosen by keyboard', () =>
  house.hosted({ link: 'v=1&p=bracha&n=3&by=loose&view=split-brain' }, async (page) => {
    await says(page, 'split-answer', 'World 3 breaks a condition.');
    assert.equal(await part(page, 'world-3').getAttribute('aria-pressed'), 'true');
    assert.match((await part(page, 'world-3').innerText()).replaceAll(/\s+/g, ' '), /Attack.*says both.*Retreat.*Agreement broken/);
    await says(page, 'world-1', 'breaks nothing');
    await says(page, 'split-eyes', 'A cannot tell world 1 from world 3');
    await says(page, 'split-eyes', 'C cannot tell world 2 from world 3');
    await says(page, 'lab-found', 'General 1 is the traitor');
    await part(page, 'world-1').focus();
    await page.keyboard.press('Enter');
    await says(page, 'lab-found', 'General 3 is dead');
    await part(page, 'world-3').click();
    const verdict = await play(page);
    assert.equal(verdict.agreement.holds, false);
  }));

test('within the bound it is said why nothing is shown, and the nearest army is offered', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&view=split-brain' }, async (page) => {
    await says(page, 'split-answer', 'n = 4 is more than 3m');
    await part(page, 'lab-nearest').click();
    await says(page, 'split-answer', 'break a condition');
    await page.getByRole('button', { name: '中文' }).click();
    await says(page, 'split-answer', '破坏了条件');
  }));

test('phases are measured over as many seeds as were asked for, and a bar opens a run that ended so', () =>
  house.hosted({ link: 'v=1&p=benor&n=6&view=phases' }, async (page) => {
    await says(page, 'phases-answer', 'Measured over 100 seeds.');
    await says(page, 'phases-mean-local', 'of 100 runs in which all decided');
    const bars = page.locator('[data-testid^="phase-local-"]');
    const counts = await bars.evaluateAll((all) => all.map((one) => Number(one.textContent)));
    assert.equal(counts.reduce((sum, one) => sum + one, 0), 100);
    await bars.last().focus();
    const phase = Number((await bars.last().getAttribute('data-testid'))?.split('-').at(-1));
    await page.keyboard.press('Enter');
    await says(page, 'lab-found', `Own coins: decided in phase ${phase}`);
    await until(page, 'the bar to be chosen', () => [...document.querySelectorAll('[data-testid^="phase-local-"]')].at(-1)?.getAttribute('aria-pressed') === 'true');
    await part(page, 'phases-1000').click();
    await says(page, 'phases-answer', 'Measured over 1000 seeds.');
  }));

test('where coins are tossed five are broken by a run that is drawn, and three wait for the dead', () =>
  house.hosted({ link: 'v=1&p=benor&n=5&t=5&i=AAAAA&view=exhaust' }, async (page) => {
    await part(page, 'sample-start').click();
    await says(page, 'exhaust-answer', 'breaks a condition. Every lie and delay that it did not need is taken back.');
    assert.equal(await part(page, 'exhaust-start').isVisible(), false, 'its slots open phase by phase: there is no all');
    await page.evaluate((to) => /** @type {any} */ (window).generals.open(to), 'v=1&p=benor&n=3&view=split-brain');
    await says(page, 'split-answer', 'World 1');
    await says(page, 'world-1', 'waits');
    await says(page, 'split-eyes', 'A cannot tell world 1 from world 3');
  }));

test('a protocol has buttons for what it answers, in one row, and a tool opened by its link says why it cannot be used', () =>
  house.hosted({ link: 'v=1&p=benor&n=6&view=ring' }, async (page) => {
    await says(page, 'lab-shut', 'not for this protocol');
    assert.ok((await tools(page)).includes('lab-ring'));
    await part(page, 'lab-phases').click();
    await says(page, 'phases-answer', 'Measured over');
    assert.deepEqual(await tools(page), ['lab-tolerance', 'lab-exhaust', 'lab-split-brain', 'lab-phases', 'lab-rule', 'lab-cost', 'lab-which']);
    for (const link of ['v=1&p=om&n=4&view=lab', 'v=1&p=bracha&n=4&view=lab', 'v=1&p=king&n=4&view=lab', 'v=1&p=om&n=4&view=lab&lang=zh']) {
      await page.evaluate((to) => /** @type {any} */ (window).generals.open(to), link);
      await until(page, 'one row of tools', () => {
        const tops = [...document.querySelectorAll('.lab-tools button')].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().top);
        return tops.length > 3 && Math.max(...tops) - Math.min(...tops) < 10;
      });
    }
  }));
