// Lessons as they are opened: every beat, wherever the page stands; what is kept; what a changed link, another language or a wrong name does; small screens.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, says, until } from './harness.js';
import { answer, BEATS, beatsOf, EXHIBITS, first, goTo, QUESTIONS, stands, told } from './lesson-steps.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./lesson-steps.js').Place} Place */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const SWAP = beatsOf('problem')[3];
const TURN_ONE = beatsOf('problem')[4];

/** Which choice is marked as the reader's, counted from 1; 0: none. @param {Page} page */
const saidHere = (page) => page.locator('.prediction').evaluateAll((all) => all.findIndex((one) => /** @type {HTMLElement} */ (one).dataset.said === 'yes') + 1);

for (const where of /** @type {const} */ (['hosted', 'file']))
  test(`every beat and every exhibit opens with its title and its stage, and nothing goes wrong (${where})`, { timeout: 120_000 }, () =>
    house[where]({ link: 'lesson=all', reducedMotion: 'reduce' }, async (page, record) => {
      await part(page, 'lesson-trust').waitFor();
      for (const place of [...BEATS, ...EXHIBITS]) {
        await goTo(page, place);
        assert.deepEqual(record.problems, [], `${place.id} ${place.k}`);
      }
    }));

test('a beat of every lesson opens in a sandbox that allows scripts alone', () =>
  house.visit(`${house.host.origin}/lecture.html`, { viewport: { width: 1300, height: 900 }, reducedMotion: 'reduce' }, async (page, record) => {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 1280px; block-size: 800px; border: 0';
      frame.src = address;
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html#lesson=problem&beat=2`);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    for (const place of QUESTIONS) {
      await goTo(frame, place);
      await answer(frame, 1);
      assert.deepEqual(record.problems, [], `${place.id} ${place.k}`);
    }
  }));

test('in a frame whose address cannot change the way through a lesson leads on', () =>
  house.visit(`${house.host.origin}/lecture.html`, { viewport: { width: 1300, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
    await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 1280px; block-size: 800px; border: 0';
      frame.srcdoc = await (await fetch(address)).text();
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html`);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await part(frame, 'view-lessons').click();
    await part(frame, 'lesson-rules').click();
    const [one, two, three] = beatsOf('rules');
    await stands(frame, one);
    await part(frame, 'lesson-next').click();
    await stands(frame, two);
    await answer(frame, 3);
    await part(frame, 'lesson-next').click();
    await stands(frame, three);
  }));

test('loaded again, every lesson is at its beat with the answer', { timeout: 60_000 }, () =>
  house.hosted({ link: 'lesson=all', reducedMotion: 'reduce' }, async (page) => {
    await part(page, 'lesson-trust').waitFor();
    for (const place of QUESTIONS) {
      await goTo(page, place);
      await answer(page, 2);
      const before = await part(page, 'lesson-reveal').innerText();
      await page.reload();
      await stands(page, place);
      await told(page);
      assert.equal(await saidHere(page), 2, place.id);
      assert.equal(await part(page, 'lesson-reveal').innerText(), before, place.id);
    }
  }));

test('Back leads to the beat before, with its answer: the button of the lesson and that of the browser', () =>
  house.hosted({ link: 'lesson=problem&beat=4', reducedMotion: 'reduce' }, async (page) => {
    await stands(page, SWAP);
    await answer(page, 1);
    for (const back of [() => part(page, 'lesson-back').click(), () => page.goBack()]) {
      await part(page, 'lesson-next').click();
      await stands(page, TURN_ONE);
      await back();
      await stands(page, SWAP);
      await told(page);
      assert.equal(await saidHere(page), 1);
      await addressSays(page, 'beat', '4');
    }
  }));

test('once answered, a link with another scenario opens on the stage of its beat, and “Back to the lesson” brings the beat’s own', () =>
  house.hosted({ link: 'lesson=problem&beat=5', reducedMotion: 'reduce' }, async (page) => {
    await stands(page, TURN_ONE);
    await answer(page, 1);
    await page.evaluate(() => void (location.hash = 'v=1&p=om&n=6&m=0&lesson=problem&beat=5'));
    await part(page, 'general-6').waitFor();
    await part(page, 'lesson-restore').click();
    await part(page, 'general-6').waitFor({ state: 'detached' });
    await stands(page, TURN_ONE);
    await addressSays(page, 'n', '4');
    assert.equal(await part(page, 'lesson-restore').isVisible(), false);
  }));

test('another language in the middle of a lesson keeps its beat, the answer and the place in time', () =>
  house.hosted({ link: 'lesson=liars&beat=2', reducedMotion: 'reduce' }, async (page) => {
    await stands(page, beatsOf('liars')[1]);
    await answer(page, 2);
    const step = await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor);
    await part(page, 'lang').locator('[value="zh"]').click();
    await says(page, 'lesson-reveal', '算出来的是');
    await until(page, 'the title in Chinese', () => /\p{Script=Han}/u.test(document.querySelector('[data-testid="lesson-title"]')?.textContent ?? ''));
    assert.equal(await saidHere(page), 2);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor), step);
    await addressSays(page, 'beat', '2');
    assert.doesNotMatch(await part(page, 'lesson').innerText(), /[a-z]{4}/, 'nothing is left in English');
  }));

test('a lesson that does not exist is said not to', () =>
  house.hosted({ link: 'lesson=nosuch' }, async (page) => {
    await says(page, 'lesson', 'There is no lesson called “nosuch”.');
    await part(page, 'lesson-all').click();
    await part(page, 'lesson-trust').waitFor();
  }));

test('where nothing may be stored, answers last as long as the page', () =>
  house.hosted({ link: 'lesson=problem&beat=4', reducedMotion: 'reduce' }, async (page) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    await page.reload();
    await stands(page, SWAP);
    await answer(page, 2);
    await part(page, 'lesson-next').click();
    await stands(page, TURN_ONE);
    await part(page, 'lesson-back').click();
    await stands(page, SWAP);
    await told(page);
    assert.equal(await first(page), 'As you said: No.');
  }));

/** What is seen of the text and of the stage, and what is wider than the screen. @param {Page} page */
const rooms = (page) =>
  page.evaluate(() => {
    const seen = (/** @type {Element | null | undefined} */ node) => {
      if (!node?.checkVisibility()) return 0;
      const { top, bottom } = node.getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0);
    };
    const stages = [...document.querySelectorAll('.centre > :is(.map-place, .view, .pair-place, .lab), .letter-place')];
    return { text: seen(document.querySelector('.lesson-text')), stage: Math.max(...stages.map(seen)), wide: document.documentElement.scrollWidth };
  });

for (const viewport of [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
]) {
  const PHONE = { link: 'lesson=all', viewport, touch: true, reducedMotion: /** @type {const} */ ('reduce') };
  const size = `${viewport.width} × ${viewport.height}`;
  test(`${size}: text and stage of every beat are seen at once, and nothing is wider than the screen`, { timeout: 120_000 }, () =>
    house.hosted(PHONE, async (page) => {
      await part(page, 'lesson-trust').waitFor();
      const narrow = [];
      for (const place of [...BEATS, ...EXHIBITS]) {
        await goTo(page, place);
        const { text, stage, wide } = await rooms(page);
        if (text < 150 || stage < 170 || wide > viewport.width) narrow.push(`${place.id} ${place.k}: text ${text}, stage ${stage}, ${wide} wide`);
      }
      assert.deepEqual(narrow, []);
    }));

  test(`${size}: after the answer what happened is in sight`, { timeout: 60_000 }, () =>
    house.hosted(PHONE, async (page) => {
      await part(page, 'lesson-trust').waitFor();
      for (const place of QUESTIONS) {
        await goTo(page, place);
        await answer(page, 1);
        await until(page, `what happened in ${place.id} in sight`, () => {
          const [text, reveal] = ['.lesson-text', '.reveal'].map((one) => document.querySelector(one)?.getBoundingClientRect());
          return text && reveal && reveal.top >= text.top - 1 && Math.min(reveal.bottom, reveal.top + 80) <= Math.min(text.bottom, innerHeight) + 1;
        });
      }
    }));
}

