// Many elements in a page: at most one plays, the others cost nothing; and what strangers say is not heard.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { frameOf, openNotes, opens, stands } from './element-notes.js';
import { openHouse, part, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
/** @type {Awaited<ReturnType<typeof openNotes>>} */
let notes;
before(async () => {
  house = await openHouse();
  notes = await openNotes(house);
});
after(async () => {
  notes.close();
  await house.close();
});

const LINK = 'v=1&p=om&n=4&t=3';
/** @param {number} count @param {string} [more] */
const many = (count, more = '') => Array.from({ length: count }, (_, i) => `<byzantine-generals id="e${i}" scenario="${LINK}" ${more}></byzantine-generals>`).join('');
const IN_A_GRID = '<style>body { margin: 0; display: grid; grid-template-columns: repeat(5, 1fr) } byzantine-generals { block-size: 190px }</style>';

/** The steps at which all stand. @param {import('./harness.js').Page} page @returns {Promise<number[]>} */
const steps = (page) => page.evaluate(() => [...document.querySelectorAll('byzantine-generals')].map((element) => /** @type {any} */ (element).state?.step));

/** Who plays, as frames say it: the most at once, and all that did. @param {import('./harness.js').Page} page */
const watchPlaying = (page) =>
  page.addInitScript(() => {
    const playing = new Set();
    const report = Object.assign(window, { most: 0, begun: new Set() });
    addEventListener('message', ({ source, data }) => {
      if (data.type !== 'byz:playing') return;
      playing.delete(source);
      if (!data.playing) return;
      playing.add(source);
      report.begun.add(source);
      report.most = Math.max(report.most, playing.size);
    });
  });

test('of twenty that would play, all in sight, one does, and when it is over the next', () =>
  house.visit('about:blank', {}, async (blank) => {
    await watchPlaying(blank);
    await notes.show(blank, IN_A_GRID + many(20, 'controls="none" autoplay speed="4" until="2"'));
    for (let i = 0; i < 20; i++) await opens(blank, i);
    await until(blank, 'three to have played', () => /** @type {any} */ (window).begun.size > 2);
    assert.equal(await blank.evaluate(() => /** @type {any} */ (window).most), 1);
    assert.equal(Math.max(...(await steps(blank))), 2);
  }));

test('what the reader plays stops the one that plays', () =>
  notes.read(many(2, 'height="350"'), {}, async (page) => {
    const [first, second] = [await frameOf(page, 0), await frameOf(page, 1)];
    await part(first, 'play').click();
    await stands(page, { step: 1 });
    await part(second, 'play').click();
    await stands(page, { step: 1 }, 1);
    const [at] = await steps(page);
    await stands(page, { step: 3 }, 1);
    assert.equal((await steps(page))[0], at);
  }));

test('frames that do not play draw nothing', () =>
  notes.read(IN_A_GRID + many(6, 'controls="none"'), {}, async (page) => {
    for (let i = 0; i < 6; i++) await opens(page, i);
    const frames = page.frames().slice(1);
    await Promise.all(frames.map((frame) => until(frame, 'the run to be drawn', () => 'generals' in window)));
    const count = () => {
      const real = window.requestAnimationFrame.bind(window);
      Object.assign(window, { asked: 0 });
      window.requestAnimationFrame = (draw) => (/** @type {any} */ (window).asked++, real(draw));
    };
    await Promise.all(frames.map((frame) => frame.evaluate(count)));
    await page.evaluate(() => /** @type {any} */ (document.querySelector('byzantine-generals')).play());
    await stands(page, { step: 2 });
    const [most, ...others] = (await Promise.all(frames.map((frame) => frame.evaluate(() => /** @type {any} */ (window).asked)))).sort((a, b) => b - a);
    assert.ok(most > 10 && others.every((asked) => asked <= 2), `${most}, ${others}`);
  }));

test('out of sight it pauses, and goes on when it is seen again', () =>
  notes.read(`${many(1, 'autoplay loop')}<div style="block-size: 5000px"></div>`, {}, async (page) => {
    await stands(page, { step: 1 });
    await page.evaluate(() => window.scrollTo(0, 3000));
    const frame = await frameOf(page);
    await part(frame, 'play').and(frame.locator('[aria-pressed="false"], :not([aria-pressed])')).waitFor();
    const [step] = await steps(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await stands(page, { step: step + 1 });
  }));

const KEY = { key: 'x', code: 'KeyX', keyCode: 88, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test('what the page or another frame says in the words of ours changes nothing', () =>
  notes.read(`${many(1)}<iframe id="stranger" srcdoc="<p>stranger</p>"></iframe>`, {}, async (page) => {
    await opens(page);
    const height = await page.locator('byzantine-generals').evaluate((node) => node.clientHeight);
    await page.evaluate((key) => {
      const stranger = /** @type {HTMLIFrameElement} */ (document.getElementById('stranger')).contentWindow;
      const messages = [
        { type: 'byz:step', link: 'v=1&n=9', step: 7, length: 9, verdict: null },
        { type: 'byz:link', link: 'v=1&n=9', step: 7, length: 9, verdict: null },
        { type: 'byz:resize', height: 3000 },
        { type: 'byz:playing', playing: true },
        { type: 'byz:key', ...key },
      ].map((message) => ({ ...message, version: 1 }));
      for (let i = 0; i < 200; i++)
        for (const message of messages) {
          window.postMessage(message, '*');
          /** @type {any} */ (stranger).parent.postMessage(message, '*');
          /** @type {any} */ (stranger).eval(`parent.postMessage(${JSON.stringify(message)}, '*')`);
        }
    }, KEY);
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))));
    assert.deepEqual(await page.evaluate(() => [/** @type {any} */ (window).pressed.length, /** @type {any} */ (window).events.length, /** @type {any} */ (document.querySelector('byzantine-generals')).state.link]), [0, 1, LINK]);
    assert.equal(await page.locator('byzantine-generals').evaluate((node) => node.clientHeight), height);
  }));

test('a flood from its own frame, malformed or not, holds the page up no more than a little', () =>
  notes.read(many(1), {}, async (page) => {
    const frame = await frameOf(page);
    await frame.evaluate((key) => {
      const odd = JSON.parse('{"type": "byz:step", "version": 1, "__proto__": {"link": "x", "step": 1}, "constructor": {"prototype": {"step": 9}}}');
      for (let i = 0; i < 20_000; i++) {
        parent.postMessage({ type: 'byz:key', version: 1, ...key }, '*');
        parent.postMessage(odd, '*');
      }
      parent.postMessage({ type: 'byz:resize', version: 1, height: 1e9 }, '*');
    }, KEY);
    await until(page, 'some of the keys', () => /** @type {any} */ (window).pressed.length > 0);
    await part(frame, 'step').click();
    await stands(page, { step: 1 });
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).pressed.length < 10_000 && !('step' in {}) && /** @type {Element} */ (document.querySelector('byzantine-generals')).clientHeight <= 4000));
  }));
