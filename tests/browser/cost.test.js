// What safety costs: opened from its link with the engine's numbers, the open run counted and marked.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, says } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The numbers of a list of bars. @param {Page} page @param {string} id */
const bars = (page, id) => part(page, id).locator('b').allInnerTexts();

/** The row of the table that is this run. @param {Page} page */
const ownRow = (page) => part(page, 'cost-table').locator('tr[aria-current] > *').allInnerTexts();

for (const where of /** @type {const} */ (['hosted', 'file']))
  test(`the cost opens from its link, and the run is counted, compared and marked (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=7&m=2&t=3&view=cost' }, async (page) => {
      await says(page, 'cost-how', 'Counted while it ran, and equal to the formula.');
      assert.equal(await part(page, 'lab-cost').getAttribute('aria-current'), 'page');
      assert.deepEqual(await bars(page, 'cost-own'), ['6', '30', '120']);
      assert.deepEqual(await bars(page, 'cost-other'), ['6', '30', '0']);
      assert.deepEqual(await ownRow(page), ['7', '2', '3', '156', '36']);
      const name = await part(page, 'cost-figure').getAttribute('aria-label');
      assert.match(name ?? '', /This run: 156, OM\(2\), 7 generals/);
      await says(page, 'cost-figure', 'this run: 156');
      await part(page, 'm').fill('1');
      await says(page, 'cost-figure', 'this run: 36');
      assert.deepEqual(await ownRow(page), ['7', '1', '2', '36', '36']);
    }));

test('rounds instead of messages', () =>
  house.hosted({ link: 'v=1&p=sm&n=10&m=3&t=3&s=silent&view=cost' }, async (page) => {
    await says(page, 'cost-how', 'Counted while it ran. If all were loyal the formula says 81.');
    await says(page, 'cost-figure', 'this run: 73');
    await part(page, 'cost-rounds').click();
    await says(page, 'cost-figure', 'this run: 4');
    assert.equal(await part(page, 'cost-rounds').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await bars(page, 'cost-own'), ['9', '64', '0', '0']);
  }));

test('the address says cost while it is chosen, and another tool when that is', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=lab' }, async (page) => {
    await part(page, 'lab-cost').click();
    await addressSays(page, 'view', 'cost');
    await part(page, 'cost-figure').waitFor();
    await page.reload();
    await says(page, 'cost-figure', 'this run: 9');
    await part(page, 'lab-rule').click();
    await addressSays(page, 'view', 'rule');
    await part(page, 'rule-answer').waitFor();
    await page.keyboard.press('Escape');
    await part(page, 'lab').waitFor({ state: 'hidden' });
  }));

test('what was not run is not said to be counted', () =>
  house.hosted({ link: 'v=1&p=om&n=31&m=7&view=cost' }, async (page) => {
    await says(page, 'cost-how', 'By the formula: too many to be counted');
    await says(page, 'cost-other-how', 'Run here, with everyone loyal.');
    assert.equal((await bars(page, 'cost-other'))[1], '870');
  }));

test('what no number holds is said to be more, and has the longest bars', () =>
  house.hosted({ link: 'v=1&p=om&n=64&m=62&view=cost' }, async (page) => {
    await says(page, 'cost-how', 'By the formula: too many to be counted');
    await page.getByText('OM(62) · more than 10³⁸ messages').waitFor();
    assert.deepEqual((await bars(page, 'cost-own')).slice(21, 23), ['≈ 5.9 × 10³⁷', '> 10³⁸']);
    const lengths = await part(page, 'cost-own')
      .locator('i')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    assert.deepEqual([lengths[21], lengths[22] === Math.max(...lengths), lengths[22] > 0], [0, true, true]);
  }));

test('on a phone the figure takes the width there is', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=cost&lang=zh', viewport: { width: 360, height: 780 }, touch: true }, async (page) => {
    await says(page, 'cost-figure', '这一局：9');
    const { wide, seen, small } = await page.evaluate(() => ({
      wide: document.querySelector('.lab')?.scrollWidth ?? 0,
      seen: document.documentElement.clientWidth,
      small: [...document.querySelectorAll('.cost-figure text')].filter((text) => {
        const { left, right } = text.getBoundingClientRect();
        return left < 0 || right > innerWidth || parseFloat(getComputedStyle(text).fontSize) < 11;
      }).length,
    }));
    assert.ok(wide <= seen, `${wide} px wide on ${seen}`);
    assert.equal(small, 0, 'every text of the figure is whole and large enough');
  }));

test('another protocol has its own curve and table, by what the engine says of it', () =>
  house.hosted({ link: 'v=1&p=king&n=7&m=2&t=7&view=cost' }, async (page) => {
    await says(page, 'cost-figure', 'Phase king, n > 3m');
    await page.locator('.cost-figure .cost-own').waitFor({ state: 'attached' });
    const rows = await part(page, 'cost-own-table').locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(rows[0], ['4', '1', '6', '54', '2 bits']);
    assert.deepEqual(await part(page, 'cost-own-table').locator('tr[aria-current] > *').allInnerTexts(), ['7', '2', '9', '270', '2 bits']);
    assert.equal(await part(page, 'cost-table').isVisible(), false);
  }));
