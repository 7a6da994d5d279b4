// Files made by the page: each kind is saved from the share dialog and opened again.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openHouse>>} */
let house;
/** Where files are saved. @type {string} */
let folder;
before(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'generals-'));
});
after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const RUN = 'v=1&p=om&n=4&t=3';

/** Chooses a kind of file in the share dialog. @param {Page} page @param {string} kind */
async function chooseKind(page, kind) {
  if (!(await part(page, 'share-link').isVisible())) await part(page, 'share').click();
  await part(page, `file-${kind}`).check({ force: true });
}

/** Saves what is shown as a kind of file. @param {Page} page @param {string} kind */
async function saved(page, kind) {
  await chooseKind(page, kind);
  const [download] = await Promise.all([page.waitForEvent('download'), part(page, 'file-save').click()]);
  const name = download.suggestedFilename();
  const path = join(folder, name);
  await download.saveAs(path);
  return { name, path, bytes: readFileSync(path) };
}

/** What a browser sees in a file, in a page that knows nothing of ours. @template T @param {Buffer} bytes @param {string} type @param {(address: string) => T | Promise<T>} look runs in the page @returns {Promise<T>} */
async function seen(bytes, type, look) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    // Encoders and decoders are there for pages that came safely.
    await page.goto(`${house.host.origin}/lecture.html`);
    const address = `data:${type};base64,${bytes.toString('base64')}`;
    return /** @type {T} */ (await page.evaluate(/** @type {any} */ (look), address));
  } finally {
    await browser.close();
  }
}

/** How large a picture is, and how many colours it has. @param {string} address */
async function picture(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, colours: new Set(new Uint32Array(data.buffer)).size };
}

test('the map as svg is whole by itself: small, its text is text, and it names its run and its link', () =>
  house.hosted({ link: `${RUN}&at=5` }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'svg');
    assert.equal(name, 'generals-om-n4-m1-t3-step5.svg');
    assert.ok(bytes.length < 60_000, `${bytes.length}`);
    const text = bytes.toString();
    assert.doesNotMatch(text, /var\(|class=|href=/);
    const { fault, texts } = await page.evaluate((svg) => {
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return { fault: drawing.querySelector('parsererror')?.textContent ?? null, texts: [...drawing.querySelectorAll('text')].map((one) => one.textContent) };
    }, text);
    assert.equal(fault, null);
    assert.ok(texts.includes('General 2'), `${texts}`);
    assert.ok(texts.some((one) => one?.includes('General 3 a traitor')), `${texts}`);
    assert.ok(texts.join('').includes('#v=1&p=om&n=4&t=3&at=5'), `${texts}`);
    const { width, colours } = await seen(bytes, 'image/svg+xml', picture);
    assert.equal(width, 720);
    assert.ok(colours > 100, `${colours}`);
  }));

test('as png it has as many pixels as were asked for', () =>
  house.file({ link: `${RUN}&at=10` }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'png');
    assert.equal(name, 'generals-om-n4-m1-t3-step10.png');
    const { width, colours } = await seen(bytes, 'image/png', picture);
    assert.equal(width, 1440);
    assert.ok(colours > 100, `${colours}`);
  }));

test('a figure of the page is the same drawing without the page, in both themes', () =>
  house.hosted({ link: `${RUN}&at=10&view=time` }, async (page) => {
    await part(page, 'time').waitFor();
    const { name, bytes } = await saved(page, 'svg');
    assert.equal(name, 'generals-om-n4-m1-t3-time-step10.svg');
    const text = bytes.toString();
    assert.doesNotMatch(text, /var\(|class=/);
    for (const word of ['Round 1', 'Decide', 'not judged']) assert.ok(text.includes(`>${word}<`) || text.includes(`>${word}`), word);
    // The lies are what they are on the screen: broken lines in the traitors’ colour.
    assert.match(text, /stroke="#c65000"[^>]*stroke-dasharray/i);
    assert.ok((await seen(bytes, 'image/svg+xml', picture)).colours > 20);
  }));

test('a gif plays the whole run', () =>
  house.hosted({ link: RUN }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'gif');
    assert.equal(name, 'generals-om-n4-m1-t3.gif');
    assert.ok(bytes.length < 2_000_000, `${bytes.length}`);
    const { frames, seconds, differing } = await seen(bytes, 'image/gif', async (address) => {
      const data = await (await fetch(address)).arrayBuffer();
      const decoder = new ImageDecoder({ data, type: 'image/gif' });
      await Promise.all([decoder.tracks.ready, decoder.completed]);
      const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
      let seconds = 0;
      const looks = new Set();
      for (let frameIndex = 0; frameIndex < frames; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        seconds += (image.duration ?? 0) / 1e6;
        const canvas = new OffscreenCanvas(72, 54);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0, 72, 54);
        looks.add(context.getImageData(0, 0, 72, 54).data.join());
        image.close();
      }
      return { frames, seconds, differing: looks.size };
    });
    assert.ok(frames > 40 && differing > 30, `${frames} frames, ${differing} of them differ`);
    assert.ok(seconds > 7 && seconds < 10, `${seconds} s`);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor), 0, 'the run stands where it stood');
  }));

test('a video plays the whole run', () =>
  house.hosted({ link: RUN }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'video');
    assert.match(name, /^generals-om-n4-m1-t3\.(mp4|webm)$/);
    const type = name.endsWith('mp4') ? 'video/mp4' : 'video/webm';
    const { width, height, duration } = await seen(bytes, type, async (address) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = address;
      await new Promise((done, fail) => {
        video.onloadeddata = done;
        video.onerror = () => fail(new Error(video.error?.message));
      });
      return { width: video.videoWidth, height: video.videoHeight, duration: video.duration };
    });
    assert.equal(width, 1280);
    assert.ok(height > 800, `${height}`);
    assert.ok(duration > 7 && duration < 10, `${duration} s`);
  }));

test('what is no longer wanted is not saved, and nothing of it stays in the page', () =>
  house.hosted({ link: RUN }, async (page) => {
    await ready(page);
    let isSaved = false;
    page.on('download', () => (isSaved = true));
    await chooseKind(page, 'gif');
    await part(page, 'file-save').click();
    await part(page, 'file-cancel').click();
    await part(page, 'file-save').waitFor();
    await until(page, 'the place of the film to be gone', () => document.querySelector('body > [inert]') === null);
    assert.equal(isSaved, false);
  }));

/** The run that a page opened from disk shows. @param {string} path @param {string} [fragment] */
async function opened(path, fragment = '') {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(path).href + fragment);
    await ready(page);
    const { link, cursor } = await page.evaluate(() => {
      const { generals } = /** @type {any} */ (window);
      return { link: generals.link(), cursor: generals.session.cursor };
    });
    return { link, cursor, asked: asked.filter((address) => !/^(file|blob|data):/.test(address)) };
  } finally {
    await browser.close();
  }
}

for (const place of /** @type {const} */ (['hosted', 'file']))
  test(`this page with this run inside opens from disk with the run, made by the ${place === 'file' ? 'single file' : 'hosted page'}`, () =>
    house[place]({ link: 'v=1&p=sm&n=5&m=2&t=1.4&at=7' }, async (page) => {
      await ready(page);
      const { name, path } = await saved(page, 'page');
      assert.equal(name, 'generals-sm-n5-m2-t1.4.html');
      assert.deepEqual(await opened(path), { link: 'v=1&p=sm&n=5&m=2&t=1.4', cursor: 7, asked: [] });
      assert.equal((await opened(path, '#v=1&p=om&n=7&t=2')).link, 'v=1&p=om&n=7&t=2', 'a link in the address goes before');
    }));

test('made again by itself, such a page holds the new run alone', () =>
  house.file({ link: RUN }, async (page) => {
    await ready(page);
    const first = await saved(page, 'page');
    await page.goto(`${pathToFileURL(first.path).href}#v=1&p=om&n=7&t=2.3`);
    await ready(page);
    const { path } = await saved(page, 'page');
    assert.equal((await opened(path)).link, 'v=1&p=om&n=7&t=2.3');
    assert.equal(readFileSync(path, 'utf8').match(/<meta name="scenario"/g)?.length, 1);
  }));

test('in fog neither the name of a file nor its caption tells who lies', () =>
  house.hosted({ link: `${RUN}&at=5&pov=2` }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'svg');
    assert.equal(name, 'generals-om-n4-m1-eyes2-step5.svg');
    assert.doesNotMatch(bytes.toString(), /traitor|t=3|lies?\b/);
    assert.match(bytes.toString(), /as General 2 sees it/);
  }));

test('what makes no picture says what to take instead; a crowd is pixels', () =>
  house.hosted({ link: `${RUN}&view=table` }, async (page) => {
    await part(page, 'table').waitFor();
    await chooseKind(page, 'svg');
    await until(page, 'the reason', () => /A table makes no picture/.test(document.querySelector('[data-testid="file-preview"]')?.textContent ?? ''));
    await page.goto('about:blank');
    await page.goto(`${house.host.site}#v=1&p=om&n=16&m=3&t=3`);
    await ready(page);
    await page.evaluate(() => /** @type {any} */ (window).generals.play());
    await until(page, 'a crowd on its way', () => /** @type {any} */ (window).generals.session.cursor > 300);
    await page.evaluate(() => /** @type {any} */ (window).generals.pause());
    await chooseKind(page, 'svg');
    await until(page, 'the reason', () => /take the PNG/.test(document.querySelector('[data-testid="file-preview"]')?.textContent ?? ''));
    const { bytes } = await saved(page, 'png');
    assert.ok((await seen(bytes, 'image/png', picture)).colours > 100);
  }));

test('a run is saved as texts, by the engine that knows them, which comes when it is asked for', () =>
  house.hosted({ link: RUN }, async (page) => {
    await ready(page);
    const { name, bytes } = await saved(page, 'json');
    assert.equal(name, 'generals-om-n4-m1-t3.json');
    assert.equal(JSON.parse(bytes.toString()).link, RUN);
    const figure = await saved(page, 'tikz');
    assert.equal(figure.name, 'generals-om-n4-m1-t3-time.tex');
    assert.match(figure.bytes.toString(), /\\begin\{tikzpicture\}/);
  }));
