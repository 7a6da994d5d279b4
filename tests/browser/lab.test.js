// The laboratory: each question comes to its answer beside the page, and what is found is played on the map.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, choose, openHouse, part, play, says } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`the tolerance map fills, and a broken cell opens its attack on the map (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=4&m=2&t=3&view=lab' }, async (page) => {
      await says(page, 'tolerance-status', '109 of 109 cells computed exactly, here; the rule agrees with each.');
      // The line of the closed rule: below one traitor from 5 generals on, below two from 7 on.
      const [starts, ends] = await page.evaluate(() => ['start', 'below'].map((side) => document.querySelectorAll(`td.edge-${side}`).length));
      assert.deepEqual([starts, ends], [2, 27]);
      await says(page, 'lab-tool', 'one traitor cannot break OM(1), but needs only 2 lies to break OM(2)');
      await says(page, 'lab-tool', 'two traitors break OM(1) among any 4 to 31 generals');
      assert.equal((await part(page, 'cell-4-1').innerText()).trim(), '2');
      assert.equal(await part(page, 'cell-5-1').count(), 0, 'five generals survive one traitor');
      await part(page, 'cell-4-1').click();
      await says(page, 'lab-found', 'n = 4, k = 1: 2 lies');
      const { agreement, validity, lies } = await play(page);
      assert.deepEqual([agreement.holds && validity.holds !== false, lies], [false, 2]);
      await page.goBack();
      await part(page, 'lab').waitFor();
      await says(page, 'lab-found', 'n = 4, k = 1: 2 lies');
    }));

  test(`the smallest attack is found, or none exists (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=7&m=1&t=1.7&view=lab' }, async (page) => {
      await part(page, 'lab-attack').click();
      await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
      await part(page, 'm').fill('2');
      await says(page, 'attack-answer', 'No attack exists: ');
      await part(page, 'lab-found').waitFor({ state: 'hidden' });
      await part(page, 'm').fill('1');
      await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
      // With the order to attack a tie helps the traitors.
      await choose(page, 'order', 'R');
      await says(page, 'attack-answer', '4 lies break agreement, and fewer do not (exact algorithm).');
      await part(page, 'attack-order').selectOption('either');
      await says(page, 'attack-answer', '3 lies break agreement, and fewer do not (exact algorithm).');
      const verdict = await play(page);
      assert.deepEqual([verdict.agreement.holds, verdict.lies], [false, 3]);
    }));

  test(`everything is tried, and it says so (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=6&m=2&t=1.6&view=lab' }, async (page) => {
      await part(page, 'lab-exhaust').click();
      await part(page, 'exhaust-start').click();
      await says(page, 'exhaust-answer', 'Tried all 1\u202f048\u202f576: none breaks.');
      await part(page, 'm').fill('1');
      await part(page, 'exhaust-start').click();
      await says(page, 'exhaust-answer', 'Found an attack among the first');
      assert.equal((await play(page)).agreement.holds, false);
    }));

  test(`a rule is answered by a run that breaks it (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=4&t=3&view=lab' }, async (page) => {
      await part(page, 'lab-rule').click();
      await says(page, 'rule-answer', 'Of 12 runs with one traitor,');
      // The majority is a rule too, and then the map shows what the rule does.
      await says(page, 'lab-found', 'Validity broken General 3 retreats');
      await says(page, 'lab-play', 'Play this run');
      await says(page, 'rule-tally', 'Of all 256 pairs of rules, 1 never disobeys a loyal commander, 16 never disagree, and 0 do both.');
      // The pair that never disobeys is told by a square; chosen, it fills both tables.
      await part(page, 'rule-pairs').click({ position: { x: 10.5 * 13, y: 10.5 * 13 } });
      await says(page, 'rule-answer', 'Of 12 runs with one traitor, 2 break it.');
      const first = await part(page, 'lab-play').getAttribute('href');
      await part(page, 'rule-next').click();
      await says(page, 'rule-next', 'Case 2 of 2');
      assert.notEqual(await part(page, 'lab-play').getAttribute('href'), first);
      await says(page, 'rule-1-1', 'Attack');
      await says(page, 'lab-play', 'Play it as the majority decides');
      // A letter sets a cell, in both tables while there is one rule for both, and the cell keeps the focus.
      await part(page, 'rule-0-1').press('r');
      await says(page, 'rule-1-1', 'Retreat');
      await says(page, 'rule-answer', 'Before the last change: 2.');
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.testid), 'rule-0-1');
      await part(page, 'rule-4').click();
      await says(page, 'rule-answer', 'break it.');
      // From “do as you were told” to the majority: alone against two he gives way.
      await part(page, 'rule-0-1').click();
      await part(page, 'rule-0-6').click();
      await says(page, 'rule-answer', 'This rule works. All 32 runs with one traitor were tried.');
      await part(page, 'lab-found').waitFor({ state: 'hidden' });
    }));
}

test('the ring breaks three generals, and with signatures names what would have to be forged', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&view=lab' }, async (page) => {
    await part(page, 'lab-ring').click();
    await says(page, 'lab-found', 'The attack read off: General 2 is the traitor');
    await says(page, 'lab-found', 'every loyal general saw exactly what his copy saw on the ring');
    // What copy 3a hears on the ring is word for word what General 3 hears in the attack.
    const eyes = part(page, 'same-eyes');
    await part(page, 'lab-found').locator('details', { has: eyes }).locator('summary').click();
    assert.equal(await eyes.getAttribute('data-same'), 'true');
    const heard = await eyes.locator('ul').allInnerTexts();
    assert.equal(heard.length, 2);
    assert.equal(heard[0], heard[1]);
    assert.match(heard[0] ?? '', /Attack\s+from 1\s+R\s+Retreat\s+from 2: “1 said”/);
    await says(page, 'lab-tool', 'The largest bloc is one of 3 generals: one traitor is enough.');
    // To General 3 he is the copy that sits beside 3a, to General 1 the one beside 1b.
    assert.deepEqual(await part(page, 'army-3').locator('i').allInnerTexts(), ['2a', '2b']);
    assert.equal(await part(page, 'window-3').getAttribute('aria-pressed'), 'true');
    // A window in which all is well is an army too, and can be played.
    await part(page, 'window-1').click();
    await says(page, 'lab-found', 'The run read off: General 3 is the traitor, and the condition holds');
    await part(page, 'protocol').selectOption('sm');
    await says(page, 'lab-found', 'General 2 would have to show General 3 “General 1 said Retreat”');
    await says(page, 'window-3', 'cannot be sent: a loyal general never sealed it');
    await says(page, 'window-1', 'Validity holds');
    await part(page, 'protocol').selectOption('om');
    await says(page, 'lab-found', 'The attack read off: General 2 is the traitor');
    assert.equal((await play(page)).validity.holds, false);
  }));

test('an army too large or too small for the ring is refused with its size, and the nearest is offered', () =>
  house.hosted({ link: 'v=1&p=om&n=13&m=4&view=lab' }, async (page) => {
    await part(page, 'lab-ring').click();
    await says(page, 'ring-answer', 'Its 108\u202f384 messages are too many to be copied here.');
    await says(page, 'lab-nearest', 'Ask it with n = 8, m = 4');
    // Who is a traitor plays no part here, and stays one.
    await page.evaluate(() => {
      location.hash = 'v=1&p=om&n=13&m=4&t=3.11&view=ring';
    });
    await addressSays(page, 't', '3.11');
    await part(page, 'lab-nearest').click();
    await addressSays(page, 'n', '8');
    await addressSays(page, 't', '3');
    await says(page, 'lab-found', 'The attack read off');
    await part(page, 'm').fill('0');
    await part(page, 'n').fill('2');
    await says(page, 'ring-answer', 'A ring needs three generals.');
    await part(page, 'lab-nearest').click();
    await addressSays(page, 'n', '3');
    await part(page, 'window-3').waitFor();
  }));

test('the chain is halved to a run that breaks, in which nobody lies', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=3&view=lab' }, async (page) => {
    await part(page, 'lab-chain').click();
    await says(page, 'chain-answer', 'Bisection: 7 of 170 runs tried, and the last one breaks.');
    await says(page, 'lab-found', 'tells it from the run before; every other must decide as there.');
    // Around what was tried stand its neighbours, and the rest of the 170 is counted.
    const strip = await page.evaluate(() =>
      [...document.querySelectorAll('.chain-runs li')].map((item) => ({
        tried: item.querySelector('.tried') !== null,
        folded: Number(/\d+/.exec(item.querySelector('.chain-ruler')?.textContent ?? '0')?.[0]),
      })),
    );
    assert.equal(strip.filter(({ tried }) => tried).length, 7);
    assert.equal(strip.reduce((all, { folded }) => all + folded + 1, 0), 170);
    // The arrows go through the runs as they were tried.
    await part(page, 'run-37').press('ArrowLeft');
    await says(page, 'lab-found', 'Run 32:');
    await page.keyboard.press('ArrowRight');
    await says(page, 'lab-found', 'Run 37:');
    await part(page, 'run-36').click();
    await says(page, 'lab-found', 'Run 36:');
    await part(page, 'run-1').click();
    await says(page, 'lab-found', 'Run 1: 0 messages left out');
    await part(page, 'run-37').click();
    await says(page, 'lab-found', 'Run 37: 5 messages left out');
    assert.equal((await play(page)).agreement.holds, false);
    await page.goBack();
    await part(page, 'lab').waitFor();
    await part(page, 'm').fill('2');
    await part(page, 'n').fill('4');
    await part(page, 'lab-chain').click();
    await says(page, 'chain-answer', 'With 3 rounds it takes at least 5 generals.');
    await part(page, 'lab-nearest').click();
    await says(page, 'chain-answer', 'runs tried, and the last one breaks.');
  }));

test('what is too much is refused with its size, and a smaller army or the lot is offered', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=6.7&view=lab' }, async (page) => {
    await part(page, 'lab-exhaust').click();
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', '2 to the power of 40 strategies');
    await part(page, 'sample-start').click();
    await says(page, 'exhaust-answer', 'random strategies tried, none breaks. This proves nothing.');
    await part(page, 'exhaust-cancel').click();
    await part(page, 'exhaust-start').click();
    await part(page, 'lab-nearest').click();
    await addressSays(page, 'n', '6');
    await part(page, 'lab').waitFor();
  }));

test('an attack on an army too large to be opened is told, and its verdict stands on the map', () =>
  house.hosted({ link: 'v=1&p=om&n=17&m=5&t=3&view=lab' }, async (page) => {
    await part(page, 'cell-17-6').click();
    await says(page, 'lab-found', 'n = 17, k = 6: 32 lies');
    await says(page, 'lab-found', 'General 1 orders General 4: Retreat.');
    await says(page, 'lab-found', 'Agreement broken General 3 attacks, General 2 retreats.');
    await says(page, 'lab-found', 'It has too many messages to be shown here one by one.');
    await part(page, 'lab-play').click();
    await part(page, 'lab').waitFor({ state: 'hidden' });
    await says(page, 'verdict-agreement', 'General 3 attacks, General 2 retreats.');
  }));

test('an attack of no lie to a loyal general is shown', () =>
  house.hosted({ link: 'v=1&p=om&n=4&m=2&t=3.4&view=lab' }, async (page) => {
    await part(page, 'lab-attack').click();
    await says(page, 'attack-answer', 'lies break');
    await part(page, 'lab-tool').getByRole('checkbox').check();
    await says(page, 'attack-answer', 'it takes no lie to a loyal general');
    await says(page, 'lab-found', 'n = 4, k = 2: no lie to a loyal general');
    const { agreement, validity, lies } = await play(page);
    assert.deepEqual([agreement.holds && validity.holds !== false, lies], [false, 2]);
  }));

test('an attack that no link holds is not said to be none', () =>
  house.hosted({ link: 'v=1&p=om&n=12&m=4&t=4.5.6.7.8.9.10.11.12&view=lab' }, async (page) => {
    await part(page, 'lab-exhaust').click();
    await part(page, 'sample-start').click();
    await says(page, 'exhaust-answer', 'Random strategy 1 breaks a condition.');
    await says(page, 'lab-found', 'It takes more lies than a link can hold');
  }));

test('runs of a chain that are the same run each have their card, and a letter is told as a letter', () =>
  house.hosted({ link: 'v=1&p=sm&n=4&m=1&t=1.4&view=lab' }, async (page) => {
    await part(page, 'lab-chain').click();
    for (const place of [20, 21, 22, 23, 24, 25]) await part(page, `run-${place}`).waitFor();
    assert.match(await part(page, 'run-22').innerText(), /^6\. Run 22/);
    await part(page, 'm').fill('0');
    await part(page, 'lab-exhaust').click();
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'Found an attack');
    assert.doesNotMatch(await part(page, 'lab-found').innerText(), /said \./);
    await says(page, 'lab-found', 'seal');
  }));

test('where nothing is claimed nothing is said to be safe', () =>
  house.hosted({ link: 'v=1&p=om&n=5&m=1&t=1.5&view=attack' }, async (page) => {
    await says(page, 'attack-answer', '2 lies break agreement, and fewer do not (exact algorithm).');
    await part(page, 'attack-condition').selectOption('validity');
    await says(page, 'attack-answer', 'Of such an army nothing is claimed');
    await part(page, 'attack-who').selectOption('any');
    await says(page, 'attack-answer', 'break validity, and fewer do not');
  }));

test('where nobody is a traitor there is nothing to try', () =>
  house.hosted({ link: 'v=1&p=om&n=4&view=lab' }, async (page) => {
    await part(page, 'lab-exhaust').click();
    await says(page, 'lab-tool', 'there is nothing to try');
    assert.equal(await part(page, 'exhaust-start').isVisible(), false);
    assert.equal(await part(page, 'sample-start').isVisible(), false);
  }));

test('a number beyond all counting is said to be beyond it', () =>
  house.hosted({ link: 'v=1&p=om&n=64&m=62&t=2&view=lab' }, async (page) => {
    await part(page, 'lab-exhaust').click();
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', '2 to the power of more than 10³⁸ strategies');
    await part(page, 'lab-ring').click();
    await says(page, 'ring-answer', 'Its more than 10³⁸ messages');
    await part(page, 'lab-chain').click();
    await says(page, 'chain-answer', 'With 63 rounds it takes at least 65 generals.');
    await part(page, 'lab-nearest').click();
    await says(page, 'chain-answer', 'Bisection: ');
  }));
