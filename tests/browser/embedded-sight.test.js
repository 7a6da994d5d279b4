// A frame among others in somebody's notes: when it plays, how high it is, and what it must never do to the page around.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, openHouse, part, ready, until } from './harness.js';
import { ask, BOTH, byz, forget, frameIn, heard, hears } from './notes.js';
import { serveDist } from './server.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Frame} Frame */

/** @type {import('./harness.js').House} */
let house;
/** @type {Awaited<ReturnType<typeof serveDist>>} */
let elsewhere;
before(async () => {
  [house, elsewhere] = await Promise.all([openHouse(), serveDist()]);
});
after(async () => {
  await house.close();
  elsewhere.close();
});

const LINK = 'v=1&p=om&n=4&t=3&embed=1';
const SIZE = 'display: block; inline-size: 640px; block-size: 420px';

/** @param {import('./notes.js').Kind} kind @param {string} [more] */
const framed = (kind, more = '') => (kind === BOTH[0] ? { src: `${house.host.site}byzantine-generals.html#${LINK}${more}` } : { src: `${elsewhere.site}#${LINK}${more}`, sandbox: null });

/** @param {(page: Page, record: import('./harness.js').Record) => Promise<void>} look @param {import('./harness.js').Reader} [reader] */
const notes = (look, reader = {}) => house.visit(`${house.host.origin}/lecture.html`, reader, look);

/** @param {Page} page @param {number} to */
const scrollTo = (page, to) => page.evaluate((top) => window.scrollTo(0, top), to);
/** @param {Frame} frame */
const cursor = (frame) => frame.evaluate(() => /** @type {any} */ (window).generals.session.cursor);

for (const kind of BOTH)
  test(`autoplay begins in sight, waits out of it, and goes on where it was (${kind})`, () =>
    notes(async (page) => {
      await page.evaluate(() => (document.body.style.paddingBlock = '3000px'));
      const frame = await frameIn(page, framed(kind, '&autoplay=1'));
      await hears(page, { type: 'byz:ready' });
      assert.equal((await heard(page, 'byz:playing')).length, 0);
      await scrollTo(page, 2800);
      await hears(page, { type: 'byz:step', step: 2 });
      await scrollTo(page, 0);
      await hears(page, { type: 'byz:playing', playing: false });
      const at = await cursor(frame);
      await forget(page);
      await scrollTo(page, 2800);
      await hears(page, { type: 'byz:step', step: at + 1 });

      await part(frame, 'play').click();
      await hears(page, { type: 'byz:playing', playing: false });
      await scrollTo(page, 0);
      await forget(page);
      await scrollTo(page, 2800);
      // What comes after it has been seen again.
      await ask(page, byz('theme', { theme: 'dark' }));
      await until(frame, 'what is asked later', () => document.body.dataset.theme === 'dark');
      assert.deepEqual(await heard(page, 'byz:playing'), [], 'who has stopped it finds it so');
    }));

test('a deck plays it with its slide, and stops it', () =>
  notes(async (page) => {
    await frameIn(page, framed(BOTH[0]));
    await hears(page, { type: 'byz:ready' });
    await ask(page, 'slide:start');
    await hears(page, { type: 'byz:step', step: 1 });
    await ask(page, 'slide:stop');
    await hears(page, { type: 'byz:playing', playing: false });
  }));

test('a deck that says so as soon as the frame has loaded is heard', () =>
  notes(async (page) => {
    // reveal.js does so where a frame is fetched when its slide comes.
    await page.evaluate(() =>
      document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && target.contentWindow?.postMessage('slide:start', '*'), true),
    );
    await frameIn(page, framed(BOTH[0]));
    await hears(page, { type: 'byz:step', step: 1 });
  }));

test('it stops where its link says, and a loop begins there anew', () =>
  notes(async (page) => {
    const frame = await frameIn(page, framed(BOTH[0], '&autoplay=1&until=3&speed=4'));
    await hears(page, { type: 'byz:playing', playing: false });
    assert.equal(await cursor(frame), 3);
    await forget(page);
    await ask(page, byz('open', { link: 'v=1&p=om&n=4&at=2&autoplay=1&loop=1&until=5' }));
    await hears(page, { type: 'byz:step', step: 5 });
    await forget(page);
    await hears(page, { type: 'byz:step', step: 2 });
    await hears(page, { type: 'byz:step', step: 5 });
    assert.deepEqual(await heard(page, 'byz:playing'), [], 'while it rests it goes on');
  }));

test('with reduced motion autoplay shows round by round, and nobody rides', () =>
  notes(
    async (page) => {
      const frame = await frameIn(page, framed(BOTH[0], '&autoplay=1&until=3&speed=4'));
      await hears(page, { type: 'byz:playing', playing: false });
      await atStep(frame, 3);
    },
    { reducedMotion: 'reduce' },
  ));

/** A map has many colours. @param {Frame} frame */
const isDrawn = (frame) =>
  until(frame, 'a map to be drawn', () => {
    const canvas = /** @type {HTMLCanvasElement | null} */ (document.querySelector('.map-place canvas'));
    if (!canvas || canvas.clientWidth < 600) return false;
    const copy = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement('canvas'), { width: 600, height: 300 }).getContext('2d', { willReadFrequently: true }));
    copy.drawImage(canvas, 0, 0, 600, 300);
    const { data } = copy.getImageData(0, 0, 600, 300);
    return new Set(new Uint32Array(data.buffer)).size > 50;
  });

for (const kind of BOTH)
  for (const [how, style] of /** @type {const} */ ([
    ['not displayed', 'display: none'],
    ['without any size', 'display: block; inline-size: 0; block-size: 0'],
    ['hidden', `${SIZE}; visibility: hidden`],
    ['not displayed with all around it', `${SIZE}`],
  ]))
    test(`loaded while it is ${how}, it is whole when it is shown (${kind})`, () =>
      notes(async (page) => {
        const isAround = how.endsWith('it');
        await page.evaluate((hidden) => (document.body.hidden = hidden), isAround);
        const frame = await frameIn(page, { ...framed(kind, '&autoplay=1'), style });
        await hears(page, { type: 'byz:ready' });
        // What has its place and its size may be seen, for all that a frame can know.
        if (how !== 'hidden') assert.deepEqual(await heard(page, 'byz:playing'), []);
        await page.evaluate((size) => {
          document.body.hidden = false;
          /** @type {HTMLElement} */ (document.querySelector('iframe')).style.cssText = size;
        }, SIZE);
        await isDrawn(frame);
        assert.equal(await part(frame, 'general-3').isVisible() && (await part(frame, 'scrubber').isVisible()), true);
        await hears(page, { type: 'byz:step', step: 1 });
        await hears(page, { type: 'byz:resize' });
      }));

test('it does not take the focus', () =>
  notes(async (page) => {
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'search' })));
    await page.focus('#search');
    await frameIn(page, framed(BOTH[1], '&autoplay=1'));
    await hears(page, { type: 'byz:step', step: 1 });
    await page.keyboard.type('abc');
    assert.equal(await page.inputValue('#search'), 'abc');
  }));

test('nothing that it does is a step of the history around it, the way out of it neither', () =>
  notes(async (page, record) => {
    const before = await page.evaluate(() => history.length);
    const frame = await frameIn(page, framed(BOTH[0]));
    await hears(page, { type: 'byz:ready' });
    for (const link of ['v=1&p=om&n=5', 'v=1&p=sm&n=4&t=2', 'v=1&p=om&n=7&view=tree']) {
      await ask(page, byz('open', { link }));
      await hears(page, { type: 'byz:link', link: link.replace('&view=tree', '') });
    }
    await ask(page, byz('seek', { step: 3 }));
    await hears(page, { type: 'byz:step', step: 3 });
    await part(frame, 'open-full').click();
    await part(frame, 'share').waitFor({ state: 'attached' });
    await until(frame, 'the whole page', () => document.body.dataset.embed === 'off');
    assert.equal(await page.evaluate(() => history.length), before);
    record.problems = record.problems.filter((said) => !/allow-popups/.test(said));
  }));

test('it uses no frame while it neither plays nor changes', () =>
  house.visit('about:blank', {}, async (page) => {
    await page.addInitScript(() => {
      const ask = requestAnimationFrame;
      /** @type {any} */ (window).asked = 0;
      window.requestAnimationFrame = (run) => {
        /** @type {any} */ (window).asked++;
        return ask(run);
      };
    });
    await page.goto(`${house.host.origin}/lecture.html`);
    const frame = await frameIn(page, framed(BOTH[0], '&autoplay=1'));
    await hears(page, { type: 'byz:step', step: 1 });
    await ask(page, byz('pause'));
    await hears(page, { type: 'byz:playing', playing: false });
    const asked = () => frame.evaluate(() => /** @type {any} */ (window).asked);
    const rest = () => page.evaluate(async () => { for (let i = 0; i < 30; i++) await new Promise(requestAnimationFrame); });
    await rest();
    const before = await asked();
    await rest();
    assert.equal(await asked(), before);
  }));

test('its height is of its width: a page that gives it what it asks for hears one word, and one more when it is narrower', () =>
  notes(
    async (page) => {
      await page.evaluate(() => {
        document.body.style.margin = '0';
        addEventListener('message', ({ data }) => {
          const frame = document.querySelector('iframe');
          if (data.type === 'byz:resize' && frame) frame.style.blockSize = `${data.height}px`;
        });
      });
      // The page around has no room for it without a scroll bar.
      const frame = await frameIn(page, { ...framed(BOTH[0]), style: 'display: block; inline-size: 100%; block-size: 150px' });
      await hears(page, { type: 'byz:resize' });
      const [{ height }] = await heard(page, 'byz:resize');
      await until(page, 'the frame to be so high', (wanted) => document.querySelector('iframe')?.clientHeight === wanted, height);
      const { words, high } = await frame.evaluate(() => ({ words: document.querySelector('.narration')?.clientHeight ?? 0, high: document.documentElement.scrollHeight }));
      assert.ok(words > 30 && high === height, `${words} ${high} ${height}`);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ data) => data.subject).map((/** @type {any} */ data) => data.height)), [height]);

      await page.setViewportSize({ width: 390, height: 480 });
      await until(page, 'to hear of it again', () => /** @type {any} */ (window).heard.filter((/** @type {any} */ data) => data.type === 'byz:resize').length === 2);
      for (const step of [3, 10]) {
        await ask(page, byz('seek', { step }));
        await hears(page, { type: 'byz:step', step });
      }
      assert.equal((await heard(page, 'byz:resize')).length, 2, 'what happens in it does not change its height');
    },
    { viewport: { width: 1000, height: 480 } },
  ));

test('a page that is written into another, as in srcdoc, is given its run by the page around, and by a script', () =>
  notes(async (page) => {
    const srcdoc = await page.evaluate(async (address) => (await fetch(address)).text(), `${house.host.site}byzantine-generals.html`);
    const frame = await frameIn(page, { srcdoc, style: 'inline-size: 640px; block-size: 420px' });
    await ready(frame);
    await hears(page, { type: 'byz:ready', link: 'v=1&p=om&n=4&t=3' });
    await ask(page, byz('open', { link: 'v=1&p=om&n=7&t=2&embed=1&at=4' }));
    await hears(page, { type: 'byz:link', link: 'v=1&p=om&n=7&t=2', step: 4 });
    await until(frame, 'a frame', () => document.body.dataset.embed === 'on');
    await hears(page, { type: 'byz:resize' });
    await frame.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=5'));
    await hears(page, { type: 'byz:link', link: 'v=1&p=om&n=5' });
    assert.equal(await frame.evaluate(() => document.body.dataset.embed), 'on');
    await part(frame, 'open-full').click();
    await until(frame, 'the whole page', () => document.body.dataset.embed === 'off');
    assert.equal(await frame.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=5');
  }));
