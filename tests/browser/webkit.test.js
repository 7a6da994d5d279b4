// The page opens, plays, steps, is shared and taught in WebKit too, alone, in frames and as a file, where its driver is found on the machine.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EVERY } from './every.js';
import { SINGLE_FILE } from './harness.js';
import { QUESTIONS } from './lesson-steps.js';
import { PAGES, sameAnswers } from './same-answers.js';
import { serveDist, SUB_PATH } from './server.js';
import { KEYS, launchWebkit, webkit } from './webkit.js';

const LINK = '#v=1&p=om&n=4&t=3&lang=en';

/** Course notes on the same host. */
const NOTES = `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,"><style>:root { color-scheme: dark }</style>
<script src="${SUB_PATH}embed.js"></script><byzantine-generals scenario="v=1&p=om&n=4&t=3" keys="host"></byzantine-generals>`;
/** A page that hears what a frame tells it. */
const LECTURE = `<!doctype html><title>Lecture</title><script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>`;

const part = (/** @type {string} */ name) => `[data-testid="${name}"]`;

if (webkit) {
  /** @type {Awaited<ReturnType<typeof launchWebkit>>} */
  let page;
  /** @type {Awaited<ReturnType<typeof serveDist>>} */
  let host;
  before(async () => {
    host = await serveDist({ '/lecture.html': LECTURE, '/notes.html': NOTES, ...PAGES });
    page = await launchWebkit();
  });
  after(async () => {
    await page.close();
    host.close();
  });

  const isOpen = () => page.until('the page to take orders', () => 'generals' in window && !document.querySelector('[data-testid="error"]'));
  /** @param {number} step */
  const standsAt = (step) => page.until(`step ${step}`, (wanted) => /** @type {any} */ (window).generals.session.cursor === wanted, step);
  /** @param {string} id @param {string} text */
  const says = (id, text) =>
    page.until(`${id} to say “${text}”`, ([one, wanted]) => document.querySelector(`[data-testid="${one}"]`)?.textContent?.replaceAll(/[\u00a0\u2009\u202f\u2060]/g, ' ').includes(wanted), [id, text]);

  for (const [where, address] of /** @type {const} */ ([
    ['hosted', () => host.site],
    ['as a file', () => SINGLE_FILE],
  ]))
    test(`in WebKit, ${where}, it opens, steps, plays and writes its address`, async () => {
      await page.goto(address() + LINK);
      await isOpen();
      await page.click(part('step'));
      await standsAt(1);
      await says('narration', 'General 1 orders General 2: Attack.');
      await page.press(KEYS.right);
      await standsAt(2);
      await page.until('the step in the address', () => location.hash.includes('at=2'));
      await page.click(part('play'));
      await page.until('the run to go on by itself', () => /** @type {any} */ (window).generals.session.cursor > 2);
      await page.click(part('to-end'));
      await page.until('the end', () => {
        const { session } = /** @type {any} */ (window).generals;
        return session.cursor === session.length;
      });
      await says('verdict-agreement', 'All loyal lieutenants');
      assert.equal(await page.evaluate(() => document.querySelectorAll('[data-testid^="general-"]').length), 4);
    });

  test('in WebKit every protocol opens at its end, and every figure of a run', async () => {
    for (const link of EVERY) {
      await page.goto(`${host.site}#${link}&lang=en`);
      await isOpen();
      if (link.includes('view=')) await page.until(`${link} to be shown`, () => document.body.dataset.view !== 'map');
    }
  });

  test('in WebKit a link that nothing can be made of is answered, with a way on', async () => {
    await page.goto(`${host.site}#v=1&p=om&n=4&t=9`);
    await page.click(`${part('error')} :is(a[href], button)`);
    await isOpen();
  });

  test('in WebKit the laboratory searches in its worker', async () => {
    await page.goto(`${host.site}#v=1&p=om&n=4&t=3&view=exhaust&lang=en`);
    await page.click(part('exhaust-start'));
    await says('exhaust-answer', 'tried');
  });

  test('in WebKit what is shared is the run at its step, as an address and as a figure', async () => {
    await page.goto(`${host.site}#v=1&p=om&n=4&t=3&at=4&lang=en`);
    await isOpen();
    await page.click(part('share'));
    await page.until('the link', () => /** @type {HTMLInputElement | null} */ (document.querySelector('[data-testid="share-link"]'))?.value.includes('v=1&p=om&n=4&t=3&at=4'));
    for (const kind of ['png', 'svg', 'gif']) {
      await page.evaluate((one) => /** @type {HTMLElement} */ (document.querySelector(`[data-testid="file-${one}"]`)).click(), kind);
      await page.until(`a preview of ${kind}`, (one) => {
        const shown = document.querySelector('[data-testid="file-preview"][aria-busy="false"] > *');
        return shown && /** @type {HTMLInputElement} */ (document.querySelector(`[data-testid="file-${one}"]`)).checked;
      }, kind);
    }
  });

  test('in WebKit a lesson goes on to its question, and what happened is shown', async () => {
    const { id, k } = QUESTIONS[0];
    await page.goto(`${host.site}#lesson=${id}&beat=${k - 1}&lang=en`);
    await page.click(part('lesson-next'));
    await page.click(part('lesson-choice-1'));
    await page.until('what happened', () => document.querySelector('[data-testid="lesson-reveal"] [data-told]'));
    await page.until('the beat in the address', (beat) => location.hash.includes(`beat=${beat}`), k);
  });

  test('in WebKit a hundred thousand links made by lot have the same answers as natively', async () => {
    await page.goto(`${host.origin}/answers.html`);
    await page.until('the step API', () => 'digestOf' in window);
    await sameAnswers((run, turn) => page.evaluate(run, turn));
  });

  test('in WebKit a frame in a sandbox plays what it is asked to and tells the page', async () => {
    await page.goto(`${host.origin}/lecture.html`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 640px; block-size: 420px';
      frame.src = src;
      document.body.append(frame);
    }, `${host.site}byzantine-generals.html${LINK}&embed=1&autoplay=1`);
    for (const type of ['byz:ready', 'byz:playing', 'byz:resize'])
      await page.until(type, (wanted) => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data.type === wanted), type);
    await page.until('a step', () => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data.type === 'byz:step' && data.step >= 2));
  });

  test('in WebKit the element opens its run in the colours of the page, and obeys', async () => {
    await page.goto(`${host.origin}/notes.html`);
    /** @param {number} step */
    const stands = (step) => page.until(`the element at step ${step}`, (wanted) => /** @type {any} */ (document.querySelector('byzantine-generals'))?.state?.step === wanted, step);
    await stands(0);
    await page.evaluate(() => /** @type {any} */ (document.querySelector('byzantine-generals')).seek(3));
    await stands(3);
  });
}
