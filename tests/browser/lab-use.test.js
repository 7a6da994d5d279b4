// The laboratory in use: links to its tools, what stays and what is forgotten, the keyboard, touch and frames.

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
    await says(page, 'lab-found', '更少的谎言不够');
    await part(page, 'm').fill('1');
    await part(page, 'lab-found').waitFor({ state: 'hidden' });
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

test('the window that slides is one and the same mark; in another round others ride', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=ring' }, async (page) => {
    await part(page, 'window-3').waitFor();
    const [window, rider] = await Promise.all(['.ring .window', '.ring .rides'].map((name) => page.locator(name).first().elementHandle()));
    const place = () => window?.getAttribute('d');
    const before = await place();
    await part(page, 'window-1').click();
    await until(page, 'the first window', () => document.querySelector('.window-number')?.textContent === '1');
    assert.notEqual(await place(), before);
    assert.ok((await window?.evaluate((node) => node.isConnected)) && (await rider?.evaluate((node) => node.isConnected)));
    await page.getByRole('button', { name: 'Round 2' }).click();
    await until(page, 'the second round', () => document.querySelector('.ring .side')?.getAttribute('data-key')?.startsWith('2 ') === true);
    assert.ok(await window?.evaluate((node) => node.isConnected));
    assert.ok(await rider?.evaluate((node) => !node.isConnected));
  }));

test('the ring is ridden round by round, then the window slides until it is told to stop', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=ring' }, async (page) => {
    await part(page, 'window-3').waitFor();
    const slide = page.getByRole('button', { name: 'Run it, then slide the window' });
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
    await says(frame, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
    assert.equal((await play(frame)).agreement.holds, false);
  });
  await rm(folder, { recursive: true });
});

test('on a phone each tool comes to its result, and it is played by touch', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=1.7&view=attack', viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
    for (const [tool, id, words] of [
      ['exhaust', 'exhaust-start', 'Try all strategies'],
      ['chain', 'chain-answer', 'the last one breaks'],
      ['ring', 'window-1', 'The loyal must obey'],
      ['rule', 'rule-answer', '2 break it'],
      ['tolerance', 'tolerance-status', '110 of 110 cells'],
    ]) {
      await part(page, 'lab-tool-list').selectOption(tool ?? '');
      await says(page, id ?? '', words ?? '');
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok((wide ?? 0) <= (seen ?? 0), `${tool} is ${wide} px wide on ${seen}`);
    }
    await part(page, 'lab-tool-list').selectOption('exhaust');
    await part(page, 'exhaust-start').tap();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await part(page, 'lab-play').tap();
    await part(page, 'lab').waitFor({ state: 'hidden' });
  }));

test('a stolen key counts in every tool: what it lets a traitor seal is found, and its seal is not said to be missing', () =>
  house.hosted({ link: 'v=1&p=sm&n=3&t=3&k=1&view=exhaust' }, async (page) => {
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'Found an attack');
    await part(page, 'lab-ring').click();
    await part(page, 'window-1').waitFor();
    assert.doesNotMatch(await part(page, 'lab').innerText(), /a seal he does not have|never sealed it/);
    assert.equal((await play(page)).agreement.holds && (await page.evaluate(() => /** @type {any} */ (window).generals.session.verdict().validity.holds)), false);
    await addressSays(page, 'k', '1');
  }));
