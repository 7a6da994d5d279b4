// The vote tree: folded in step with the run, opened branch by branch, chosen by mouse and by keys, closed in fog.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, openHouse, part, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const SEVEN = 'v=1&p=om&n=7&m=2&t=3.6&s=random&view=tree';

/** @param {Page} page @param {string} words */
const figureSays = (page, words) =>
  until(page, `the figure to say ${words}`, (wanted) => document.querySelector('.vote-figure')?.textContent?.includes(wanted), words);

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`majorities fold from the leaves to the decision, and the address keeps how far (${where})`, () =>
    house[where]({ link: `${SEVEN}&at=999` }, async (page) => {
      await figureSays(page, 'majority 5 : 1');
      await page.getByRole('heading', { name: 'Why General 2 attacks' }).waitFor();
      await part(page, 'fold-1').click();
      await figureSays(page, 'majority of 6');
      await figureSays(page, '4 : 1');
      await addressSays(page, 'fold', '1');
      await part(page, 'fold-0').click();
      await until(page, 'no majority', () => !/\d : \d/.test(document.querySelector('.vote-figure')?.textContent ?? ''));
      await addressSays(page, 'fold', '0');
    await page.reload();
      await part(page, 'tree').waitFor();
      assert.equal(await part(page, 'fold-0').getAttribute('aria-pressed'), 'true');
    }));
}

test('before all is heard nothing is counted; folding goes to the end', () =>
  house.hosted({ link: `${SEVEN}&at=20` }, async (page) => {
    await figureSays(page, 'not all is heard yet');
    await part(page, 'fold-2').click();
    await figureSays(page, 'majority 5 : 1');
    await atStep(page, 157);
  }));

test('a leaf is a message: chosen in the figure it is told, and is chosen on the map', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=tree&at=10' }, async (page) => {
    await page.locator('.vote[data-step="6"]').click();
    await addressSays(page, 'message', '6');
    // The votes stay folded, also for who follows the link.
    await addressSays(page, 'at', '10');
    await page.reload();
    await addressSays(page, 'message', '6');
    await addressSays(page, 'at', '10');
    await until(page, 'the sentence', () => /General 3 tells General 2/.test(document.querySelector('[data-testid="narration"]')?.textContent ?? ''));
    await part(page, 'view-map').click();
    await part(page, 'message').waitFor();
    await atStep(page, 6);
  }));

test('what the pointer is over is lit, and stays the same element while the figure is drawn again', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=tree&at=10' }, async (page) => {
    const token = await page.locator('.vote[data-step="6"]').elementHandle();
    await token?.hover();
    await until(page, 'the word to be lit', () => document.querySelector('.vote.chosen')?.getAttribute('data-step') === '6');
    assert.ok(await token?.evaluate((node) => node.isConnected && node.classList.contains('chosen')));
    await page.mouse.move(0, 0);
    await until(page, 'nothing to be lit', () => document.querySelector('.vote.chosen') === null);
    assert.ok(await token?.evaluate((node) => node.isConnected));
  }));

test('the list is a tree for keys: it opens, walks and chooses', () =>
  house.hosted({ link: `${SEVEN}&at=999` }, async (page) => {
    const root = page.getByRole('treeitem', { name: /^General 1, “the order”: Attack/ });
    await root.focus();
    await page.keyboard.press('ArrowDown');
    const three = page.getByRole('treeitem', { name: /^General 3/, expanded: false });
    assert.deepEqual([await three.getAttribute('aria-posinset'), await three.getAttribute('aria-setsize')], ['1', '5']);
    await until(page, 'General 3 to have the focus', () => /General 3/.test(document.activeElement?.textContent ?? ''));
    await page.keyboard.press('ArrowRight');
    await addressSays(page, 'path', '1.3');
    await three.waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await until(page, 'its first branch', () => document.activeElement?.getAttribute('aria-level') === '3');
    await page.keyboard.press('Enter');
    await until(page, 'it to be chosen', () => document.activeElement?.getAttribute('aria-selected') === 'true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await addressSays(page, 'path', null);
  }));

test('what everyone holds shows that the loyal agree where one speaks who is two-faced', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1&s=split&view=tree&at=10' }, async (page) => {
    const held = part(page, 'tree-held');
    assert.match(await held.innerText(), /All loyal generals arrive at Retreat/);
    assert.equal(await held.locator('li').count(), 3);
  }));

test('in fog there is only his own tree: no mask, no word of traitors, nothing of others', () =>
  house.hosted({ link: `${SEVEN}&at=999&pov=2&general=4` }, async (page) => {
    await figureSays(page, 'majority 5 : 1');
    assert.equal(await part(page, 'tree').locator('.touched-mask svg').count(), 0);
    assert.equal(await part(page, 'tree').locator('.shield.traitor').count(), 0);
    assert.doesNotMatch(await part(page, 'tree').innerText(), /[Tt]raitor/);
    assert.equal(await part(page, 'tree-held').locator('li').count(), 0);
    assert.equal(await part(page, 'tree-general').inputValue(), '2');
    await page.keyboard.press('Home');
    await figureSays(page, 'not all is heard yet');
  }));

test('where there is no vote it says why, and offers those who vote', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=tree&general=3' }, async (page) => {
    await until(page, 'the reason', () => /is a traitor/.test(document.querySelector('[data-testid="tree-other"]')?.textContent ?? ''));
    await part(page, 'tree-other').getByRole('button', { name: 'General 4' }).click();
    await until(page, 'his tree', () => document.querySelectorAll('[role="treeitem"]').length === 3);
  }));

test('signed messages show the set V, the wrong vote its bag', async () => {
  await house.hosted({ link: 'v=1&p=sm&n=4&t=1&s=split&view=tree&at=99' }, async (page) => {
    await until(page, 'both orders', () => /V holds both orders/.test(document.querySelector('[data-testid="tree-other"]')?.textContent ?? ''));
  });
  await house.hosted({ link: 'v=1&p=flat&n=7&m=2&t=6.7&view=tree&at=999' }, async (page) => {
    await until(page, 'the bag', () => /wrong vote/.test(document.querySelector('[data-testid="tree-other"]')?.textContent ?? ''));
    assert.equal(await part(page, 'tree-other').locator('.vote-word').count(), 26);
  });
});

test('a tree of nine thousand words opens level by level, and only what is in sight is made', () =>
  house.hosted({ link: 'v=1&p=om&n=13&m=4&t=3.6&view=tree&at=999999&path=1.4.5' }, async (page) => {
    await figureSays(page, 'majority 9 : 2');
    const most = await part(page, 'tree-figure').evaluate(async (scroller) => {
      let most = 0;
      for (let left = 0; left < scroller.scrollWidth; left += 400) {
        scroller.scrollLeft = left;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        most = Math.max(most, scroller.querySelectorAll('*').length);
      }
      return most;
    });
    assert.ok(most < 2500, `${most} nodes`);
    await page.getByRole('button', { name: 'General 1', exact: true }).click();
    await addressSays(page, 'path', null);
  }));

test('another general’s rows are his own', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1&s=split&view=tree&at=99&general=2' }, async (page) => {
    await page.getByRole('treeitem', { name: /^General 1, “the order”: Retreat/ }).waitFor();
    await part(page, 'tree-general').selectOption('3');
    await page.getByRole('treeitem', { name: /^General 1, “the order”: Attack/ }).waitFor();
    // What everyone holds is told in words too.
    assert.match((await part(page, 'tree-held').locator('li').nth(1).innerText()) ?? '', /General 3\s*Attack → Retreat/);
  }));

test('what is accepted under seals leads to its letter', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&t=1&s=split&view=tree&at=99&general=2' }, async (page) => {
    await part(page, 'tree-other').getByRole('button', { name: 'Attack, accepted in round 2' }).click();
    await addressSays(page, 'message', '6');
  }));
