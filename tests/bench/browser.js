// How fast the built page is in Chromium: coming to life, opening runs, going through them.

import { launch, ready } from '../browser/harness.js';
import { serveDist } from '../browser/server.js';
import { fromFile, onSlowPhone } from './arriving.js';
import { calibrate } from './calibration.js';
import { median, part, print } from './median.js';

const RUNS = 7;
const SEEKS = 200;

const host = await serveDist();
const browser = await launch();

/** On a page that does nothing else. */
async function calibrating() {
  const page = await browser.newPage();
  await page.goto(`${host.site}generals.d.ts`);
  // A new page is busy with itself for a while.
  await page.waitForTimeout(500);
  await calibrate(page);
  await page.close();
}

/** @param {string} name @param {string} link */
async function opening(name, link) {
  const page = await browser.newPage();
  await page.goto(`${host.site}generals.d.ts`);
  const { times, seeks, bytes } = await page.evaluate(
    async ({ site, link, runs, seekCount }) => {
      /** @type {typeof import('#generals')} */
      const { default: init, Session } = await import(`${site}generals.js`);
      const { memory } = await init();
      const times = [];
      const seeks = [];
      for (let run = 0; run < runs; run++) {
        const started = performance.now();
        const session = Session.open(`${link}&seed=${run + 2}`);
        times.push(performance.now() - started);
        // Steps far apart, in no order that would help.
        for (let seek = 0; seek < seekCount / runs; seek++) {
          const step = ((seek * 7919 + run * 104729) * 31) % session.length;
          const begun = performance.now();
          session.seek(step);
          session.snapshot();
          seeks.push(performance.now() - begun);
        }
        session.free();
      }
      return { times, seeks, bytes: memory.buffer.byteLength };
    },
    { site: host.site, link, runs: RUNS, seekCount: SEEKS },
  );
  await page.close();
  print({ name: `open ${name}`, median_ms: median(times) });
  print({ name: `memory ${name}`, value: bytes / 2 ** 20, unit: 'MiB' });
  print({ name: `seek ${name}`, median_ms: median(seeks) });
  print({ name: `slowest seek ${name}`, median_ms: Math.max(...seeks) });
}

/** How long a general looks for another world that he could be in. @param {string} name @param {string} link @param {number} general */
async function otherWorld(name, link, general) {
  const page = await browser.newPage();
  await page.goto(`${host.site}generals.d.ts`);
  const times = await page.evaluate(
    async ({ site, link, general, runs }) => {
      /** @type {typeof import('#generals')} */
      const { default: init, Session } = await import(`${site}generals.js`);
      await init();
      const times = [];
      for (let run = 0; run < runs; run++) {
        const session = Session.open(`${link}&seed=${run + 2}`);
        const started = performance.now();
        session.otherWorld(general, 1);
        times.push(performance.now() - started);
      }
      return times;
    },
    { site: host.site, link, general, runs: RUNS },
  );
  await page.close();
  print({ name: `other world ${name}`, median_ms: median(times) });
}

/**
 * The page with a run, in a browser of its own.
 * @param {string} link @param {(page: import('playwright-core').Page) => Promise<void>} look
 */
async function playing(link, look) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' });
  const page = await context.newPage();
  await page.goto(`${host.site}#${link}`);
  await ready(page);
  await look(page);
  await context.close();
}

/**
 * What scripts take of each frame from a step to the last message, played so many times.
 * @param {import('playwright-core').Page} page @param {number} from @param {number} plays
 */
const frames = (page, from, plays) =>
  page.evaluate(
    async ([from, plays]) => {
      /** @type {any} */
      const { generals } = window;
      const real = window.requestAnimationFrame.bind(window);
      /** @type {Map<number, number>} */
      const frames = new Map();
      window.requestAnimationFrame = (callback) =>
        real((now) => {
          const begun = performance.now();
          callback(now);
          frames.set(now, (frames.get(now) ?? 0) + performance.now() - begun);
        });
      const last = generals.session.length - 1;
      /** @type {number[]} */
      const ridden = [];
      for (let play = 0; play <= (plays ?? 1); play++) {
        generals.seek(from);
        frames.clear();
        generals.play();
        while (generals.session.cursor < last) await new Promise((done) => real(done));
        generals.pause();
        // The first frames of the first time compile what the others use.
        if (play > 0) ridden.push(...frames.values());
      }
      return ridden;
    },
    [from, plays],
  );

/** @param {string} name @param {number[]} times */
function printFrames(name, times) {
  print({ name: `frame of ${name}, p50`, median_ms: part(times, 0.5) });
  print({ name: `frame of ${name}, p95`, median_ms: part(times, 0.95) });
}

/** While a round rides as small messengers, as dots, as density; and through whole runs. */
async function riding() {
  for (const [name, army, from] of /** @type {const} */ ([
    ['336 messengers', 'n=9&m=2&t=3.5', 64],
    ['3024 messengers', 'n=10&m=3&t=3.5.7', 585],
    ['95040 messengers', 'n=13&m=4&t=2.5.8.11', 13_344],
  ])) {
    await playing(`v=1&p=om&${army}`, async (page) => printFrames(name, await frames(page, from, 2)));
  }
  for (const [name, army] of [
    ['9 messages', 'n=4&m=1&t=3'],
    ['156 messages', 'n=7&m=2&t=3.5'],
    ['3609 messages', 'n=10&m=3&t=3.5.7'],
    ['108384 messages', 'n=13&m=4&t=2.5.8.11'],
  ]) {
    await playing(`v=1&p=om&${army}`, async (page) => printFrames(`a run of ${name}`, await frames(page, 0, 1)));
  }
}

/** From the key that turns a general to the frame that shows what comes of it. */
async function turning() {
  await playing('v=1&p=om&n=10&m=3&t=3.5&at=300', async (page) => {
    const times = await page.evaluate(async (turns) => {
      const times = [];
      for (let turn = 0; turn < turns; turn++) {
        await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100));
        const begun = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
        times.push(performance.now() - begun);
      }
      return times;
    }, 30);
    print({ name: 'turning a general n=10 m=3, p50', median_ms: part(times, 0.5) });
    print({ name: 'turning a general n=10 m=3, p95', median_ms: part(times, 0.95) });
  });
}

/** From a click on a head of the table to the frame with its rows in that order; and what each movement of the rows takes. */
async function sorting() {
  await playing('v=1&p=om&n=13&m=4&t=2.5.8.11&s=random&view=table', async (page) => {
    const { sorts, scrolls } = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      /** @param {string} id */
      const part = (id) => /** @type {HTMLElement} */ (document.querySelector(`[data-testid="${id}"]`));
      const sorts = [];
      for (const column of ['said', 'from', 'to', 'lie', 'round', 'path', 'honest', 'said', 'said', 'step']) {
        await frame();
        const begun = performance.now();
        part(`sort-${column}`).click();
        await frame();
        sorts.push(performance.now() - begun);
      }
      const rows = part('rows');
      const scrolls = [];
      for (let frames = 0; frames < 200; frames++) {
        await frame();
        const begun = performance.now();
        rows.scrollTop += 97;
        rows.dispatchEvent(new Event('scroll'));
        scrolls.push(performance.now() - begun);
      }
      return { sorts, scrolls };
    });
    print({ name: 'table sort n=13 m=4', median_ms: median(sorts) });
    print({ name: 'table scroll n=13 m=4, p95', median_ms: part(scrolls, 0.95) });
  });
}

/** While the laboratory searches: the longest task of the page that browsers call long, and from a cancel until its worker is at the next search. */
async function searching() {
  const tasks = [0];
  /** @type {number[]} */
  const answers = [];
  for (const [start, link] of [
    ['exhaust-start', 'v=1&p=om&n=7&m=2&t=1.7'],
    ['exhaust-start', 'v=1&p=sm&n=5&m=3&t=1.5'],
    ['sample-start', 'v=1&p=om&n=10&m=3&t=1.7.9'],
  ]) {
    await playing(link, async (page) => {
      await page.keyboard.press('l');
      await page.click('[data-testid="lab-exhaust"]');
      const { long, waits } = await page.evaluate(
        async ({ start, cancels }) => {
          /** @param {string} id */
          const part = (id) => /** @type {HTMLElement} */ (document.querySelector(`[data-testid="${id}"]`));
          const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
          await pause(500);
          /** @type {number[]} */
          const long = [];
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) long.push(duration);
          }).observe({ type: 'longtask' });
          const answer = part('exhaust-answer');
          /** Something was tried. */
          const heard = async () => {
            while (!/[1-9]/.test(answer.textContent ?? '')) await new Promise((done) => requestAnimationFrame(done));
          };
          part(start).click();
          await heard();
          const waits = [];
          for (let cancel = 0; cancel < cancels; cancel++) {
            await pause(150 + 7 * cancel);
            const begun = performance.now();
            part('exhaust-cancel').click();
            part(start).click();
            await heard();
            waits.push(performance.now() - begun);
          }
          return { long, waits };
        },
        { start, cancels: 20 },
      );
      tasks.push(...long);
      answers.push(...waits);
    });
  }
  print({ name: 'longest task over 50 ms while searching', median_ms: Math.max(...tasks) });
  print({ name: 'cancel to the next search, slowest', median_ms: Math.max(...answers) });
  print({ name: 'cancel to the next search, p50', median_ms: median(answers) });
}

/** How far anything jumps after the first paint, as browsers score it, through a whole run. */
async function staying() {
  await playing('v=1&p=om&n=4&t=3', async (page) => {
    const moved = await page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) sum += /** @type {any} */ (shift).value;
      }).observe({ type: 'layout-shift', buffered: true });
      await new Promise((done) => setTimeout(done, 200));
      const opened = sum;
      /** @type {any} */ (window).generals.play();
      const { session } = /** @type {any} */ (window).generals;
      while (session.cursor < session.length) await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => setTimeout(done, 200));
      return { opened, run: sum };
    });
    print({ name: 'layout shift, opening', value: moved.opened, unit: '' });
    print({ name: 'layout shift, whole run', value: moved.run, unit: '' });
  });
}

await calibrating();
await opening('n=13 m=4', 'v=1&p=om&n=13&m=4&t=2.5.8.11&s=random');
await opening('n=16 m=5', 'v=1&p=om&n=16&m=5&t=2.5.8.11.14&s=random');
await opening('SM n=10 m=3', 'v=1&p=sm&n=10&m=3&t=3.4.5&s=random');
await otherWorld('OM n=4 m=1', 'v=1&p=om&n=4&t=3&s=random', 2);
await otherWorld('SM n=4 m=1', 'v=1&p=sm&n=4&t=3&s=random', 2);
await calibrating();
await fromFile(browser);
await onSlowPhone(browser);
await calibrating();
await riding();
await calibrating();
await turning();
await sorting();
await staying();
await calibrating();
await searching();
await calibrating();
await browser.close();
host.close();
