// The element and the page around it: made when it is near, as high as it must be, in the page's colours, and no trap for a deck's keys.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { frameOf, openNotes, opens, stands } from './element-notes.js';
import { boxOf, openHouse, part, until } from './harness.js';

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
const element = (more = '') => `<byzantine-generals scenario="${LINK}" ${more}></byzantine-generals>`;
const FAR = '<div style="block-size: 6000px"></div>';

/** @param {import('./harness.js').Page} page */
const hasFrame = (page) => page.locator('byzantine-generals iframe').count();

/** Two paintings later whatever would come by itself has come. @param {import('./harness.js').Page} page */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

test('far below it is no frame, and its place is kept: nothing moves when it comes', () =>
  notes.read(`${FAR}<div style="inline-size: 700px">${element()}<p id="after">after</p></div>`, {}, async (page) => {
    await painted(page);
    assert.equal(await hasFrame(page), 0);
    const place = () => page.locator('#after').evaluate((node) => node.getBoundingClientRect().top + window.scrollY);
    const before = await place();
    await page.evaluate(() => window.scrollTo(0, 5400));
    const frame = await frameOf(page);
    await part(frame, 'general-4').waitFor();
    await painted(page);
    assert.equal(await place(), before);
  }));

test('it is as high as its frame asks, and no frame scrolls; with a height it is that high', () =>
  notes.read(`<div style="inline-size: 700px">${element()}</div>`, {}, async (page) => {
    const frame = await frameOf(page);
    await until(page, 'the height that was asked for', () => document.querySelector('byzantine-generals')?.clientHeight === 506);
    assert.ok(await frame.evaluate(() => document.documentElement.clientWidth === innerWidth && document.querySelector('.page')?.clientHeight === innerHeight));
    for (const [height, pixels] of [['300', 300], ['50vh', 400], ['22em', 352]]) {
      await page.evaluate((value) => document.querySelector('byzantine-generals')?.setAttribute('height', value), String(height));
      assert.equal((await boxOf(page.locator('byzantine-generals'))).height, pixels);
      assert.equal((await boxOf(page.locator('byzantine-generals iframe'))).height, pixels);
    }
    await page.evaluate(() => document.querySelector('byzantine-generals')?.removeAttribute('height'));
    assert.equal((await boxOf(page.locator('byzantine-generals'))).height, 506);
  }));

for (const [what, style] of [
  ['in a part that is not displayed', 'display: none'],
  ['in a part without size', 'inline-size: 0; block-size: 0; overflow: hidden'],
])
  test(`${what} it is whole once that is shown`, () =>
    notes.read(`<div id="part" style="${style}">${element()}</div>`, {}, async (page) => {
      await painted(page);
      await page.evaluate(() => document.getElementById('part')?.removeAttribute('style'));
      const frame = await frameOf(page);
      await part(frame, 'general-4').waitFor();
      const box = await boxOf(part(frame, 'stage'));
      assert.ok(box && box.width > 600 && box.height > 300, JSON.stringify(box));
    }));

/** @param {import('./harness.js').Frame} frame @param {string} theme */
const isIn = (frame, theme) => until(frame, `${theme} colours`, (wanted) => getComputedStyle(document.body).colorScheme === wanted, theme);

/** Pages that are dark in one way or another. @type {[string, string, import('./harness.js').Reader][]} */
const DARK = [
  ['a dark background', '<style>body { background: #0d1117; color: #eee }</style>', {}],
  ['a dark background in a newer colour', '<style>main { background: oklch(0.2 0.03 260); color: oklch(0.97 0 0) }</style>', {}],
  ['colours of the browser', '<style>:root { color-scheme: dark }</style>', {}],
  ['the colours of the system', '<style>:root { color-scheme: light dark }</style>', { colorScheme: 'dark' }],
  ['light letters on a dark slide', '<style>.reveal { color: #fff }</style>', {}],
];
for (const [what, head, reader] of DARK)
  test(`in a page with ${what} it is dark`, () =>
    notes.read(`${head}<main class="${what.includes('slide') ? 'reveal' : ''}">${element()}</main>`, reader, async (page) => isIn(await frameOf(page), 'dark')));

test('it follows a page that changes its colours, also slowly, and nothing is loaded again', () =>
  notes.read(
    `<style>body { background: #fff; color: #222; transition: background-color 100ms } .night { background: #111; color: #ddd }</style>${element()}`,
    { colorScheme: 'dark' },
    async (page) => {
      const frame = await frameOf(page);
      await isIn(frame, 'light');
      await page.evaluate(() => document.body.classList.add('night'));
      await isIn(frame, 'dark');
      await page.evaluate(() => document.body.classList.remove('night'));
      await isIn(frame, 'light');
      await page.evaluate(() => document.querySelector('byzantine-generals')?.setAttribute('theme', 'dark'));
      await isIn(frame, 'dark');
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).events.filter((/** @type {any} */ { type }) => type === 'byz:ready').length), 1);
    },
  ));

/** A deck as reveal.js makes them: slides upon each other, the present one alone to be seen, turned by `keyCode`. */
const DECK = `<style>section { position: absolute; inset: 0 } section:not(.present) { visibility: hidden }</style>
<div class="reveal"><div class="slides">
<section class="present">${element('autoplay')}</section><section class="future">${element('autoplay')}</section>
</div></div>
<script>
  const slides = [...document.querySelectorAll('section')];
  window.turned = [];
  let at = 0;
  const turn = (to) => {
    at = to;
    slides.forEach((slide, i) => (slide.className = i < to ? 'past' : i > to ? 'future' : 'present'));
    document.querySelector('.reveal').dispatchEvent(new Event('slidechanged', { bubbles: true }));
  };
  document.addEventListener('keydown', ({ keyCode, shiftKey }) => {
    turned.push(keyCode);
    if ([34, 39, 32].includes(keyCode) && !shiftKey) turn(1);
    if ([33, 37].includes(keyCode)) turn(0);
    if (keyCode === 70) document.documentElement.requestFullscreen();
  });
</script>`;

test('after a click into the frame the keys of the deck still turn its slides', () =>
  notes.read(DECK, {}, async (page) => {
    const frame = await frameOf(page);
    await part(frame, 'stage').click({ position: { x: 5, y: 5 } });
    await until(page, 'the focus in the frame', () => document.activeElement?.localName === 'byzantine-generals');
    for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', ' ', 'Escape']) await page.keyboard.press(key);
    await until(page, 'six keys', () => /** @type {any} */ (window).turned.length === 6);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).turned), [34, 33, 39, 37, 32, 27]);
    await page.keyboard.press('f');
    await until(page, 'the whole screen', () => document.fullscreenElement !== null);
  }));

test('outside of decks its keys are its own, and those that do nothing in it are the page’s', () =>
  notes.read(element(), {}, async (page) => {
    const frame = await frameOf(page);
    await part(frame, 'stage').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('ArrowRight');
    await stands(page, { step: 1 });
    await page.keyboard.press('j');
    await until(page, 'the other key', () => /** @type {any} */ (window).pressed.length > 0);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).pressed), [{ key: 'j', keyCode: 74 }]);
  }));

test('on a slide that is turned it pauses, the one that comes plays, and coming back it goes on', () =>
  notes.read(DECK, {}, async (page) => {
    await stands(page, { step: 1 });
    await opens(page, 1);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelectorAll('byzantine-generals')[1]).state.step), 0);
    await page.evaluate('turn(1)');
    await stands(page, { step: 1 }, 1);
    const [first] = await Promise.all([0].map((i) => page.evaluate((which) => /** @type {any} */ (document.querySelectorAll('byzantine-generals')[which]).state.step, i)));
    await stands(page, { step: 2 }, 1);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelectorAll('byzantine-generals')[0]).state.step), first);
    await page.evaluate('turn(0)');
    await stands(page, { step: first + 1 });
  }));

test('in the small frames of a speaker’s view it is there, too', () =>
  notes.read('<iframe style="inline-size: 960px; block-size: 700px; transform: scale(0.2)"></iframe>', {}, async (page) => {
    await page.locator('iframe').evaluate((frame, html) => void (/** @type {HTMLIFrameElement} */ (frame).srcdoc = html), notes.written(DECK));
    await until(page, 'both slides to have their runs', () => {
      const all = [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('byzantine-generals') ?? [])];
      return all.length === 2 && all.every((element) => /** @type {any} */ (element).state);
    });
  }));
