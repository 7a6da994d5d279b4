// The quiz: twelve questions by keys alone, a table with the engine's own answers, a file that is sent nowhere, and twice makes a measure.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import '../node/engine.js';
import { ask } from '../../www/js/lessons/asking.js';
import { asIn } from '../../www/js/lessons/quiz-forms.js';
import { faults } from './axe-faults.js';
import { openHouse, part, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Frame} Frame */

const LINK = 'v=1&p=om&n=4&t=3&lesson=quiz';
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };
/** @param {'en' | 'zh'} lang @returns {import('../../www/js/lessons/quiz-forms.js').Question[]} */
const questionsIn = (lang) => JSON.parse(readFileSync(new URL(`../../www/lang/lessons/${lang}/quiz.json`, import.meta.url), 'utf8')).questions;
const QUESTIONS = questionsIn('en');
/** The twelve in one form, each with the engine's answer. @param {'A' | 'B'} form @param {'en' | 'zh'} [lang] */
const asked = (form, lang = 'en') => questionsIn(lang).map((question) => ({ ...asIn(question, form), answer: ask(question[form].ask, question[form].link) }));

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Waits for the question of that number, from 1. @param {Page | Frame} page @param {number} place */
const atQuestion = (page, place) => says(page, 'quiz-question', `Question ${place} of 12`);

/** By keys alone: to the nickname, and on to the first question. @param {Page} page @param {string} nickname */
async function begin(page, nickname) {
  await part(page, 'quiz-nickname').waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('data-testid') === 'quiz-nickname')) break;
  }
  await page.keyboard.type(nickname);
  await page.keyboard.press('Enter');
  await atQuestion(page, 1);
}

/** Answers what stands by keys, each with what `key` says of its number, from 0. @param {Page} page @param {(place: number) => number} key @param {number} [from] @param {number} [to] */
async function answer(page, key, from = 0, to = QUESTIONS.length) {
  for (let place = from; place < to; place++) {
    await atQuestion(page, place + 1);
    await page.keyboard.press(String(key(place)));
    await page.keyboard.press('Enter');
  }
}

/** All answers have been computed. @param {Page | Frame} page */
async function computed(page) {
  await part(page, 'quiz-result').waitFor();
  await part(page, 'quiz-text').waitFor();
}

/** The rows of a quiz in the table. @param {Page} page @param {'before' | 'after'} when */
const table = (page, when) =>
  page.locator(`.quiz-table[data-when="${when}"] tbody tr`).evaluateAll((lines) =>
    lines.map((line) => ['said', 'computed', 'right'].map((column) => line.querySelector(`[data-column="${column}"]`)?.textContent?.trim())),
  );

test('by keys alone through all twelve: the table has what was said and what the engine computes, the file too, and nothing is sent', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page, record) => {
    await begin(page, 'a,nn0');
    // Every second question is not known; the others have their first choice.
    const twelve = asked('A');
    const key = (/** @type {number} */ place) => (place % 2 === 0 ? 1 : twelve[place].choices.length + 1);
    await answer(page, key, 0, 11);
    await atQuestion(page, 12);
    const requests = record.requests.length;
    assert.equal(await part(page, 'quiz-result').count(), 0, 'nothing is told before the end');
    await answer(page, key, 11);
    await computed(page);
    const wanted = twelve.map(({ choices, answer }, place) => {
      const said = place % 2 === 0 ? choices[0] : undefined;
      return [said?.text ?? 'I do not know', choices.find(({ is }) => is === answer)?.text, said?.is === answer ? 'yes' : 'no'];
    });
    assert.deepEqual(await table(page, 'before'), wanted);
    const right = wanted.filter(([, , is]) => is === 'yes').length;
    await says(page, 'quiz-score', `${right} of 12 right`);

    const [download] = await Promise.all([page.waitForEvent('download'), part(page, 'quiz-csv').click()]);
    assert.equal(download.suggestedFilename(), 'quiz-a-nn0-before.csv');
    const text = readFileSync(await download.path(), 'utf8');
    assert.equal(text, await part(page, 'quiz-text').evaluate((field) => /** @type {HTMLTextAreaElement} */ (field).value.replaceAll('\n', '\r\n')));
    const [head, ...lines] = text.trimEnd().split('\r\n');
    assert.equal(head, 'nickname,form,when,question,link,choice,computed,right,seconds');
    assert.equal(lines.length, 12);
    const code = (/** @type {unknown} */ value) => (value === '' ? 'none' : String(value));
    for (const [place, line] of lines.entries()) {
      const { id, link, choices, answer } = twelve[place];
      const said = place % 2 === 0 ? choices[0].is : undefined;
      const [start, seconds] = [line.slice(0, line.lastIndexOf(',')), line.slice(line.lastIndexOf(',') + 1)];
      assert.equal(start, ['"a,nn0"', 'A', 'before', id, link, place % 2 === 0 ? code(said) : 'do-not-know', code(answer), Number(said === answer)].join());
      assert.match(seconds, /^\d+\.\d$/);
    }
    // But for parts of the page, which come meanwhile, nothing is asked of anybody.
    const isOwn = (/** @type {string} */ address) => /^[^?#]+\/assets\/[\w.-]+$/.test(address) && address.startsWith(house.host.site);
    assert.deepEqual(record.requests.slice(requests).filter((address) => !address.startsWith('data:') && !isOwn(address)), []);
  }));

test('each question is a heading over a group of radio buttons, read first when it comes', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await begin(page, 'bo1');
    const [first] = asked('B');
    await until(page, 'the heading to have the focus', () => document.activeElement?.tagName === 'H2');
    const group = page.getByRole('radiogroup', { name: first.text });
    assert.deepEqual(await group.getByRole('radio').evaluateAll((all) => all.map((one) => one.closest('label')?.querySelector('.words')?.textContent)), ['Yes', 'No', 'I do not know']);
    await page.keyboard.press('Enter');
    await says(page, 'quiz-question', 'Choose something first');
    await page.keyboard.press('2');
    assert.equal(await page.getByRole('radio', { name: 'No', exact: true }).isChecked(), true);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.getByRole('radio', { name: 'I do not know' }).isChecked(), true);
    await page.keyboard.press('9');
    assert.equal(await page.getByRole('radio', { name: 'I do not know' }).isChecked(), true);
  }));

test('loaded again in the middle, and in the other language, it goes on where it was', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await begin(page, 'bo1');
    await answer(page, () => 2, 0, 4);
    await page.keyboard.press('1');
    await page.reload();
    await atQuestion(page, 5);
    assert.equal(await page.getByRole('radio', { name: 'Yes' }).isChecked(), true);
    await page.evaluate(() => /** @type {any} */ (window).generals.open(`${location.hash.slice(1)}&lang=zh`));
    const words = asked('B', 'zh');
    await says(page, 'quiz-question', words[4].text);
    assert.equal(await page.getByRole('radio', { name: words[4].choices[0].text, exact: true }).isChecked(), true);
    await page.keyboard.press('Enter');
    await says(page, 'quiz-question', words[5].text);
    for (let place = 5; place < 12; place++) {
      await says(page, 'quiz-question', words[place].text);
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
    }
    await computed(page);
    assert.deepEqual((await table(page, 'before')).map(([said]) => said), words.map(({ choices }, place) => choices[place === 4 ? 0 : 1].text));
  }));

for (const [where, elsewhere] of /** @type {[string, string | null][]} */ ([['at the question', null], ['on the map', 'v=1&p=om&n=4&t=3']]))
  test(`a tab in which the quiz was begun follows another, and leaving it ${where} takes no answer away`, () =>
    house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
      await begin(page, 'bo1');
      await page.keyboard.press('2');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await atQuestion(other, 1);
      if (elsewhere) {
        await page.evaluate((link) => /** @type {any} */ (window).generals.open(link), elsewhere);
        await part(page, 'quiz-question').waitFor({ state: 'hidden' });
      }
      await answer(other, () => 1, 0, 4);
      await other.keyboard.press('2');
      if (!elsewhere) {
        await atQuestion(page, 5);
        await until(page, 'the choice of the other tab', () => document.querySelectorAll('[data-testid="quiz-choice-2"] :checked').length === 1);
      }
      const said = () => Object.keys(JSON.parse(localStorage.getItem('byzantine-generals.quiz') ?? '').takes[0].said).length;
      // By the clock of the page: one behind another is not painted.
      await page.waitForFunction(() => Object.keys(JSON.parse(localStorage.getItem('byzantine-generals.quiz') ?? '').takes[0].said).length === 4, undefined, { polling: 20 });
      // What leaving does is seen before the page is gone.
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      assert.equal(await page.evaluate(said), 4);
      await page.goto('about:blank');
      await other.reload();
      await atQuestion(other, 5);
      assert.equal(await part(other, 'quiz-choice-2').getByRole('radio').isChecked(), true);
      await answer(other, () => 1, 4);
      await computed(other);
      assert.equal((await table(other, 'before')).length, 12);
    }));

test('what is begun anew in one tab begins in the other too, and time that was spent is not lost with the way round by the map', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await begin(page, 'bo1');
    const spent = () => page.evaluate(() => JSON.parse(localStorage.getItem('byzantine-generals.quiz') ?? 'null')?.takes[0].open?.seconds ?? 0);
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=4&t=3'));
    await part(page, 'quiz-question').waitFor({ state: 'hidden' });
    const before = await spent();
    assert.ok(before > 0);
    await page.goto(`${house.host.site}#${LINK}`);
    await atQuestion(page, 1);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await part(other, 'quiz-anew').click();
    await part(other, 'quiz-anew').click();
    await part(page, 'quiz-nickname').waitFor();
    await page.goto('about:blank');
    await other.reload();
    await part(other, 'quiz-nickname').waitFor();
  }));

test('the second time is the other form, and the measure is after minus before; begun anew, nothing is left', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await begin(page, 'ann0');
    await answer(page, () => 1);
    await computed(page);
    await part(page, 'quiz-after').click();
    const [one, other] = [asked('A'), asked('B')];
    await says(page, 'quiz-question', other[0].text);
    const right = other.map(({ choices, answer }) => choices.findIndex(({ is }) => is === answer) + 1);
    await answer(page, (place) => right[place]);
    await computed(page);
    const changes = one.map(({ choices, answer }) => (choices[0].is === answer ? '0' : '+1'));
    const measured = await page.locator('.quiz-measure tbody tr').evaluateAll((lines) => lines.map((line) => line.lastElementChild?.textContent));
    assert.deepEqual(measured, changes);
    assert.equal(await page.locator('.quiz-measure tfoot td').last().textContent(), `+${changes.filter((change) => change === '+1').length}`);
    const lines = (await part(page, 'quiz-text').inputValue()).trimEnd().split('\n').slice(1);
    assert.deepEqual([lines.length, lines.filter((line) => line.startsWith('ann0,B,after,')).length], [24, 12]);
    await part(page, 'quiz-anew').click();
    await part(page, 'quiz-result').waitFor();
    await part(page, 'quiz-anew').click();
    await part(page, 'quiz-nickname').waitFor();
    await page.reload();
    await part(page, 'quiz-nickname').waitFor();
  }));

test('who begins after the lessons has the other form, and a teacher may say which', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await part(page, 'quiz-nickname').fill('ann0');
    await says(page, 'quiz-form-own', 'ann0: form A');
    await part(page, 'quiz-when-after').click();
    await says(page, 'quiz-form-own', 'ann0: form B');
    await page.locator('.quiz-start summary').click();
    await part(page, 'quiz-form').selectOption('A');
    await says(page, 'quiz-form-own', 'ann0: form A');
    await part(page, 'quiz-begin').click();
    await says(page, 'quiz-question', asked('A')[0].text);
  }));

test('a strange thing in the storage is harmless', () =>
  house.hosted({ link: LINK, reducedMotion: 'reduce' }, async (page) => {
    await part(page, 'quiz-nickname').waitFor();
    for (const strange of ['{', '[1]', '{"nickname":"x","takes":[{"form":"A","when":"before","said":{"default":{"choice":"<b>","seconds":1}},"open":null,"ended":false}]}']) {
      await page.evaluate((text) => localStorage.setItem('byzantine-generals.quiz', text), strange);
      await page.reload();
      await part(page, 'quiz-nickname').waitFor();
    }
    // As it might be, but of a quiz with other choices.
    await page.evaluate(() => localStorage.setItem('byzantine-generals.quiz', '{"nickname":"x","takes":[{"form":"A","when":"before","said":{"default":{"choice":77,"seconds":1},"gone":{"choice":0,"seconds":1}},"open":{"choice":77,"seconds":1},"ended":false}]}'));
    await page.reload();
    await atQuestion(page, 2);
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  }));

test('in a sandbox that keeps and saves nothing the file is there to be copied', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page, record) => {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 900px; block-size: 700px; border: 0';
      frame.src = address;
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html#${LINK}`);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await part(frame, 'quiz-nickname').fill('ann0');
    await part(frame, 'quiz-begin').click();
    for (let place = 1; place <= 12; place++) {
      await atQuestion(frame, place);
      await part(frame, 'quiz-choice-2').click();
      await part(frame, 'quiz-next').click();
    }
    await computed(frame);
    assert.equal(await part(frame, 'quiz-csv').isVisible(), false);
    await part(frame, 'quiz-copy').click();
    const text = await part(frame, 'quiz-text').inputValue();
    assert.equal(text.trimEnd().split('\n').length, 13);
    assert.equal(await frame.evaluate(() => getSelection()?.toString() || /** @type {HTMLTextAreaElement} */ (document.activeElement).value), text);
    // The browser says that it kept the clipboard from being asked, and that is all.
    record.problems = record.problems.filter((said) => !/Clipboard API has been blocked/.test(said));
  }));

for (const [name, reader] of /** @type {[string, import('./harness.js').Reader][]} */ ([
  ['by day', { link: LINK }],
  ['by night on a phone, in Chinese', { ...PHONE, link: `${LINK}&theme=dark&lang=zh` }],
])) {
  test(`nothing serious is found, and nothing is cut off: ${name}`, () =>
    house.hosted({ reducedMotion: 'reduce', ...reader }, async (page) => {
      await part(page, 'quiz-nickname').waitFor();
      assert.deepEqual(await faults(page), []);
      await part(page, 'quiz-nickname').fill('ann0');
      await part(page, 'quiz-begin').click();
      for (let place = 0; place < 12; place++) {
        await until(page, `question ${place + 1}`, (part) => document.querySelector('.quiz-way')?.getAttribute('style')?.endsWith(`${part}`), (place + 1) / 12);
        if (place === 0 || place === 6) assert.deepEqual(await faults(page), []);
        await part(page, 'quiz-choice-1').click();
        await part(page, 'quiz-next').click();
      }
      await computed(page);
      assert.deepEqual(await faults(page), []);
      const { wide, seen } = await page.evaluate(() => {
        const place = /** @type {HTMLElement} */ (document.querySelector('.lessons-place'));
        return { wide: place.scrollWidth, seen: place.clientWidth };
      });
      assert.ok(wide <= seen, `${wide} in ${seen}`);
    }));
}
