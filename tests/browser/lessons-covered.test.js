// Until the reader has chosen, nothing on the stage of a lesson tells what is asked; no key and no click shows more; then all of it comes.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openHouse, part, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('../../www/js/lessons/types.d.ts').Beat} Beat */
/** @typedef {{id: string, k: number, beat: Beat}} Asked a beat with a question */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const FOLDER = new URL('../../www/lang/lessons/en/', import.meta.url);
const jsonIn = (/** @type {URL} */ folder) => readdirSync(folder).filter((name) => name.endsWith('.json'));
const parsed = (/** @type {URL} */ file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every question that is put before something is shown. @type {Asked[]} */
const QUESTIONS = [
  ...jsonIn(FOLDER).flatMap((file) =>
    /** @type {Beat[]} */ (parsed(new URL(file, FOLDER)).beats ?? []).map((beat, i) => ({ id: file.slice(0, -5), k: i + 1, beat })),
  ),
  ...jsonIn(new URL('exhibits/', FOLDER)).map((file) => ({ id: file.slice(0, -5), k: 1, beat: parsed(new URL(`exhibits/${file}`, FOLDER)) })),
].filter(({ beat }) => beat.predict && !beat.predict.isOpen);

/**
 * What tells on each kind of stage, as it is read there once the reader has chosen; `there`: drawn only when the engine has answered.
 * @type {Record<string, {tells: RegExp, there: string}>}
 */
const STAGES = {
  rule: { tells: /break it|works|never disobey|They disagree|disobeyed|By your rule/, there: '[data-testid="rule-tally"]:not([hidden])' },
  ring: { tells: /must break|The attack read off|Break any protocol|(Agreement|Validity) (holds|broken)|cannot be sent/, there: '[data-testid="window-3"]' },
  tolerance: { tells: /cells computed|no lies can break|n > 2k|It takes|lies break/, there: '[data-testid="tolerance-status"]' },
  chain: { tells: /Bisection|split|breaks|necessary/, there: '[data-testid="chain-answer"]' },
  cost: { tells: /156|3,609|120|[0-9]+ times the messages|signed/, there: '[data-testid="cost-table"]' },
  pair: { tells: /the same to him|he can tell|hears the same|None exists|Lift the fog|one view|differ|throws it away|Back to the map/, there: '[data-testid="pair-sign"]' },
  tree: { tells: /Why General|arrive at|majority \d|one of the words|would be enough/, there: '[data-testid="tree-held"] li' },
  trust: { tells: /guild|wise|naive|Agreement|broken|disagree/, there: '[data-testid="trust-guild"]' },
  two: { tells: /attacks alone|both attack|both stay|is caught|Byzantine generals|broken/, there: '[data-testid="run-0"]' },
  map: { tells: /(Agreement|Validity) (holds|broken|not required)|decide|throws it away/, there: '[data-testid="general-1"]' },
};
/** @param {Beat} beat */
function stageOf({ link }) {
  const keys = new URLSearchParams(link);
  return STAGES[keys.get('view') ?? ''] ?? STAGES[keys.get('p') ?? ''] ?? STAGES.map;
}

/** What a reader and a screen reader find on the stage. @param {Page} page */
const onStage = async (page) => `${await page.locator('main').ariaSnapshot()}\n${await page.locator('main').innerText()}`;

/** What tells and can be seen. @param {Page} page */
const uncovered = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-answer], .outcomes, .sheet, .listing, .lie-tick, .lie-flag')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((node) => `${node.className}: ${node.textContent}`),
  );
/** What tells and stays hidden after the choice. @param {Page} page */
const stillCovered = (page) => page.evaluate(() => [...document.querySelectorAll('[data-answer]')].filter((node) => getComputedStyle(node).visibility !== 'visible').map(({ className }) => `${className}`));

/** Where the run stands, and what of it is open. @param {Page} page */
const where = (page) =>
  page.evaluate(() => {
    const { session } = /** @type {any} */ (window).generals;
    const { view, eyes, raised, rail, letter } = /** @type {HTMLElement} */ (document.querySelector('.generals')).dataset;
    return JSON.stringify({ link: session.link(), step: session.cursor, view, eyes, raised, rail, letter });
  });

/** Every control of the stage that can be seen is used. @param {Page} page */
const tryAll = (page) =>
  page.evaluate(() => {
    for (const control of document.querySelectorAll('main :is(button, summary, select, input)')) {
      if (!(control instanceof HTMLElement) || !control.checkVisibility({ visibilityProperty: true })) continue;
      if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
      if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change', { bubbles: true }));
      else control.click();
    }
  });

/** The beat as a link of its own opens it, in a page that already stands. @param {Page} page @param {Asked} asked */
async function open(page, { id, k, beat }) {
  await page.evaluate((to) => void (location.hash = to), `lesson=${id}&beat=${k}`);
  await until(page, `the question of ${id} ${k}`, (question) => document.querySelector('.question h3')?.textContent === question && document.querySelector('.generals')?.getAttribute('data-covered') === 'on', beat.predict?.question);
  await page.waitForSelector(stageOf(beat).there, { state: 'attached' });
  // What looks depend on is set with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

const KEYS = ['ArrowRight', 'Shift+ArrowRight', 'End', 'ArrowLeft', 'Home', 'Enter', 'Space', 'v', 't', 'l', 'Control+z', 'Escape'];

test('before the choice nothing on the stage tells, and after it all of it is there', { timeout: 600_000 }, () =>
  house.hosted({ link: 'lesson=all', reducedMotion: 'reduce' }, async (page) => {
    await page.waitForLoadState('networkidle');
    for (const asked of QUESTIONS) {
      const name = `${asked.id} ${asked.k}`;
      const { tells } = stageOf(asked.beat);
      await open(page, asked);
      const stood = await where(page);
      await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      for (const key of KEYS) await page.keyboard.press(key);
      await tryAll(page);
      assert.deepEqual(await uncovered(page), [], `${name}: shown before the choice`);
      assert.equal((await onStage(page)).match(tells)?.[0], undefined, `${name}: read before the choice`);
      assert.equal(await where(page), stood, `${name}: moved before the choice`);
      await part(page, 'lesson-choice-1').click();
      await until(
        page,
        `the answer of ${name}`,
        () => document.querySelector('[data-testid="lesson-reveal"] [data-told]') !== null && document.querySelector('.generals')?.getAttribute('data-covered') === 'off',
      );
      assert.deepEqual(await stillCovered(page), [], `${name}: hidden after the choice`);
      // A stage that stays before the decision leaves that to the next beat.
      if (asked.beat.after !== asked.beat.link) assert.match(await onStage(page), tells, `${name}: not to be read after the choice`);
    }
  }),
);

test('on a phone, in Chinese too, nothing tells, and the question can be answered below its stage', { timeout: 300_000 }, () =>
  house.hosted({ link: 'lesson=all', locale: 'zh-CN', reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await page.waitForLoadState('networkidle');
    /** One of each kind of stage. */
    const kinds = [...new Map(QUESTIONS.map((asked) => [stageOf(asked.beat), asked])).values()];
    for (const { id, k, beat } of kinds) {
      const name = `${id} ${k}`;
      await page.evaluate((to) => void (location.hash = to), `lesson=${id}&beat=${k}`);
      await until(page, name, () => document.querySelector('.question') !== null && document.querySelector('.generals')?.getAttribute('data-covered') === 'on');
      await page.waitForSelector(stageOf(beat).there, { state: 'attached' });
      assert.deepEqual(await uncovered(page), [], `${name}: shown before the choice`);
      await part(page, 'lesson-choice-1').click({ timeout: 5_000 });
      await until(page, `the answer of ${name}`, () => document.querySelector('.generals')?.getAttribute('data-covered') === 'off');
    }
  }),
);
