// Two generals: messengers who are caught by hand, keys and cards, what each knows, the choice, the run beside it, the contrast, fog.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, choose, openHouse, part, ready, says, until } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL_ARRIVE = 'v=1&p=two&m=2';
const THIRD = 'v=1&p=two&m=2&lost=3&at=4';
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** @param {Page} page */
const scenario = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.scenario());
/** What one messenger's button is called. @param {Page} page @param {number} id */
const named = (page, id) => part(page, `messenger-${id}`).getAttribute('aria-label');
/** Waits until a messenger's button is called so. @param {Page} page @param {number} id @param {string} name */
const isNamed = (page, id, name) =>
  until(page, `messenger ${id} to be “${name}”`, ([one, wanted]) => document.querySelector(`[data-testid="messenger-${one}"]`)?.getAttribute('aria-label') === wanted, [id, name]);

test('each messenger is caught by a click on his number, and let through by another', () =>
  house.hosted({ link: ALL_ARRIVE }, async (page) => {
    await ready(page);
    for (const id of [1, 2, 3]) {
      assert.equal(await named(page, id), `Messenger ${id}: let through`);
      await part(page, `messenger-${id}`).click();
      await addressSays(page, 'lost', String(id));
      await isNamed(page, id, `Messenger ${id}: caught`);
      if (id < 3) await isNamed(page, id + 1, `Messenger ${id + 1}: never sets out`);
      await part(page, `messenger-${id}`).click();
      await addressSays(page, 'lost', null);
    }
  }));

test('the same by the keyboard; undo lets him through again', () =>
  house.hosted({ link: ALL_ARRIVE }, async (page) => {
    await ready(page);
    for (const [id, key] of /** @type {const} */ ([[1, 'Enter'], [2, 'Space'], [3, 'Enter']])) {
      await part(page, `messenger-${id}`).focus();
      await page.keyboard.press(key);
      await addressSays(page, 'lost', String(id));
    }
    assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.testid), 'messenger-3');
    await part(page, 'undo').click();
    await addressSays(page, 'lost', '2');
  }));

test('the sentence of every step, the cross on the line of time, and what both do', () =>
  house.hosted({ link: 'v=1&p=two&m=2&lost=3' }, async (page) => {
    await ready(page);
    await says(page, 'narration', 'General 1 has the order: Attack. Press play, and his messenger sets out through the valley.');
    const told = ['General 1 sends General 2 the order: Attack.', 'General 2 answers: “I have your order.”', 'The third messenger is caught in the valley: General 2 hears nothing, and nobody sets out after him.'];
    for (const [i, sentence] of told.entries()) {
      await part(page, 'step').click();
      await atStep(page, i + 1);
      await says(page, 'narration', sentence);
    }
    await part(page, 'step').click();
    await says(page, 'narration', 'The third messenger is caught: General 1 attacks alone, General 2 still waits.');
    assert.equal(await page.locator('.scrubber .caught').count(), 1);
    await page.locator('[data-testid="verdict-agreement"][data-state="broken"]').waitFor();
    assert.equal(await part(page, 'verdict-attacks').getAttribute('data-state'), 'free');
    assert.equal(await part(page, 'verdict-validity').count(), 0, 'nobody asks whether an order is obeyed');
  }));

test('up to sixteen messengers by slider and buttons; who is caught is chosen from a list where they are many', () =>
  house.hosted({ link: THIRD }, async (page) => {
    await ready(page);
    await part(page, 'caught').waitFor();
    await says(page, 'rules', 'All 32 pairs of rules tried');
    assert.deepEqual(await Promise.all(['agreeing', 'useful', 'working'].map((name) => part(page, `rules-${name}`).textContent())), ['2', '2', '0']);
    await part(page, 'messengers-slider').fill('16');
    await addressSays(page, 'm', '15');
    await until(page, 'the field to say sixteen', () => /** @type {HTMLInputElement | null} */ (document.querySelector('[data-testid="messengers"]'))?.value === '16');
    await isNamed(page, 16, 'Messenger 16: never sets out');
    await part(page, 'caught-list').selectOption('16');
    await addressSays(page, 'lost', '16');
    await says(page, 'rules', 'All 262\u202f144 pairs of rules tried');
    await says(page, 'rules-working', '0');
    assert.equal(await page.locator('.two-card').count(), 17);
    await until(page, 'the run that is open to be in sight', () => {
      const card = document.querySelector('[data-testid="run-16"]')?.getBoundingClientRect();
      return card !== undefined && card.left >= 0 && card.right <= innerWidth;
    });
    await part(page, 'messengers-slider').fill('1');
    await addressSays(page, 'm', '0');
    // Who is caught is no longer there.
    assert.equal((await scenario(page)).lost, 0);
    await part(page, 'messenger-2').waitFor({ state: 'detached' });
  }));

test('a card of the strip opens its run; crimson is the run in which they disagree', () =>
  house.hosted({ link: THIRD }, async (page) => {
    await ready(page);
    assert.deepEqual(await page.locator('.two-card b').allTextContents(), ['both attack', '1 attacks alone', 'both stay', 'both stay']);
    assert.deepEqual(await page.locator('.two-caption').allTextContents(), ['all three arrive', 'the third is caught', 'the second is caught', 'the first is caught']);
    assert.deepEqual(await page.locator('.two-seam').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
      'General 1 cannot tell them apart',
      'General 2 cannot tell them apart',
      'General 1 cannot tell them apart',
    ]);
    assert.equal(await page.locator('.two-card.breaks').count(), 1);
    assert.equal(await part(page, 'run-3').getAttribute('aria-current'), 'true');
    for (const lost of ['0', '1', '2']) {
      await part(page, `run-${lost}`).click();
      await addressSays(page, 'lost', lost === '0' ? null : lost);
      assert.equal(await part(page, `run-${lost}`).getAttribute('aria-current'), 'true');
    }
    await says(page, 'narration', 'The second messenger is caught: both generals stay.');
  }));

test('what each knows is one sentence, a frame longer with every messenger who arrives', () =>
  house.hosted({ link: 'v=1&p=two&m=5' }, async (page) => {
    await ready(page);
    const known = [
      '2 does not know the order.',
      '1 does not know that 2 knows the order: Attack.',
      '2 does not know that 1 knows that 2 knows the order: Attack.',
      '1 does not know that 2 knows that 1 knows that 2 knows the order: Attack.',
    ];
    for (const [step, sentence] of known.entries()) {
      await says(page, 'knowledge', sentence);
      assert.equal(await page.locator('.two-frame').count(), step + 1);
      await part(page, 'step').click();
      await atStep(page, step + 1);
    }
    await part(page, 'step').click();
    await until(page, 'three frames to be one', () => document.querySelector('.two-frame.folded')?.textContent?.startsWith('… ×3'));
  }));

test('you decide for general 2: whatever is chosen, one of the two runs that look alike to him breaks', () =>
  house.hosted({ link: THIRD }, async (page) => {
    await ready(page);
    const asked = part(page, 'you-decide');
    assert.match((await asked.textContent()) ?? '', /1 messenger has come to you: Attack/);
    assert.equal(await asked.locator('li').count(), 0, 'nothing is given away');
    for (const [order, states] of /** @type {const} */ ([['A', ['holds', 'broken']], ['R', ['broken', 'holds']]])) {
      await asked.locator(`button[value="${order}"]`).click();
      await until(page, `${order} to be answered`, ([wanted]) => [...document.querySelectorAll('.two-both li')].map((one) => /** @type {HTMLElement} */ (one).dataset.state).join() === wanted, [states.join()]);
      assert.match((await asked.locator('[role="status"]').textContent()) ?? '', /one of them breaks/);
    }
    // Another run is another question.
    await part(page, 'run-0').click();
    await until(page, 'the answer to be gone', () => document.querySelectorAll('.two-both li').length === 0);
    await asked.locator('button[value="R"]').click();
    assert.match((await asked.locator('[role="status"]').textContent()) ?? '', /No other run looks like this/);
  }));

test('compare shows the run that differs in the last messenger, and who cannot tell', () =>
  house.hosted({ link: THIRD }, async (page) => {
    await ready(page);
    await part(page, 'view-pair').click();
    await says(page, 'pair-sign', '=the same to General 2');
    const truths = await page.locator('.pair-truth').allTextContents();
    assert.deepEqual(truths, ['Messenger 3 is caught.', 'Messenger 2 is caught.']);
    assert.equal(await part(page, 'pair-agreement-left').getAttribute('data-state'), 'broken');
    assert.equal(await part(page, 'pair-agreement-right').getAttribute('data-state'), 'holds');
    assert.equal(await part(page, 'pair-attacks-left').getAttribute('data-state'), 'free');
    await part(page, 'start').or(part(page, 'to-start')).first().click();
    await atStep(page, 0);
    await part(page, 'to-end').click();
    await atStep(page, 4);
    await part(page, 'pair-close').click();
    await part(page, 'messenger-1').waitFor();
  }));

test('the switch leads to Byzantine generals and back to the same run at its place', () =>
  house.hosted({ link: 'v=1&p=two&m=4&lost=2&at=1' }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'switch-two').getAttribute('aria-pressed'), 'true');
    assert.equal(await part(page, 'contrast').locator('tbody tr').count(), 4);
    await part(page, 'switch-byzantine').click();
    await atStep(page, 10);
    assert.deepEqual((await scenario(page)).traitors, [3]);
    assert.equal(await part(page, 'contrast-cards').locator('li').count(), 4);
    assert.equal(await part(page, 'contrast-cards').locator('s').first().textContent(), 'messengers: they may be caught');
    assert.equal(await part(page, 'two').isVisible(), false);
    await part(page, 'inspector').or(page.locator('.inspector')).first().waitFor();
    // A change of that run keeps the way back.
    await part(page, 'general-2').click();
    await page.keyboard.press('t');
    await until(page, 'a second traitor', () => /** @type {any} */ (window).generals.session.scenario().traitors.length === 2);
    await part(page, 'switch-two').waitFor();
    await part(page, 'switch-two').click();
    await until(page, 'two generals', () => /** @type {any} */ (window).generals.session.scenario().protocol === 'two');
    await atStep(page, 1);
    const { m, lost } = await scenario(page);
    assert.deepEqual([m, lost], [4, 2]);
    // Another run that is opened has no such switch.
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=7&m=2'));
    await part(page, 'switch-two').waitFor({ state: 'hidden' });
  }));

test('through the eyes of one general nothing tells who was caught', () =>
  house.hosted({ link: ALL_ARRIVE }, async (page) => {
    await ready(page);
    /** What the page shows to an eye of a run. @param {string} link */
    async function shown(link) {
      await page.evaluate((address) => /** @type {any} */ (window).generals.open(address), link);
      await until(page, `${link} to be seen`, () => document.querySelector('.generals')?.getAttribute('data-eyes') === 'one');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      return page.evaluate(() => [...document.querySelectorAll('.centre, .panel, .rail')].map((one) => /** @type {HTMLElement} */ (one).innerText).join('\n'));
    }
    const [one, two] = [await shown('v=1&p=two&m=2&lost=3&at=4&pov=2'), await shown('v=1&p=two&m=2&lost=2&at=3&pov=2')];
    assert.equal(one, two, 'general 2 has one messenger in both');
    assert.match(one, /WHAT GENERAL 2 KNOWS/i);
    assert.equal(await shown('v=1&p=two&m=2&at=4&pov=1'), await shown('v=1&p=two&m=2&lost=3&at=4&pov=1'), 'general 1 has his answer in both');
    assert.equal(await part(page, 'messenger-1').count(), 0, 'there is nobody to be caught');
    await part(page, 'view-table').click();
    await page.locator('.table-heads').waitFor();
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=two&m=2&lost=3&at=4&pov=2&view=table'));
    await until(page, 'two rows', () => document.querySelectorAll('[role="row"][data-row]').length === 2);
  }));

test('the order, and after how many messengers each attacks, decide what both do', () =>
  house.hosted({ link: THIRD }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'n').isVisible(), false);
    assert.equal(await part(page, 'm').isVisible(), false);
    assert.equal(await page.locator('.rail .shields').isVisible(), false, 'there are no traitors');
    await part(page, 'by-2-fewer').click();
    await addressSays(page, 'by', '1.1');
    await says(page, 'narration', 'The third messenger is caught: both generals attack.');
    await part(page, 'order').locator('input[value="R"]').check();
    await says(page, 'narration', 'The third messenger is caught: the order was Retreat, and both obey.');
    await page.keyboard.press('t');
    assert.deepEqual((await scenario(page)).traitors, []);
  }));

test('the protocol list leads there, in both languages', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&lang=zh' }, async (page) => {
    await ready(page);
    await choose(page, 'protocol', 'two');
    await part(page, 'messenger-1').waitFor();
    assert.equal(await named(page, 1), '第\u202f1\u202f名信使：放行');
    await part(page, 'messenger-1').click();
    await part(page, 'to-end').click();
    await says(page, 'narration', '第一名信使被截获：两名将军都按兵不动。');
    await says(page, 'knowledge', '2\u2009不知道命令。');
    await choose(page, 'lang', 'en');
    await isNamed(page, 1, 'Messenger 1: caught');
    await part(page, 'switch-byzantine').click();
    await until(page, 'four generals', () => /** @type {any} */ (window).generals.session.scenario().n === 4);
    await choose(page, 'lang', 'zh');
    await until(page, 'the cards in Chinese', () => /信使：可能被截获/.test(document.querySelector('[data-testid="contrast-cards"]')?.textContent ?? ''));
  }));

test('what assistive technology is told', () =>
  house.hosted({ link: THIRD, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    assert.match(await page.locator('.two-over').ariaSnapshot(), /group "Messengers":\n\s+- 'button "Messenger 1: let through"'\n\s+- 'button "Messenger 2: let through"'\n\s+- 'button "Messenger 3: caught"'/);
    assert.match(await part(page, 'two').ariaSnapshot(), /2 does not know that 1 knows that 2 knows the order: Attack\./);
    const strip = await page.locator('.two-runs').ariaSnapshot();
    assert.match(strip, /list "The runs, from all arriving to none"/);
    assert.match(strip, /img "General 1 cannot tell them apart"/);
    assert.match(strip, /button "the third is caught 1 attacks alone"/);
    await page.evaluate(AXE);
    const found = await page.evaluate(() => /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.target).join(' ')}`), []);
  }));

for (const [name, reader] of /** @type {[string, import('./harness.js').Reader][]} */ ([['a phone', PHONE], ['a narrow window', { viewport: { width: 320, height: 568 }, touch: true }], ['a tablet', { viewport: { width: 820, height: 1180 }, touch: true }]]))
  test(`on ${name} a finger catches a messenger, and nothing is wider than the screen`, () =>
    house.hosted({ link: ALL_ARRIVE, ...reader }, async (page) => {
      await ready(page);
      await part(page, 'messenger-2').tap();
      await addressSays(page, 'lost', '2');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await part(page, 'switch-byzantine').tap();
      await until(page, 'four generals', () => /** @type {any} */ (window).generals.session.scenario().n === 4);
      const [camp, lever] = await Promise.all([boxOf(part(page, 'general-1')), boxOf(page.locator('.two-switch'))]);
      assert.ok(camp && lever);
      const isClear = lever.y + lever.height <= camp.y || lever.x > camp.x + camp.width || lever.x + lever.width < camp.x;
      assert.ok(isClear, 'the switch lies over no camp');
      await part(page, 'switch-two').tap();
      await part(page, 'messenger-2').waitFor();
    }));

test('a frame holds the valley alone', () =>
  house.hosted({ link: `${THIRD}&embed=1`, viewport: { width: 640, height: 420 } }, async (page) => {
    await part(page, 'messenger-1').waitFor();
    assert.equal(await page.locator('.two-switch').isVisible(), false);
    assert.equal(await page.locator('.two-below').isVisible(), false);
    const stage = await boxOf(part(page, 'stage'));
    assert.ok(stage && stage.height > 200);
  }));
