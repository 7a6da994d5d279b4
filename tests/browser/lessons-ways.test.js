// What a reader does in lessons: by keys alone, by what a screen reader reads, with what is right and wrong, skipped and asked again; his own turns.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, says, until } from './harness.js';
import { answer, BEATS, beatsOf, first, QUESTIONS, stands, told } from './lesson-steps.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./lesson-steps.js').Place} Place */

// Given to the browser's debugger: the page's own policy lets no other script in.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Opens a beat. @param {Place} place @param {(page: Page) => Promise<void>} look @param {import('./harness.js').Reader} [reader] */
const visit = (place, look, reader = {}) =>
  house.hosted({ link: `lesson=${place.id}&beat=${place.k}`, reducedMotion: 'reduce', ...reader }, async (page) => {
    await stands(page, place);
    await look(page);
  });

const SWAP = beatsOf('problem')[3];
const TURN_ONE = beatsOf('problem')[4];
const TRAITOR = beatsOf('ask')[5];
const CHEAT = beatsOf('signatures')[2];

/** What has the focus, by its test id, or BODY. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    return !held || held === document.body ? 'BODY' : (held.getAttribute('data-testid') ?? held.tagName);
  });

/** Presses the tabulator until something has the focus, which on the way is never nowhere. @param {Page} page @param {string} id @param {string} where */
async function tabTo(page, id, where) {
  for (let i = 0; i < 40; i++) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
    assert.notEqual(await focused(page), 'BODY', `${where}: the focus on its way to ${id}`);
  }
  assert.fail(`${where}: no way by the tabulator to ${id}`);
}

/** Answers by a key: Enter or the space bar on a choice, or the number of one, by turns. @param {Page} page @param {Place} place @param {number} i */
async function answerByKeys(page, { id, k, beat }, i) {
  const where = `${id} ${k}`;
  const isOpen = beat.predict?.isOpen === true;
  if (i % 3 === 2 && !isOpen) await page.keyboard.press('2');
  else {
    await tabTo(page, `lesson-choice-${1 + (i % 2)}`, where);
    await page.keyboard.press(i % 3 === 0 ? 'Enter' : 'Space');
  }
  await told(page);
  assert.notEqual(await focused(page), 'BODY', `${where}: the focus after the answer`);
}

test('by keys alone through all nine lessons: every question is answered, the focus is never lost, and the list is at the end', { timeout: 180_000 }, () =>
  visit(BEATS[0], async (page) => {
    let asked = 0;
    for (const place of BEATS) {
      await stands(page, place);
      if (place !== BEATS[0]) assert.equal(await focused(page), 'lesson-title', `${place.id} ${place.k} begins at its title`);
      if (place.beat.predict) await answerByKeys(page, place, asked++);
      await tabTo(page, 'lesson-next', `${place.id} ${place.k}`);
      await page.keyboard.press('Enter');
    }
    await part(page, 'row-trust').waitFor();
    assert.notEqual(await focused(page), 'BODY');
    assert.equal(await page.locator('.all-rows .all-done:not([hidden])').count(), 9);
    for (const { id } of QUESTIONS) await says(page, `row-${id}`, `${beatsOf(id).length} of ${beatsOf(id).length} done`);
  }));

test('after “Skip” and after “Ask me again” the focus is at the question', () =>
  visit(SWAP, async (page) => {
    for (const id of ['lesson-skip', 'lesson-again']) {
      await part(page, id).focus();
      await page.keyboard.press('Enter');
      await until(page, `${id} to be gone`, (id) => !document.querySelector(`[data-testid="${id}"]`)?.checkVisibility(), id);
      assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-testid="lesson"]') !== null && document.activeElement !== document.body), true, id);
    }
  }));

test('what is read aloud comes in order: title, text, question, choices, what happened, stage', () =>
  visit(SWAP, async (page) => {
    /** @param {string[]} parts */
    async function readInOrder(parts) {
      const tree = await page.locator('body').ariaSnapshot();
      const at = parts.map((one) => tree.indexOf(one));
      assert.ok(at.every((place, i) => place > (at[i - 1] ?? 0)), `${JSON.stringify(at)}\n${tree}`);
    }
    const before = ['heading "The swap"', 'Now the trouble moves', 'heading "Nobody asks General 3 anything. Can he still break something?"', 'button "Yes"', 'button "No"'];
    const stage = 'group "Camps around the city"';
    await readInOrder([...before, 'button "Skip"', stage]);
    await answer(page, 1);
    await readInOrder([...before.slice(0, 3), 'button "Yes you said"', 'button "No computed here"', '- status', 'You said “Yes”. Computed here: “No”.', 'has no messenger to send', stage]);
  }));

/** What axe finds that is serious. @param {Page} page */
const faults = (page) =>
  page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter((/** @type {any} */ v) => v.impact === 'serious' || v.impact === 'critical')
      .map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => `${n.html.slice(0, 120)} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
  });

for (const lang of ['en', 'zh'])
  for (const theme of ['light', 'dark'])
    test(`nothing serious is found in an answered beat of every lesson (${lang}, ${theme})`, { timeout: 120_000 }, () =>
      house.hosted({ link: `lesson=all&lang=${lang}&theme=${theme}`, reducedMotion: 'reduce' }, async (page) => {
        await part(page, 'lesson-trust').waitFor();
        await page.evaluate(AXE);
        for (const { id, k } of QUESTIONS) {
          await page.evaluate((link) => void (location.hash = link), `lesson=${id}&beat=${k}&lang=${lang}&theme=${theme}`);
          await until(page, `${id} ${k}`, (id) => document.querySelector('.generals')?.getAttribute('data-covered') === 'on' && location.hash.includes(id) && document.querySelector('.question') !== null, `lesson=${id}&`);
          await answer(page, 1);
          assert.deepEqual(await faults(page), [], id);
        }
      }));

/** Chooses, and after two frames tells where the run stands and what is said of it. @param {Page} page @param {number} choice */
const chosen = (page, choice) =>
  page.evaluate(async (choice) => {
    /** @type {HTMLElement} */ (document.querySelector(`[data-testid="lesson-choice-${choice}"]`)).click();
    for (let i = 0; i < 2; i++) await new Promise((painted) => requestAnimationFrame(painted));
    const { cursor, length } = /** @type {any} */ (window).generals.session;
    return { hasEnded: cursor === length, isTold: document.querySelector('[data-testid="lesson-reveal"] [data-told]') !== null };
  }, choice);

test('with reduced motion the run is at its end at once, and what happened stands there', () =>
  visit(beatsOf('ask')[2], async (page) => assert.deepEqual(await chosen(page, 1), { hasEnded: true, isTold: true })));

test('without, the messengers ride first, and then it is told', () =>
  visit(
    beatsOf('ask')[2],
    async (page) => {
      assert.deepEqual(await chosen(page, 1), { hasEnded: false, isTold: false });
      await told(page);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).generals.session.verdict().agreement.holds), true);
    },
    { reducedMotion: 'no-preference' },
  ));

test('a right answer and a wrong one are told of differently, and “computed here” is at the right one', () =>
  visit(SWAP, async (page) => {
    /** @param {number} choice */
    const marks = (choice) => part(page, `lesson-choice-${choice}`).locator('.mark').innerText();
    await answer(page, 2);
    assert.equal(await first(page), 'As you said: No.');
    assert.match(await marks(2), /you said\s+computed here/);
    await part(page, 'lesson-again').click();
    await until(page, 'the question to stand again', () => document.querySelector('.generals')?.getAttribute('data-covered') === 'on');
    await answer(page, 1);
    assert.equal(await first(page), 'You said “Yes”. Computed here: “No”.');
    assert.equal(await marks(1), 'you said');
    assert.equal(await marks(2), 'computed here');
    assert.match(await part(page, 'lesson-reveal').innerText(), /It feels as if he must/, 'a wrong answer has a sentence of its own');
  }));

test('a question can be skipped: what is right is told, and nobody is said to have said anything', () =>
  visit(SWAP, async (page) => {
    await part(page, 'lesson-skip').click();
    await told(page);
    assert.equal(await first(page), 'Computed here: No.');
    assert.equal(await page.locator('.prediction[data-said]').count(), 0);
    assert.doesNotMatch(await part(page, 'lesson-reveal').innerText(), /It feels as if/);
  }));

test('“Ask me again” covers what happened, and the run stands where it stood', () =>
  visit(SWAP, async (page) => {
    await answer(page, 1);
    await part(page, 'lesson-again').click();
    await until(page, 'the question to stand again', () => document.querySelector('.generals')?.getAttribute('data-covered') === 'on');
    assert.equal(await part(page, 'lesson-reveal').innerText(), '');
    assert.equal(await page.locator('.prediction[data-said], .prediction[data-right], .prediction[aria-disabled]').count(), 0);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor), 0);
    assert.equal(await page.evaluate(() => localStorage.getItem('byzantine-generals.lessons')?.includes('"4"')), false, 'nothing is kept of the answer');
  }));

/** Waits until the goal is reached, or is not, in these words. @param {Page} page @param {'yes' | 'no'} isReached @param {string} words */
async function goalIs(page, isReached, words) {
  await says(page, 'lesson-goal', words);
  assert.equal(await part(page, 'lesson-goal').getAttribute('data-reached'), isReached);
}
/** @param {Page} page @param {number} general */
const shield = (page, general) => page.getByRole('button', { name: `General ${general} is a traitor` });

test('a goal is reached by a shield and a way to lie, and not with a second traitor', () =>
  visit(TURN_ONE, async (page) => {
    await answer(page, 1);
    await goalIs(page, 'no', 'Not reached yet.');
    await part(page, 'lesson-tools').click();
    await shield(page, 1).click();
    await addressSays(page, 't', '1');
    await part(page, 'strategy').selectOption('split');
    await goalIs(page, 'yes', 'Reached, with 2 lies.');
    await shield(page, 2).click();
    await addressSays(page, 't', '1.2');
    await goalIs(page, 'no', 'The task says who is a traitor: that must stay.');
    await shield(page, 2).click();
    await goalIs(page, 'yes', 'Reached, with 2 lies.');
  }));

test('a goal that was reached stays so in another language, and when the page is loaded again', () =>
  visit(TURN_ONE, async (page) => {
    await answer(page, 1);
    await part(page, 'lesson-hint').click();
    await part(page, 'lesson-solved').click();
    await goalIs(page, 'yes', 'Reached, with 2 lies.');
    await page.reload();
    await goalIs(page, 'yes', 'Reached, with 2 lies.');
    await part(page, 'lang').locator('[value="zh"]').click();
    await goalIs(page, 'yes', '做到了，用了 2 句谎言。');
  }));

test('a hint is given when asked for, then one way is shown, and it reaches the goal', () =>
  visit(TURN_ONE, async (page) => {
    await answer(page, 1);
    assert.equal(await part(page, 'lesson-solved').isVisible(), false);
    await part(page, 'lesson-hint').click();
    await says(page, 'lesson-turn', 'click shield 1');
    await part(page, 'lesson-solved').click();
    await goalIs(page, 'yes', 'Reached, with 2 lies.');
    await stands(page, TURN_ONE);
  }));

test('where a goal cannot be reached the machine tells after three tries what it found', () =>
  visit(TRAITOR, async (page) => {
    const found = part(page, 'lesson-turn').locator('.shown');
    await part(page, 'lesson-tools').click();
    for (const [i, way] of ['silent', 'split', 'random'].entries()) {
      assert.equal(await found.isVisible(), false, `after ${i} tries`);
      await part(page, 'strategy').selectOption(way);
      await addressSays(page, 's', way);
      await goalIs(page, 'no', 'Not reached yet.');
    }
    await found.waitFor();
    assert.equal(await part(page, 'lesson-machine').isVisible(), false, 'it need not be asked');
    assert.deepEqual(await found.locator('dd').allInnerTexts(), ['no', '4', '4', '8', '8']);
  }));

test('the machine can be asked at once', () =>
  visit(TRAITOR, async (page) => {
    await part(page, 'lesson-machine').click();
    await says(page, 'lesson-turn', 'Can any one traitor break it?');
  }));

test('a letter that was changed under the glass reaches the goal; put back it does not', () =>
  visit(CHEAT, async (page) => {
    await part(page, 'letter-open').click();
    await part(page, 'cheat-order').click();
    await goalIs(page, 'yes', 'The seal covers every byte of the order');
    await part(page, 'cheat-order').click();
    await until(page, 'the goal to be open again', () => document.querySelector('[data-testid="lesson-goal"]')?.getAttribute('data-reached') === 'no');
  }));
