// The list of lessons and the teacher’s page: by keyboard, in both languages, with what the reader has done, on a phone and on paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { addressSays, boxOf, openHouse, part, says, until } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };
const KEPT = 'byzantine-generals.lessons';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @typedef {import('./harness.js').Page} Page */

/** @param {Page} page */
const list = (page) => part(page, 'lesson-trust').waitFor();
/** @param {Page} page */
const table = (page) => part(page, 'teacher-trust').waitFor();
/** What has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.testid);
/** Opens the page again with answers that were given before. @param {Page} page @param {Record<string, Record<string, number>>} said */
async function withAnswers(page, said) {
  await page.evaluate(([name, kept]) => localStorage.setItem(/** @type {string} */ (name), JSON.stringify(kept)), [KEPT, said]);
  await page.reload();
  await list(page);
}

test('nine lessons by name, minutes and question; nineteen sayings', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    await page.getByRole('link', { name: 'Lesson 4, Ask everyone, 8 minutes', exact: true }).waitFor();
    assert.equal(await page.locator('.all-rows a').count(), 9);
    assert.equal(await page.locator('.all-sayings a').count(), 19);
    await says(page, 'row-ask', 'Why three votes, and not two?');
    const heights = await page.locator('.all-rows li').evaluateAll((rows) => rows.map((one) => Math.round(one.getBoundingClientRect().height)));
    assert.ok(Math.max(...heights) - Math.min(...heights) <= 1, `${heights}`);
    assert.equal(await page.locator('.all-rows .vignette').evaluateAll((all) => all.filter((one) => one.children.length > 0).length), 9);
  }));

test('up and down lead through the list, Enter opens', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    await part(page, 'lesson-problem').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    assert.equal(await focused(page), 'lesson-ask');
    await page.keyboard.press('End');
    assert.equal(await focused(page), 'lesson-trust');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'lesson-trust');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await addressSays(page, 'lesson', 'signatures');
    await part(page, 'lesson').waitFor();
    await page.goBack();
    await list(page);
  }));

test('what was answered is told, gone on with, and cleared', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    await says(page, 'lessons-begin', 'Begin with the first');
    assert.equal(await part(page, 'lessons-clear').isVisible(), false);
    await withAnswers(page, { problem: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 }, liars: { 1: -1, 2: 1 }, majority: { 1: 0 } });
    await says(page, 'row-problem', '5 of 5 done');
    await says(page, 'row-liars', '2 of 6 done');
    await says(page, 'saying-majority', 'done');
    assert.equal(await page.locator('.all-sayings .all-tick:not([hidden])').count(), 1);
    await says(page, 'lessons-begin', 'Go on with lesson 2');
    await part(page, 'lessons-begin').click();
    await addressSays(page, 'lesson', 'liars');
    await addressSays(page, 'beat', '3');
    await page.goBack();
    await list(page);
    await part(page, 'lessons-clear').click();
    await says(page, 'lessons-begin', 'Begin with the first');
    assert.equal(await focused(page), 'lessons-begin');
    assert.equal(await page.evaluate((name) => localStorage.getItem(name), KEPT), null);
    await says(page, 'lessons', 'Nothing is kept any more.');
    assert.equal(await page.locator('.all-done:not([hidden])').count(), 0);
  }));

test('what another tab keeps or clears is told at once', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await list(other);
    await withAnswers(other, { problem: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 } });
    await says(page, 'row-problem', '5 of 5 done');
    await says(page, 'lessons-begin', 'Go on with lesson 2');
    await part(other, 'lessons-clear').click();
    await says(page, 'lessons-begin', 'Begin with the first');
    assert.equal(await part(page, 'lessons-clear').isVisible(), false);
  }));

test('a saying opens its minute, and the whole of a row is its link, with a key held in a window of its own', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    assert.equal(await part(page, 'lesson-rules').getAttribute('href'), '#lesson=rules');
    const [beside] = await Promise.all([page.context().waitForEvent('page'), part(page, 'row-rules').click({ modifiers: ['ControlOrMeta'], position: { x: 20, y: 20 } })]);
    assert.match(beside.url(), /#lesson=rules$/);
    assert.match(page.url(), /lesson=all/);
    await part(page, 'saying-hunt').click();
    await addressSays(page, 'lesson', 'hunt');
  }));

test('the other language at any moment', () =>
  house.hosted({ link: 'lesson=all' }, async (page) => {
    await list(page);
    await part(page, 'lang').locator('[value="zh"]').click();
    await says(page, 'row-ask', '为什么要三票，不是两票？');
    await says(page, 'lessons', '九堂短课');
    assert.equal(await part(page, 'lesson-ask').getAttribute('href'), '#lesson=ask&lang=zh');
    assert.equal(await page.locator('.all-question').first().evaluate((one) => getComputedStyle(one).fontStyle), 'normal');
    await part(page, 'lang').locator('[value="en"]').click();
    await says(page, 'row-ask', 'Why three votes, and not two?');
  }));

test('the list is one column on a phone, and touched with a finger', () =>
  house.hosted({ ...PHONE, link: 'lesson=all' }, async (page) => {
    await list(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    for (const one of ['row-problem', 'saying-late', 'lessons-teacher', 'lessons-begin']) {
      const box = await boxOf(part(page, one));
      assert.ok(box && box.height >= 44, `${one} ${box?.height}`);
    }
    const [rows, sayings] = await Promise.all(['.all-lessons', '.all-more'].map((one) => boxOf(page.locator(one))));
    assert.ok(rows && sayings && sayings.y >= rows.y + rows.height - 1);
    await part(page, 'lessons-teacher').click();
    await table(page);
  }));

test('a file that cannot be had is told of, and asked for again', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page, record) => {
    await part(page, 'general-1').waitFor();
    await page.route(/lesson-en-teacher/, (route) => route.abort());
    await page.evaluate(() => void (location.hash = 'lesson=teacher'));
    const again = part(page, 'teacher').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(/lesson-en-teacher/);
    record.problems.length = 0;
    await again.click();
    await table(page);
    assert.equal(await again.isVisible(), false);
    record.problems.length = 0;
  }));

test('plans change beats and minutes, and leave the order of lessons', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    const minutes = () => page.locator('.teacher-minutes .in-column').allTextContents();
    const sum = async () => (await minutes()).reduce((all, one) => all + (Number(one) || 0), 0);
    assert.equal(await sum(), 50);
    await says(page, 'teacher-ask', '2–3, 6');
    await says(page, 'teacher-rounds', 'left out');
    assert.equal(await part(page, 'open-ask').getAttribute('href'), '#lesson=ask&beat=2');
    await part(page, 'plan-fifteen').click();
    await says(page, 'teacher-problem', 'left out');
    assert.equal(await sum(), 15);
    await part(page, 'plan-all').click();
    await says(page, 'plan-all', 'everything, 72');
    assert.equal(await sum(), 72);
    await says(page, 'teacher-signatures', '1–7');
    assert.equal(await page.locator('.teacher-row th').count(), 9);
  }));

test('the row in hand has its beats, each to be opened or projected', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    await part(page, 'take-rules').click();
    assert.equal(await part(page, 'take-rules').getAttribute('aria-expanded'), 'true');
    assert.equal(await part(page, 'hand-problem').isVisible(), false);
    const hand = part(page, 'hand-rules');
    await says(page, 'hand-rules', 'Who counts');
    assert.deepEqual(await hand.locator('.beat-pill').evaluateAll((all) => all.map((one) => one.hasAttribute('data-in'))), [false, true, true, true, true]);
    await says(page, 'hand-rules', 'state agreement and validity');
    await says(page, 'hand-rules', '“Then vote the suspect out.”');
    await page.getByRole('link', { name: 'Open lesson 3, beat 2: Who counts', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Open lesson 3, beat 1: f of n; not in this plan', exact: true }).waitFor();
    assert.equal(await part(page, 'project-rules-2').getAttribute('aria-label'), 'Lesson 3, beat 2 on the projector');
    await part(page, 'project-rules-3').click();
    await addressSays(page, 'lesson', 'rules');
    await addressSays(page, 'beat', '3');
    await until(page, 'the hall', () => document.querySelector('.generals')?.getAttribute('data-projector') === 'on');
  }));

test('a ready case opens in the hall, and a likely answer where to look', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    await part(page, 'teacher-rules').getByRole('link', { name: 'What people say, 11' }).click();
    await addressSays(page, 'lesson', 'judged');
    await page.goBack();
    await table(page);
    await part(page, 'case-3').click();
    await addressSays(page, 'lesson', null);
    await addressSays(page, 't', '3');
    await until(page, 'the hall', () => document.querySelector('.generals')?.getAttribute('data-projector') === 'on');
  }));

test('the plan and a frame are copied, without a clipboard too', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await says(page, 'hand-problem', 'Turn one');
    await part(page, 'teacher-copy').click();
    const text = await part(page, 'teacher-text').inputValue();
    assert.match(text, /^For teachers: 50 minutes\nhttp.*#lesson=teacher\n/);
    assert.match(text, /4 Ask everyone, \d minutes, beats 2–3, 6\n {2}2 The liar: http.*#lesson=ask&beat=2\n/);
    assert.doesNotMatch(text, /Too few, too many/);
    const frame = await part(page, 'frame-problem').inputValue();
    assert.match(frame, /^<iframe src="http[^"]*\/byzantine-generals\.html#lesson=problem&amp;embed=1" title="The city and the messengers" /);
    await part(page, 'frame-copy-problem').click();
    await says(page, 'frame-copy-problem', 'Copied');
  }));

test('the frame that is copied shows the lesson', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    const code = await part(page, 'frame-problem').inputValue();
    await page.goto(`${house.host.origin}/lecture.html`);
    await page.evaluate((markup) => void (document.body.innerHTML = /** @type {string} */ (markup)), code);
    await page.frameLocator('iframe').getByTestId('lesson-title').waitFor();
  }));

test('the frame speaks the language that the teacher has chosen', () =>
  house.hosted({ link: 'lesson=teacher' }, async (page) => {
    await table(page);
    await part(page, 'lang').locator('[value="zh"]').click();
    await until(page, 'the frame in Chinese', () => /** @type {HTMLInputElement | null} */ (document.querySelector('[data-testid="frame-problem"]'))?.value.includes('#lesson=problem&amp;lang=zh&amp;embed=1"'));
  }));

test('on paper: every lesson with its links, no buttons, white, with pictures', () =>
  house.hosted({ link: 'lesson=teacher&theme=dark' }, async (page) => {
    await table(page);
    await says(page, 'hand-trust', 'All alike');
    await page.evaluate(() => void (window.print = () => document.body.setAttribute('data-printed', 'yes')));
    await part(page, 'teacher-print').click();
    await until(page, 'the printer to be asked', () => document.body.hasAttribute('data-printed'));
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const there = (/** @type {string} */ one) => [...document.querySelectorAll(one)].filter((node) => node.checkVisibility());
      return {
        buttons: there('button:not(.teacher-take), .bar-button, input, select').map((one) => one.outerHTML.slice(0, 80)),
        hands: there('.teacher-hand').length,
        links: there('.beat-pill .on-paper').map((one) => one.textContent ?? ''),
        pictures: there('.teacher-still svg').length,
        paper: getComputedStyle(document.body).backgroundColor,
        isCut: document.body.scrollHeight > document.body.clientHeight + 1,
      };
    });
    assert.deepEqual(seen.buttons, []);
    assert.equal(seen.hands, 9);
    assert.equal(seen.links.length, 26);
    assert.ok(seen.links.every((link) => /^http.*#lesson=\w+&beat=\d$/.test(link)), seen.links[0]);
    assert.equal(seen.pictures, 9);
    assert.equal(seen.paper, 'rgb(255, 255, 255)');
    assert.equal(seen.isCut, false);
  }));

test('the teacher’s page in blocks on a phone', () =>
  house.hosted({ ...PHONE, link: 'lesson=teacher&lang=zh' }, async (page) => {
    await table(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.equal(await page.locator('.lessons-place').evaluate((place) => place.scrollWidth <= place.clientWidth), true);
    for (const one of ['open-ask', 'project-ask', 'take-ask', 'plan-fifteen', 'open-problem-4', 'project-problem-4', 'case-1', 'teacher-copy']) {
      const box = await boxOf(part(page, one));
      assert.ok(box && box.height >= 44 && box.width >= 44, `${one} ${box?.width} × ${box?.height}`);
    }
    await says(page, 'teacher-ask', '小节：2–3、6');
  }));

for (const lesson of ['all', 'teacher'])
  for (const lang of ['en', 'zh'])
    for (const theme of ['light', 'dark'])
      for (const reader of [{}, PHONE])
        test(`nothing serious is found: ${lesson}, ${lang}, ${theme}${'touch' in reader ? ', on a phone' : ''}`, () =>
          house.hosted({ ...reader, reducedMotion: 'reduce', link: `lesson=${lesson}&lang=${lang}&theme=${theme}` }, async (page) => {
            await (lesson === 'all' ? list : table)(page);
            await page.evaluate(AXE);
            const found = await page.evaluate(async () => {
              const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
              return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ n) => `${n.html.slice(0, 120)} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
            });
            assert.deepEqual(found, []);
          }));
