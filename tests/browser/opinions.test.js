// Every general has an opinion: chosen, told, lied about, obtained as a vector, judged, shared, hidden in fog, and asked about in the laboratory.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, choose, openHouse, part, play, ready, says, until } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LINK = 'v=1&p=ic&n=4&t=3&i=AARA';
const BROKEN = 'v=1&p=ic&n=3&t=3&i=AAR';
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @param {import('./harness.js').Page} page */
const scenario = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.scenario());
/** @param {import('./harness.js').Page} page @param {string} id */
const pressed = (page, id) => part(page, id).getAttribute('aria-pressed');
/** Waits until an attribute of a part has a value. @param {import('./harness.js').Page} page @param {string} id @param {string} name @param {string} value */
const has = (page, id, name, value) =>
  until(
    page,
    `${name} of ${id} to be ${value}`,
    ([part, attribute, wanted]) => document.querySelector(`[data-testid="${part}"]`)?.getAttribute(attribute ?? '') === wanted,
    [id, name, value],
  );
/** @param {import('./harness.js').Page} page @param {string} id */
const stateOf = (page, id) => part(page, id).getAttribute('data-state');

test('choosing the protocol gives everyone an opinion and nobody the command', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'opinions').isVisible(), false, 'under a commander there are no opinions to choose');
    await choose(page, 'protocol', 'ic');
    await addressSays(page, 'p', 'ic');
    assert.equal(await part(page, 'order').isVisible(), false, 'nobody commands');
    assert.deepEqual((await scenario(page)).i, 'ARAR');
    assert.match((await part(page, 'general-1').getAttribute('aria-label')) ?? '', /^General 1, A loyal general, for Attack/);
    assert.match((await part(page, 'general-3').getAttribute('aria-label')) ?? '', /traitor, for Attack/);
    await says(page, 'narration', 'Every general has an opinion. Attack: 1 and 3. Retreat: 2 and 4.');
    await choose(page, 'protocol', 'om');
    await part(page, 'order').waitFor();
    assert.equal(await part(page, 'opinions').isVisible(), false);
  }));

test('an opinion is turned over by a click, by the keyboard, and beside its general; undo brings it back', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    assert.deepEqual([await pressed(page, 'opinion-1'), await pressed(page, 'opinion-3')], ['true', 'false']);
    await part(page, 'opinion-3').click();
    await addressSays(page, 'i', 'AAAA');
    await has(page, 'opinion-3', 'aria-pressed', 'true');
    await part(page, 'opinion-2').focus();
    await page.keyboard.press('Space');
    await addressSays(page, 'i', 'ARAA');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'opinion-2', 'the focus stays');
    await part(page, 'general-4').click();
    await page.getByRole('heading', { name: 'General 4’s vote, as we see it' }).waitFor();
    await has(page, 'his-opinion', 'aria-pressed', 'true');
    await part(page, 'his-opinion').click();
    await addressSays(page, 'i', null);
    assert.equal((await scenario(page)).i, 'ARAR', 'the default is not written');
    await page.keyboard.press('Control+z');
    await addressSays(page, 'i', 'ARAA');
  }));

test('played to the end, all loyal generals have one vector, and each token opens its tree', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'step').click();
    await says(page, 'narration', 'General 1 tells General 2 his opinion: Attack.');
    await part(page, 'play').click();
    await part(page, 'to-end').click();
    await atStep(page, 37);
    await says(page, 'narration', 'All loyal generals have the same vector');
    assert.deepEqual([await stateOf(page, 'verdict-agreement'), await stateOf(page, 'verdict-validity')], ['holds', 'holds']);
    await part(page, 'general-1').click();
    await has(page, 'vector-1', 'aria-label', 'Attack, his own opinion');
    await says(page, 'vector-outcome', 'Attack: 4 of 4.');
    assert.equal(await part(page, 'vector-3').getAttribute('aria-label'), 'General 3: Attack');
    await part(page, 'vector-3').click();
    await addressSays(page, 'view', 'tree');
    await addressSays(page, 'path', '3');
    await says(page, 'tree', 'Why General 1 takes General 3 to be for Attack');
    await says(page, 'tree-held', 'All loyal generals arrive at Attack here.');
    await part(page, 'tree-source').selectOption('4');
    await addressSays(page, 'path', '4');
    await says(page, 'tree', 'Why General 1 takes General 4 to be for Attack');
    assert.deepEqual(await part(page, 'tree-source').locator('option').allInnerTexts(), ['about General 2', 'about General 3', 'about General 4']);
  }));

test('where agreement is broken the vectors are told, and the place is marked', () =>
  house.hosted({ link: `${BROKEN}&at=99&general=2`, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await says(page, 'narration', 'The vectors differ about Generals 1 and 2');
    assert.deepEqual([await stateOf(page, 'verdict-agreement'), await stateOf(page, 'verdict-validity')], ['broken', 'broken']);
    await says(page, 'verdict-validity', 'Loyal General 2 is for Attack, but in the vector of General 1 he is for Retreat.');
    assert.match((await part(page, 'vector-1').getAttribute('aria-label')) ?? '', /other loyal generals have another word here$/);
    assert.doesNotMatch((await part(page, 'vector-3').getAttribute('aria-label')) ?? '', /other loyal/);
    await says(page, 'bound', 'Not promised, and broken.');
  }));

test('a lie on the path of any general can be chosen, and stands in the link', () =>
  house.hosted({ link: `${LINK}&s=honest` }, async (page) => {
    await ready(page);
    const step = await page.evaluate(() => /** @type {any} */ (window).generals.session.stepOf([4, 3], 2));
    await page.evaluate((at) => /** @type {any} */ (window).generals.seek(at), step);
    await atStep(page, step);
    await says(page, 'narration', 'General 3 tells General 2: “General 4 said Attack.”');
    await part(page, 'messages').click();
    await page.locator('.listing-rows [aria-current="step"]').click();
    await part(page, 'message').waitFor();
    await page.locator('[data-choice="R"]').click();
    await addressSays(page, 'x', '4.3-2R');
    await says(page, 'narration', 'That is a lie');
    await page.keyboard.press('Escape');
    const first = await page.evaluate(() => /** @type {any} */ (window).generals.session.stepOf([3], 1));
    await page.evaluate((at) => /** @type {any} */ (window).generals.seek(at), first);
    await page.locator('.listing-rows [aria-current="step"]').click();
    await says(page, 'message', '3 tells 1 his opinion');
    await says(page, 'message', 'he is for Retreat');
  }));

test('a shared link opens the same run at the same place', () =>
  house.hosted({ link: LINK }, async (page) => {
    await ready(page);
    await part(page, 'opinion-1').click();
    await addressSays(page, 'i', 'RARA');
    await part(page, 'share').click();
    await until(page, 'the link', () => /** @type {HTMLInputElement | null} */ (document.querySelector('[data-testid="share-link"]'))?.value.includes('i=RARA'));
    const shared = await part(page, 'share-link').inputValue();
    assert.match(shared, /#v=1&p=ic&n=4&t=3&i=RARA/);
    await page.goto('about:blank');
    await page.goto(shared);
    await ready(page);
    assert.equal((await scenario(page)).i, 'RARA');
  }));

test('in fog a general knows his own opinion and no other', () =>
  house.hosted({ link: `${LINK}&at=99&pov=2`, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'opinion-2').waitFor();
    assert.deepEqual(await part(page, 'opinions').locator('button').count(), 1);
    assert.match((await part(page, 'general-2').getAttribute('aria-label')) ?? '', /for Attack/);
    assert.doesNotMatch((await part(page, 'general-3').getAttribute('aria-label')) ?? '', /for (Attack|Retreat)/);
    await says(page, 'narration', 'He has the vector');
    await part(page, 'vector').waitFor();
    await part(page, 'general-4').click();
    await part(page, 'vector').waitFor({ state: 'hidden' });
    assert.deepEqual([await part(page, 'vector').isVisible(), await part(page, 'his-opinion').isVisible()], [false, false]);
    await part(page, 'view-pair').click();
    await says(page, 'pair-answer', 'Another world is not searched for under this protocol.');
    assert.equal(await part(page, 'f').isVisible(), false);
  }));

test('beside word of mouth the same army stands with one commander', () =>
  house.hosted({ link: `${LINK}&at=99&view=pair`, reducedMotion: 'reduce' }, async (page) => {
    await part(page, 'pair').waitFor();
    await says(page, 'pair', 'Oral messages, OM(m)');
    await says(page, 'pair', 'Interactive consistency');
    assert.equal(await part(page, 'against-ic').getAttribute('aria-pressed'), 'true');
    await says(page, 'pair-agreement-right', 'All loyal generals have');
    await says(page, 'pair-agreement-left', 'Generals 2 and 4 attack.');
  }));

test('the laboratory says what it cannot ask, and answers the rest in vectors', () =>
  house.hosted({ link: `${BROKEN}&view=exhaust` }, async (page) => {
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'Found an attack among the first');
    await says(page, 'pair-agreement-found', 'General 1 has');
    assert.equal(await part(page, 'lab-attack').isVisible(), false, 'what cannot be asked has no button');
    await part(page, 'lab-ring').click();
    await says(page, 'lab-found', 'The attack read off: General 2 is the traitor');
    await says(page, 'window-3', 'Loyal opinions must stand in loyal vectors.');
    assert.equal(await part(page, 'same-eyes').getAttribute('data-same'), 'true');
    await part(page, 'lab-chain').click();
    await says(page, 'chain-answer', 'it takes at least');
    await part(page, 'lab-nearest').click();
    await says(page, 'chain-answer', 'runs tried, and the last one breaks.');
    const verdict = await play(page);
    assert.ok(!verdict.agreement.holds || !verdict.validity.holds);
    assert.ok(verdict.vectors);
  }));

test('a tool that cannot be asked, opened by its link, says why', () =>
  house.hosted({ link: `${LINK}&view=attack` }, async (page) => {
    await says(page, 'lab-shut', 'for oral messages of one commander, OM(m), alone');
    await choose(page, 'protocol', 'om');
    await part(page, 'attack-answer').waitFor();
  }));

test('the strategy that turns the word for even recipients is offered under every protocol', () =>
  house.hosted({ link: 'v=1&p=om&n=5&t=3' }, async (page) => {
    await ready(page);
    await choose(page, 'strategy', 'half');
    await addressSays(page, 's', 'half');
    const lies = await page.evaluate(() => {
      const rows = /** @type {any} */ (window).generals.session.rows({ lies: true });
      return rows.window(0, 99).map((/** @type {any} */ row) => row.to);
    });
    assert.deepEqual(lies, [2, 4]);
    await choose(page, 'protocol', 'sm');
    assert.match(await part(page, 'strategy').innerText(), /The opposite to even numbers/);
  }));

test('in Chinese, on a phone, by touch', () =>
  house.hosted({ ...PHONE, link: `${LINK}&lang=zh`, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await says(page, 'narration', '每名将军都有主张。进攻：1、2、4。撤退：3。');
    await page.locator('.sheet-tabs button').first().tap();
    const button = part(page, 'opinion-3');
    await button.scrollIntoViewIfNeeded();
    const box = await boxOf(button);
    assert.ok(box && box.width >= 44 && box.height >= 44, 'large enough for a finger');
    await button.tap();
    await addressSays(page, 'i', 'AAAA');
    await page.evaluate(() => /** @type {any} */ (window).generals.seek(37));
    await says(page, 'narration', '所有忠诚的将军得到同一个向量');
    await says(page, 'verdict-agreement', '所有忠诚的将军得到的都是');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, 'nothing sticks out');
  }));

for (const [name, link] of [
  ['the beginning', LINK],
  ['a broken end by night', `${BROKEN}&at=99&theme=dark`],
  ['a tree about an opinion', `${LINK}&at=99&view=tree&path=3`],
  ['the laboratory', `${LINK}&view=exhaust`],
  ['fog, in Chinese', `${LINK}&at=20&pov=2&lang=zh`],
])
  test(`the rules of accessibility hold: ${name}`, () =>
    house.hosted({ link, reducedMotion: 'reduce' }, async (page) => {
      await until(page, 'the scripting hook to be there', () => 'generals' in window);
      await page.evaluate(AXE);
      const faults = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
        return violations
          .filter((/** @type {any} */ v) => v.impact === 'serious' || v.impact === 'critical')
          .map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.html.slice(0, 120)).join(' | ')}`);
      });
      assert.deepEqual(faults, []);
    }));
