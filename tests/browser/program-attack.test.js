// An attack on the reader's program: the least run that breaks it is told and played, or what was tried in vain; and a map of the armies for which it holds.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { faults } from './axe-faults.js';
import { addressSays, choose, openHouse, part, ready, says, until } from './harness.js';

/** @type {{name: string, text: string}[]} */
const programs = JSON.parse(readFileSync(new URL('../../www/js/program/programs.json', import.meta.url), 'utf8'));

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** A link of a program that is offered. @param {string} name @param {string} [more] */
const linkOf = (name, more = '') => `v=1&p=own&n=4${more}&prog=1.${Buffer.from(/** @type {{text: string}} */ (programs.find((one) => one.name === name)).text).toString('base64url')}`;
/** Another number of generals. @param {Page} page @param {string} n */
async function number(page, n) {
  await part(page, 'n').fill(n);
  await part(page, 'n').press('Enter');
}

/** @param {Page} page */
const session = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.scenario());

/** @param {Page} page */
async function attack(page) {
  await ready(page);
  await part(page, 'program-attack').click();
  await until(page, 'the end of the attack', () => {
    const cancel = document.querySelector('[data-testid="attack-cancel"]');
    return cancel && !cancel.checkVisibility() && document.querySelector('[data-testid="attack-answer"]')?.textContent;
  });
}

test('the homework is answered by one corrupted lieutenant and one lie, which is played and can be undone', () =>
  house.hosted({ link: linkOf('threshold-one-too-high') }, async (page) => {
    await attack(page);
    await says(page, 'attack-answer', '1 traitor, 1 lie');
    await says(page, 'attack-claims', 'Without a lie nothing breaks, with either order.');
    await says(page, 'attack-conditions', 'Validity broken');
    assert.equal(await part(page, 'attack-run').locator('li').count(), 3);
    await part(page, 'attack-play').click();
    await until(page, 'the run', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 1);
    const { traitors, lies } = await session(page);
    assert.deepEqual([traitors[0] > 1, lies.length], [true, 1]);
    // It is still the answer for this text.
    assert.ok(await part(page, 'attack-old').isHidden());
    await part(page, 'undo').click();
    await until(page, 'what was open before', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 0);
  }));

test('Back leads from what is played to what was open before, and Forward to it', () =>
  house.hosted({ link: linkOf('threshold-one-too-high', '&goal=4.1') }, async (page) => {
    await attack(page);
    const before = await page.evaluate(() => location.hash);
    await part(page, 'attack-play').click();
    await addressSays(page, 't', '2');
    await page.goBack();
    await until(page, 'what was open', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 0);
    assert.equal(await page.evaluate(() => location.hash), before);
    await says(page, 'attack-answer', '1 traitor, 1 lie');
    await page.goForward();
    await until(page, 'what was played', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 1);
    await addressSays(page, 'goal', '4.1');
    // Undo leads there too.
    await part(page, 'undo').click();
    await until(page, 'what was open', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 0);
  }));

test('of phase king among four all is tried, and none breaks', () =>
  house.hosted({ link: linkOf('king') }, async (page) => {
    await attack(page);
    const answer = await part(page, 'attack-answer').textContent();
    assert.match(answer ?? '', /^All [\d\u202f]+ tried: none breaks$/);
    await page.locator('.attack-tried summary').click();
    await says(page, 'attack-levels', '1 traitor: all');
    assert.ok(await part(page, 'attack-play').isHidden());
  }));

test('an answer for another text says so, and what cannot be read waits for its line', () =>
  house.hosted({ link: linkOf('threshold-one-too-high') }, async (page) => {
    await attack(page);
    const text = part(page, 'program');
    const before = await text.inputValue();
    await text.fill(before.replace('> n else', '> m else'));
    await says(page, 'attack-old', 'Waiting for line 6.');
    assert.ok(await part(page, 'program-attack').isDisabled());
    await text.fill(before.replace('> n else', '> n - 1 else'));
    await says(page, 'attack-old', 'This answer is for an earlier text or army.');
    assert.ok(await part(page, 'attack-play').isHidden());
    await attack(page);
    await until(page, 'another answer', () => document.querySelector('[data-testid="attack"]')?.getAttribute('data-state') === 'holds');
    assert.ok(await part(page, 'attack-old').isHidden());
  }));

test('a search can be cancelled, and then claims nothing', () =>
  house.hosted({ link: linkOf('ic') }, async (page) => {
    await ready(page);
    await part(page, 'program-attack').click();
    await part(page, 'attack-cancel').click();
    await until(page, 'that it was cancelled', () => document.querySelector('[data-testid="attack"]')?.getAttribute('data-state') === 'unknown' && !document.querySelector('[data-testid="attack-cancel"]')?.checkVisibility());
    assert.doesNotMatch((await part(page, 'attack-answer').textContent()) ?? '', /none breaks/);
  }));

test('the map of armies is filled cell by cell, each says what is known, and a run that breaks opens', () =>
  house.hosted({ link: linkOf('echo') }, async (page) => {
    await ready(page);
    await part(page, 'hold').click();
    await part(page, 'hold-start').click();
    await says(page, 'hold-status', '18 of 18');
    await page.getByRole('cell', { name: /^n = 4, f = 1: all \d+ tried, none breaks$/ }).waitFor();
    await part(page, 'hold-3-1').click();
    await until(page, 'three generals', () => /** @type {any} */ (window).generals.session.scenario().n === 3);
    const verdict = await page.evaluate(() => /** @type {any} */ (window).generals.session.verdict());
    assert.ok(!verdict.agreement.holds || verdict.validity.holds === false);
  }));

test('a goal in a link is said, asked and answered; another can be set', () =>
  house.hosted({ link: linkOf('echo', '&goal=4.1') }, async (page) => {
    await ready(page);
    await says(page, 'goal-verdict', 'Whether it does has not been asked yet.');
    await part(page, 'goal-ask').click();
    await says(page, 'goal-verdict', 'It holds: all was tried.');
    await says(page, 'goal-answer', 'tried: none breaks');
    await number(page, '3');
    // The answer is of the goal, not of the army that is open.
    await says(page, 'goal-verdict', 'It holds: all was tried.');
    await part(page, 'goal-set').click();
    await addressSays(page, 'goal', '3.1');
    await part(page, 'goal-ask').click();
    await says(page, 'goal-verdict', 'It does not hold: a run breaks it.');
    await says(page, 'goal-claims', 'Where n ≤ 3f');
    await part(page, 'goal-drop').click();
    await addressSays(page, 'goal', null);
    await part(page, 'goal').waitFor({ state: 'hidden' });
  }));

test('what was attacked is known to the goal that asks the same, and not to another; its answer stands once', () =>
  house.hosted({ link: linkOf('threshold-one-too-high', '&goal=4.1') }, async (page) => {
    await attack(page);
    await says(page, 'goal-verdict', 'It does not hold: a run breaks it.');
    await says(page, 'goal-elsewhere', 'The attack above asks the same');
    await says(page, 'attack-answer', '1 traitor, 1 lie');
    assert.ok(await part(page, 'goal-answer').isHidden());
    assert.equal(await part(page, 'goal-verdict').getAttribute('role'), null, 'it is announced once');
    assert.ok(await part(page, 'goal-ask').isHidden());
    await number(page, '5');
    await part(page, 'goal-set').click();
    await addressSays(page, 'goal', '5.1');
    await says(page, 'goal-verdict', 'Whether it does has not been asked yet.');
  }));

test('who cancels what the goal asks can ask again, and is told of no answer', () =>
  house.hosted({ link: linkOf('ic', '&goal=4.1') }, async (page) => {
    await ready(page);
    await part(page, 'goal-ask').click();
    await part(page, 'goal-cancel').click();
    await part(page, 'goal-ask').waitFor();
    await part(page, 'goal-verdict').waitFor({ state: 'hidden' });
    await part(page, 'goal-ask').click();
    await part(page, 'goal-cancel').waitFor();
    assert.ok(await part(page, 'goal-ask').isHidden());
  }));

test('what the goal asks and is attacked then is answered where it was asked last, and asked once at a time', () =>
  house.hosted({ link: linkOf('ic', '&goal=4.1') }, async (page) => {
    await ready(page);
    await part(page, 'goal-ask').click();
    await part(page, 'goal-cancel').waitFor();
    await part(page, 'program-attack').click();
    await says(page, 'attack-elsewhere', 'The goal below asks the same');
    assert.ok(await part(page, 'attack-answer').isHidden());
    await part(page, 'goal-cancel').click();
    await part(page, 'program-attack').click();
    await part(page, 'attack-cancel').waitFor();
    await until(page, 'the goal to point to it', () => document.querySelector('[data-testid="goal-elsewhere"]')?.checkVisibility());
  }));

test('the text of a link is called so, and can be had back after another was chosen', () => {
  const own = 'task consensus\nsend input to all\ndecide input\n';
  return house.hosted({ link: `v=1&p=own&n=4&prog=1.${Buffer.from(own).toString('base64url')}` }, async (page) => {
    await ready(page);
    await says(page, 'program-origin', 'This is the text of the link.');
    await part(page, 'program-choose').selectOption('king');
    await part(page, 'program-origin-back').click();
    await until(page, 'the text', (wanted) => /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid="program"]')).value === wanted, own);
    await says(page, 'program-origin', 'This is the text of the link.');
  });
});

test('an army that the program cannot serve is refused with the line that is to blame', () => {
  const long = 'task consensus\nfor p in 1 .. n * n:\n    send input to all\ndecide input\n';
  return house.hosted({ link: `v=1&p=own&n=8&prog=1.${Buffer.from(long).toString('base64url')}` }, async (page) => {
    await ready(page);
    await number(page, '9');
    await says(page, 'program-unserved', ': These are more than the 64 rounds that a program may have.');
    assert.equal((await session(page)).n, 8);
    await number(page, '7');
    await part(page, 'program-unserved').waitFor({ state: 'hidden' });
  });
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`an attack, a goal and a map break no rule of accessibility, ${colorScheme}`, () =>
    house.hosted({ link: linkOf('threshold-one-too-high', '&goal=4.1'), colorScheme }, async (page) => {
      await attack(page);
      await says(page, 'goal-verdict', 'It does not hold');
      await part(page, 'hold').click();
      await part(page, 'hold-start').click();
      await says(page, 'hold-status', '18 of 18');
      await page.locator('.attack-tried summary').first().click();
      // A name counts where it is in sight.
      await page.locator('.program > .label').scrollIntoViewIfNeeded();
      assert.deepEqual(await faults(page), []);
    }));

test('by keys: who cancels stands at what is next, and the answer is told in the language that is chosen then', () =>
  house.hosted({ link: linkOf('ic') }, async (page) => {
    await ready(page);
    await part(page, 'program-attack').press('Enter');
    await part(page, 'attack-cancel').press('Enter');
    await until(page, 'the next button to have the focus', () => document.activeElement?.getAttribute('data-testid') === 'attack-exhaust');
    await choose(page, 'lang', 'zh');
    await says(page, 'attack', '攻击的结果');
  }));

test('in Chinese, on a phone', () =>
  house.hosted({ link: linkOf('threshold-one-too-high'), locale: 'zh-CN', viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await ready(page);
    await attack(page);
    await says(page, 'attack-answer', '1 名叛徒，1 条谎言');
    // The sheet has come up for it.
    await until(page, 'the answer in sight', () => {
      const { top, bottom } = /** @type {Element} */ (document.querySelector('[data-testid="attack-answer"]')).getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
  }));
