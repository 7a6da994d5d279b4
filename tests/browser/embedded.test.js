// In a frame: what passes between it and the page around, and whose keys are pressed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, openHouse, part, until } from './harness.js';
import { ask, BOTH, byz, forget, frameIn, heard, hears } from './notes.js';
import { serveDist } from './server.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Frame} Frame */

/** @type {import('./harness.js').House} */
let house;
/** Another origin, as the hosted page has it for most notes. @type {Awaited<ReturnType<typeof serveDist>>} */
let elsewhere;
before(async () => {
  [house, elsewhere] = await Promise.all([openHouse(), serveDist()]);
});
after(async () => {
  await house.close();
  elsewhere.close();
});

const LINK = 'v=1&p=om&n=4&t=3&embed=1';

/** @param {import('./notes.js').Kind} kind @param {string} link */
const framed = (kind, link) => (kind === BOTH[0] ? { src: `${house.host.site}byzantine-generals.html#${link}` } : { src: `${elsewhere.site}#${link}`, sandbox: null });

/** @param {(page: Page, record: import('./harness.js').Record) => Promise<void>} look @param {import('./harness.js').Reader} [reader] */
const notes = (look, reader = {}) => house.visit(`${house.host.origin}/lecture.html`, reader, look);

for (const kind of BOTH)
  test(`it tells what happens, and does what it is asked (${kind})`, () =>
    notes(async (page) => {
      const frame = await frameIn(page, framed(kind, `${LINK}&at=2`));
      await hears(page, byz('ready', { link: 'v=1&p=om&n=4&t=3', step: 2, length: 10, verdict: null }));

      await ask(page, byz('seek', { step: 5 }));
      await hears(page, byz('step', { step: 5 }));
      await ask(page, byz('play'));
      await hears(page, byz('playing', { playing: true }));
      await ask(page, byz('pause'));
      await hears(page, byz('playing', { playing: false }));
      await ask(page, byz('seek', { step: 99 }));
      await hears(page, byz('verdict', { step: 10 }));
      const [{ verdict }] = await heard(page, 'byz:verdict');
      assert.deepEqual(verdict, await frame.evaluate(() => /** @type {any} */ (window).generals.session.verdict()));

      await ask(page, byz('open', { link: 'v=1&p=sm&n=5&t=2' }));
      await hears(page, byz('link', { link: 'v=1&p=sm&n=5&t=2', step: 0, verdict: null }));
      assert.equal(await part(frame, 'scrubber').isVisible() && !(await part(frame, 'share').isVisible()), true, 'it is a frame still');
      await ask(page, byz('theme', { theme: 'dark' }));
      await until(frame, 'dark colours', () => document.body.dataset.theme === 'dark');
      assert.equal((await heard(page, 'byz:ready')).length, 1);
    }));

test('the way to the end is told step by step, and its end once', () =>
  notes(async (page) => {
    await frameIn(page, framed(BOTH[0], `${LINK}&speed=4`));
    await hears(page, { type: 'byz:ready' });
    await ask(page, byz('play'));
    await hears(page, { type: 'byz:playing', playing: false });
    const steps = (await heard(page, 'byz:step')).map(({ step }) => step);
    assert.deepEqual(steps, [...new Set(steps)].sort((a, b) => a - b));
    assert.equal(steps.at(-1), 10);
    assert.equal((await heard(page, 'byz:verdict')).length, 1);
    assert.equal((await heard(page, 'byz:playing')).length, 2);
  }));

test('through one general’s eyes the page around hears of the end, and not what came out', () =>
  notes(async (page) => {
    await frameIn(page, framed(BOTH[0], `${LINK}&pov=2`));
    await hears(page, { type: 'byz:ready' });
    await ask(page, byz('seek', { step: 10 }));
    await hears(page, { type: 'byz:verdict', step: 10, verdict: null });
  }));

test('whoever is not the page around is not heard', () =>
  notes(async (page) => {
    const frame = await frameIn(page, framed(BOTH[1], LINK));
    await hears(page, { type: 'byz:ready' });
    // A neighbour, and the page itself in its own name.
    await page.evaluate(async (message) => {
      const other = document.createElement('iframe');
      other.setAttribute('sandbox', 'allow-scripts');
      other.srcdoc = `<script>addEventListener('message', ({ data }) => parent.postMessage(data, '*'));
        parent.frames[0].postMessage(${JSON.stringify(message)}, '*'); parent.postMessage('sent', '*');</script>`;
      const sent = new Promise((resolve) => addEventListener('message', ({ data }) => data === 'sent' && resolve(null)));
      document.body.append(other);
      await sent;
    }, byz('seek', { step: 7 }));
    await frame.evaluate((message) => {
      window.postMessage(message, '*');
      window.dispatchEvent(new MessageEvent('message', { data: message, source: window.parent }));
    }, byz('seek', { step: 8 }));
    await ask(page, byz('theme', { theme: 'dark' }));
    await until(frame, 'what comes after them', () => document.body.dataset.theme === 'dark');
    assert.equal(await frame.evaluate(() => /** @type {any} */ (window).generals.session.cursor), 0);
  }));

test('the page around is told, and not the one around that', () =>
  notes(async (page) => {
    const inner = `${house.host.site}byzantine-generals.html#${LINK}`;
    await frameIn(page, { srcdoc: `<script>addEventListener('message', ({ data }) => parent.postMessage({ type: 'passed on', data }, '*'));</script><iframe sandbox="allow-scripts" src="${inner.replaceAll('&', '&amp;')}"></iframe>` });
    await page.evaluate(() => addEventListener('message', ({ data }) => /byz/.test(data?.type) && /** @type {any} */ (window).heard.push(data)));
    await until(page, 'the page around to have heard', () => /** @type {any} */ (window).heard.some((/** @type {any} */ { data }) => data?.type === 'byz:resize'));
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ data) => data.type !== 'passed on')), []);
  }));

test('what has no shape is nothing, and a flood does no more than its last words', () =>
  notes(async (page) => {
    const frame = await frameIn(page, framed(BOTH[0], LINK));
    await hears(page, { type: 'byz:ready' });
    await page.evaluate(() => {
      const to = document.querySelector('iframe')?.contentWindow;
      const proto = JSON.parse('{"type":"byz:seek","version":1,"step":4,"__proto__":{"step":4}}');
      const wrong = [null, 0, '', 'slide:', 'byz:play', [], {}, new Date(), { type: 'byz:seek', step: 4 }, { type: 'byz:seek', version: 2, step: 4 }, { type: 'byz:seek', version: 1, step: '4' }, { type: 'byz:seek', version: 1, step: { valueOf: null } }, { type: 'byz:open', version: 1, link: `v=1&p=om&n=5${'&'.repeat(9000)}` }, { type: 'byz:open', version: 1, link: ['v=1'] }, { type: 'byz:theme', version: 1, theme: '<b>' }, { type: 'constructor', version: 1 }, { type: '__proto__', version: 1 }, proto, 'x'.repeat(5_000_000)];
      for (const message of wrong) to?.postMessage(message, '*');
    });
    await ask(page, byz('theme', { theme: 'dark' }));
    await until(frame, 'what comes after them', () => document.body.dataset.theme === 'dark');
    assert.deepEqual(await frame.evaluate(() => [/** @type {any} */ (window).generals.link(), /** @type {any} */ (window).generals.session.cursor]), ['v=1&p=om&n=4&t=3', 0]);

    await forget(page);
    await page.evaluate(() => {
      const to = document.querySelector('iframe')?.contentWindow;
      for (let i = 0; i < 5000; i++) {
        to?.postMessage({ type: 'byz:open', version: 1, link: `v=1&p=om&n=${4 + (i % 4)}` }, '*');
        to?.postMessage({ type: 'byz:seek', version: 1, step: i % 7 }, '*');
        to?.postMessage({ type: 'byz:play', version: 1 }, '*');
      }
      to?.postMessage({ type: 'byz:open', version: 1, link: 'v=1&p=om&n=9' }, '*');
      to?.postMessage({ type: 'byz:seek', version: 1, step: 3 }, '*');
    });
    // By its link, if it stood at that step before; else by its step.
    await hears(page, { link: 'v=1&p=om&n=9', step: 3 });
    const count = await page.evaluate(() => /** @type {any} */ (window).heard.length);
    assert.ok(count < 1500, `${count} messages for 15 002`);
  }));

/** Listens for keys as decks do, by number. @param {Page} page */
const keysSent = async (page) => (await heard(page, 'byz:key')).map(({ key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey }) => [key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey].join(' '));

const DECK = ['ArrowRight', 'PageDown', 'Escape', ' ', 'f'];
const AS_DECKS_READ = ['ArrowRight ArrowRight 39', 'PageDown PageDown 34', 'Escape Escape 27', '  Space 32', 'f KeyF 70'].map((key) => `${key} false false false false`);

for (const more of ['&keys=host', '&controls=none'])
  test(`after a click into it a deck has its keys (${more})`, () =>
    notes(async (page) => {
      const frame = await frameIn(page, framed(BOTH[0], `${LINK}${more}`));
      await hears(page, { type: 'byz:ready' });
      await part(frame, 'general-2').click();
      await page.evaluate(() => (document.body.style.minBlockSize = '4000px'));
      for (const key of DECK) await page.keyboard.press(key === ' ' ? 'Space' : key);
      await hears(page, { type: 'byz:key', key: 'f' });
      assert.deepEqual(await keysSent(page), AS_DECKS_READ);
      assert.deepEqual(await frame.evaluate(() => [/** @type {any} */ (window).generals.session.cursor, scrollY]), [0, 0]);
      assert.equal(await page.evaluate(() => scrollY), 0, 'nor does the frame scroll the page around');
    }));

test('who goes to a button by Tab presses it by keys, also where keys are the host’s', () =>
  notes(async (page) => {
    const frame = await frameIn(page, framed(BOTH[0], `${LINK}&keys=host`));
    await hears(page, { type: 'byz:ready' });
    await part(frame, 'stage').click({ position: { x: 5, y: 5 } });
    for (let i = 0; i < 20 && (await frame.evaluate(() => document.activeElement?.getAttribute('data-testid'))) !== 'step'; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await atStep(frame, 1);
    await page.keyboard.press('f');
    await hears(page, { type: 'byz:key', key: 'f' });
    assert.deepEqual(await keysSent(page), ['f KeyF 70 false false false false']);
  }));

test('with keys of its own it keeps what means something here and sends on the rest', () =>
  notes(async (page) => {
    const frame = await frameIn(page, framed(BOTH[0], LINK));
    await hears(page, { type: 'byz:ready' });
    await part(frame, 'stage').click({ position: { x: 5, y: 5 } });
    for (const key of ['ArrowRight', 'PageDown', '+', '0', 'Escape', 'f', 'Shift', 'Tab', 'Control+Shift+F']) await page.keyboard.press(key);
    await atStep(frame, 1);
    await hears(page, { type: 'byz:key', key: 'F', ctrlKey: true });
    assert.deepEqual(await keysSent(page), ['PageDown PageDown 34', 'Escape Escape 27', 'f KeyF 70'].map((key) => `${key} false false false false`).concat('F KeyF 70 true true false false'));
  }));

test('what is typed in a field is never sent on', () =>
  notes(async (page) => {
    const frame = await frameIn(page, { ...framed(BOTH[0], `${LINK}&view=table&keys=host`), style: 'inline-size: 900px; block-size: 600px' });
    await hears(page, { type: 'byz:ready' });
    await until(frame, 'the table', () => document.body.dataset.view === 'table');
    await frame.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'field';
      document.querySelector('.centre')?.append(field);
      field.focus();
    });
    await page.keyboard.type('secret');
    await frame.evaluate(() => document.getElementById('field')?.remove());
    await frame.locator('body').press('f');
    await hears(page, { type: 'byz:key', key: 'f' });
    assert.deepEqual((await heard(page, 'byz:key')).map(({ key }) => key), ['f']);
  }));
