// How fast the built page is in Chromium: opening runs, going through them, coming to life as a file.

import { launch, SINGLE_FILE } from '../browser/harness.js';
import { serveDist } from '../browser/server.js';
import { median, print } from './median.js';

const RUNS = 7;
const SEEKS = 200;

const host = await serveDist();
const browser = await launch();

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

/** From the file, in a browser that has never seen it. */
async function comingToLife() {
  const paints = [];
  const interactives = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    // The page offers its scripting hook once it takes orders: note the first frame that sees it.
    await page.addInitScript(() => {
      const look = () => {
        if ('generals' in window) performance.mark('interactive');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(SINGLE_FILE);
    const { paint, interactive } = await page.evaluate(async () => {
      /** @param {string} type @param {string} name */
      const entry = (type, name) =>
        new Promise((found) => {
          new PerformanceObserver((list) => {
            const [first] = list.getEntriesByName(name);
            if (first) found(first.startTime);
          }).observe({ type, buffered: true });
        });
      return {
        paint: await entry('paint', 'first-contentful-paint'),
        interactive: await entry('mark', 'interactive'),
      };
    });
    paints.push(paint);
    interactives.push(interactive);
    await context.close();
  }
  print({ name: 'first paint', median_ms: median(paints) });
  print({ name: 'interactive', median_ms: median(interactives) });
}

await opening('n=13 m=4', 'v=1&p=om&n=13&m=4&t=2.5.8.11&s=random');
await opening('n=16 m=5', 'v=1&p=om&n=16&m=5&t=2.5.8.11.14&s=random');
await comingToLife();
await browser.close();
host.close();
