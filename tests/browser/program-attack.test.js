// An attack on the reader's program: the least run that breaks it is told and played, or what was tried in vain; and a map of the armies for which it holds.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, says, until } from './harness.js';

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

test('in Chinese, on a phone', () =>
  house.hosted({ link: linkOf('threshold-one-too-high'), locale: 'zh-CN', viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await ready(page);
    await attack(page);
    await says(page, 'attack-answer', '1 名叛徒，1 条谎言');
  }));
