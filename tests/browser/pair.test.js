// Two stages on one transport: the lecture's two cases, a world that cannot be told, and one army under two protocols.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, boxOf, keys, openHouse, part, ready, until } from './harness.js';
import { heard, LECTURE, pairReady } from './pair-steps.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @param {Page} page @param {string} id */
const rows = (page, id) => part(page, id).locator('li').allInnerTexts();

/** @param {Page} page @param {string} id @param {RegExp} words */
const says = (page, id, words) =>
  until(
    page,
    `${words} in ${id}`,
    ([where, pattern]) => new RegExp(pattern).test(document.querySelector(`[data-testid="${where}"]`)?.textContent ?? ''),
    [id, words.source],
  );

/** @param {Page} page @param {string} id @param {string} state */
const verdictIs = (page, id, state) =>
  until(
    page,
    `${id} ${state}`,
    ([where, wanted]) => document.querySelector(`[data-testid="${where}"]`)?.getAttribute('data-state') === wanted,
    [id, state],
  );

test('the two cases are one to general 3 until the fog is lifted', () =>
  house.hosted({ link: LECTURE }, async (page) => {
    await pairReady(page);
    assert.equal(await part(page, 'pair-sign').getAttribute('data-equal'), 'true');
    await heard(page, 2);
    const letters = await page.evaluate(() => {
      const first = (/** @type {string | undefined} */ families) => families?.split(',')[0]?.replace(/["']/g, '').trim();
      const wanted = first(getComputedStyle(document.body).getPropertyValue('--font-serif'));
      const drawn = [...document.querySelectorAll('.pair-map canvas')].map((map) => /** @type {HTMLCanvasElement} */ (map).getContext('2d')?.font.replace(/^.*?px\s*/, ''));
      return { wanted, drawn: drawn.map(first) };
    });
    assert.deepEqual(letters.drawn, [letters.wanted, letters.wanted], 'maps are written in the letters of the page');
    const left = await rows(page, 'pair-heard-left');
    assert.deepEqual(left, await rows(page, 'pair-heard-right'));
    assert.match(await part(page, 'pair-answer').innerText(), /same 2 messages/);
    for (const side of ['left', 'right'])
      for (const general of [1, 2]) {
        const name = await part(page, `${side}-general-${general}`).getAttribute('aria-label');
        assert.doesNotMatch(name ?? '', /Loyal (commander|lieutenant)|traitor/, 'whom he cannot judge');
      }
    assert.doesNotMatch(await part(page, 'pair').innerText(), /lies\./);

    await part(page, 'lift-fog').click();
    await says(page, 'pair', /General 2 lies\./);
    await says(page, 'pair', /the commander, lies\./);
    assert.match((await part(page, 'left-general-2').getAttribute('aria-label')) ?? '', /traitor/);
    assert.match((await part(page, 'right-general-1').getAttribute('aria-label')) ?? '', /traitor/);
    await part(page, 'to-end').click();
    await verdictIs(page, 'pair-validity-left', 'broken');
    await verdictIs(page, 'pair-agreement-right', 'holds');
    await part(page, 'lift-fog').click();
    await part(page, 'pair-validity-left').waitFor({ state: 'hidden' });
  }));

test('both stages go with one transport', () =>
  house.hosted({ link: LECTURE.replace('at=4', 'at=0'), reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    await heard(page, 0);
    await part(page, 'to-end').click();
    await atStep(page, 5);
    await heard(page, 2);
    await part(page, 'to-start').click();
    await atStep(page, 0);
    await heard(page, 0);
  }));

test('from any run a world is looked for, with as many traitors as the reader allows', () =>
  house.hosted({ link: 'v=1&p=om&n=4' }, async (page) => {
    await ready(page);
    await page.keyboard.press('2');
    await part(page, 'find-world').click();
    await addressSays(page, 'view', 'pair');
    assert.equal(keys(page).get('pov'), '2');
    assert.equal(await part(page, 'f').innerText(), '1');
    await until(
      page,
      'a second world',
      () => document.querySelector('[data-testid="pair-sign"]')?.getAttribute('data-equal') === 'true',
    );
    await part(page, 'f-fewer').click();
    await says(page, 'pair-answer', /^None exists: all \d+ were tried/);
    assert.equal(await part(page, 'stage-right').isVisible(), false);
    await part(page, 'f-more').click();
    await says(page, 'pair-answer', /in both worlds/);
    await page.keyboard.press('Escape');
    await addressSays(page, 'view', null);
    await ready(page);
  }));

test('another pair of eyes is a click away', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&pov=2&view=pair&at=9' }, async (page) => {
    await pairReady(page);
    await part(page, 'left-general-4').click();
    await addressSays(page, 'pov', '4');
    await says(page, 'pair', /General 4 hears/);
  }));

test('with signatures the same words are told apart, and the missing seal is shown', () =>
  house.hosted({ link: 'v=1&p=sm&n=3&t=2&at=4&pov=3&view=pair' }, async (page) => {
    await pairReady(page);
    assert.equal(await part(page, 'pair-sign').getAttribute('data-equal'), 'false');
    await says(page, 'pair-answer', /^None exists: all 4 were tried/);
    await says(page, 'pair-lacking', /forged.*Retreat under the seal of General 1/);
    await part(page, 'pair-lacking').getByRole('button').click();
    await until(
      page,
      'the letter',
      () => document.querySelector('[data-testid="letter-verdict"]')?.getAttribute('data-state') === 'refused',
    );
  }));

test('three generals agree with signatures and not by word of mouth', () =>
  house.file({ link: 'v=1&p=om&n=3&t=2' }, async (page) => {
    await ready(page);
    await part(page, 'view-pair').click();
    await addressSays(page, 'view', 'pair');
    await part(page, 'to-end').click();
    await verdictIs(page, 'pair-validity-left', 'broken');
    await verdictIs(page, 'pair-validity-right', 'holds');
    await part(page, 'against-flat').click();
    await addressSays(page, 'p', 'flat');
    await says(page, 'pair', /The wrong vote/);
  }));

test('exhibits are links: they open, and Back returns', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await part(page, 'exhibits').locator('summary').click();
    await part(page, 'exhibits').locator('[data-exhibit="flat-seven"]').click();
    await part(page, 'pair').waitFor();
    await part(page, 'to-end').click();
    await verdictIs(page, 'pair-validity-left', 'holds');
    await verdictIs(page, 'pair-validity-right', 'broken');
    await page.goBack();
    await addressSays(page, 'n', '4');
    await ready(page);
  }));

/** Both sides show a figure. @param {Page} page @param {string} name */
async function bothShow(page, name) {
  for (const side of ['left', 'right']) await part(page, `${name}-${side}`).waitFor();
}

/** The rows of a table that are marked as differing, by their number. @param {Page} page @param {string} side */
const marked = (page, side) =>
  part(page, `table-${side}`)
    .locator('.table-row.differs')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('.c-step')?.textContent?.replace(/\D/g, '')));

for (const [kind, device] of /** @type {const} */ ([
  ['a desk', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, touch: true }],
]))
  test(`every figure stands on both sides, with what differs marked, and the address keeps it (${kind})`, () =>
    house.hosted({ link: 'v=1&p=om&n=4&t=3&at=7&view=pair', ...device }, async (page) => {
      await pairReady(page);
      await says(page, 'differing-left', /≠ 2 messages differ/);
      for (const name of ['time', 'tree', 'table']) {
        await part(page, 'both').selectOption(name);
        await bothShow(page, name);
        await addressSays(page, 'both', name);
        assert.equal(await part(page, 'stage-left').isVisible(), false);
      }
      assert.deepEqual([await marked(page, 'left'), await marked(page, 'right')], [['6', '7'], ['6', '7']]);
      await page.reload();
      await pairReady(page);
      await bothShow(page, 'table');
      await part(page, 'both').selectOption('map');
      await part(page, 'stage-left').waitFor();
      await addressSays(page, 'both', null);
    }));

test('a message chosen on one side is chosen on both, and one transport moves both', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=7&view=pair&both=table', reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    await bothShow(page, 'table');
    await part(page, 'table-right').locator('.table-row').nth(2).click();
    await atStep(page, 3);
    for (const side of ['left', 'right'])
      await until(
        page,
        `the third row chosen on the ${side}`,
        (where) => document.querySelector(`[data-testid="table-${where}"] [aria-selected="true"]`)?.getAttribute('aria-rowindex') === '4',
        side,
      );
    await part(page, 'to-end').click();
    await atStep(page, 10);
    for (const side of ['left', 'right'])
      await until(
        page,
        `all ridden on the ${side}`,
        (where) => document.querySelectorAll(`[data-testid="table-${where}"] .table-row.ahead`).length === 0,
        side,
      );
  }));

test('folding on one side goes to the end on both', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=pair&both=tree', reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    await part(page, 'fold-1-left').click();
    await atStep(page, 10);
    assert.equal(await part(page, 'fold-1-left').getAttribute('aria-pressed'), 'true');
  }));

test('any way of looking can be compared, and closing returns to it', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=7&view=table' }, async (page) => {
    await part(page, 'table').waitFor();
    await part(page, 'view-pair').click();
    await bothShow(page, 'table');
    await addressSays(page, 'view', 'pair');
    await addressSays(page, 'both', 'table');
    await part(page, 'pair-close').click();
    await addressSays(page, 'view', 'table');
    await part(page, 'table').waitFor();
    assert.equal(await part(page, 'table-right').count(), 0, 'nothing is kept of it');
  }));

test('in fog nothing is marked, in any figure', () =>
  house.hosted({ link: `${LECTURE}&both=table` }, async (page) => {
    await pairReady(page);
    await bothShow(page, 'table');
    assert.deepEqual([await marked(page, 'left'), await part(page, 'differing-left').isVisible()], [[], false]);
    await part(page, 'lift-fog').click();
    await says(page, 'differing-left', /≠ one message differs/);
    await until(page, 'differences', () => document.querySelectorAll('.table-row.differs').length > 0);
  }));

test('lifted, both maps stand at one height, and what differs is listed and leads to its message', () =>
  house.hosted({ link: LECTURE, reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    assert.equal(await part(page, 'pair-odd-left').isVisible(), false, 'not in fog');
    await part(page, 'lift-fog').click();
    await part(page, 'pair-odd-left').waitFor();
    const [left, right] = await Promise.all(['left', 'right'].map((side) => boxOf(part(page, `stage-${side}`))));
    assert.ok(left && right && left.y === right.y && left.height === right.height, JSON.stringify([left, right]));
    assert.deepEqual(await rows(page, 'pair-odd-left'), ['AGeneral 1 orders General 2: Attack.'].map((row) => row.replace('A', 'A\n')));
    assert.match((await rows(page, 'pair-odd-right')).join(), /General 1 orders General 2: Retreat\.$/);
    await part(page, 'pair-odd-right').getByRole('button').click();
    await atStep(page, 1);
    assert.match((await part(page, 'pair').getByRole('region').first().getAttribute('aria-label')) ?? '', /^Case 1: General 2 lies/);
  }));

test('each step of two runs is told, once where both say the same', () =>
  house.hosted({ link: LECTURE.replace('at=4', 'at=3'), reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    const told = () => part(page, 'pair-told').locator('p').allInnerTexts();
    await says(page, 'pair-told', /tells General 3/);
    assert.deepEqual(await told(), ['General 2 tells General 3: “General 1 said Retreat.”']);
    await part(page, 'lift-fog').click();
    await says(page, 'pair-told', /That is a lie/);
    assert.deepEqual((await told()).map((words) => words.slice(0, 6).toLowerCase()), ['case 1', 'case 2']);
    await part(page, 'to-end').click();
    await says(page, 'pair-told', /Case 1 General 3 decides: Retreat.*Case 2 Generals 2 and 3 decide: Retreat/);
  }));

test('where the same messages are counted in two ways, the counts are shown, and nowhere that nothing differs', () =>
  house.hosted({ link: 'v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R&view=pair', reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    await says(page, 'differing-left', /^The same messages$/);
    assert.deepEqual(await rows(page, 'pair-odd-left'), [], 'nothing is counted before all is heard');
    await part(page, 'to-end').click();
    await says(page, 'differing-left', /^The same messages, counted differently$/);
    await says(page, 'pair-odd-left', /General 2 counts R, R, A, A/);
    await says(page, 'pair-odd-right', /General 2 counts 6\sA,\s4\sR/);
    for (const side of ['left', 'right']) {
      const starts = await part(page, `pair-odd-${side}`).locator('li').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().left));
      assert.equal(new Set(starts).size, 1, `each count has its row: ${starts}`);
    }
    assert.doesNotMatch(await part(page, 'pair').innerText(), /\b0 messages/);
  }));

test('who compares comes back to the step he left', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'view-pair').click();
    await says(page, 'differing-left', /≠ 2 messages differ/);
    await atStep(page, 9);
    await part(page, 'pair-close').click();
    await ready(page);
    await atStep(page, 0);
  }));

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test(`two long tables make only the rows in sight (${viewport.width} px)`, () =>
    house.file({ link: 'v=1&p=om&n=31&t=2&view=pair&both=table', viewport }, async (page) => {
      await page.locator('.table-row').first().waitFor();
      const rows = await page.locator('.table-row').count();
      assert.ok(rows < 120, `${rows} rows of 1800`);
    }));
