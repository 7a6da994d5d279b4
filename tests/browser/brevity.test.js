// Few words: what is read on a screen before anything is opened, and that one sentence leads and the rest opens.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, says } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/**
 * The words that are in sight: two letters or more, or each Chinese character; figures, and letters on scrolls and shields, are signs.
 * @param {Page} page @param {string} within a test id @param {'en' | 'zh'} lang
 */
const wordsIn = (page, within, lang) =>
  page.evaluate(
    ([id, lang]) => {
      const root = id ? document.querySelector(`[data-testid="${id}"]`) : document.body;
      const walk = document.createTreeWalker(/** @type {Element} */ (root), NodeFilter.SHOW_TEXT);
      /** @param {Element} e @param {DOMRect} b */
      const isCut = (e, b) => {
        for (let at = /** @type {Element | null} */ (e); at; at = at.parentElement) {
          if (getComputedStyle(at).overflow === 'visible') continue;
          const c = at.getBoundingClientRect();
          if (b.top + b.height / 2 > c.bottom || b.bottom - b.height / 2 < c.top || b.left > c.right || b.right < c.left) return true;
        }
        return b.width < 2 || b.height < 2 || b.bottom < 0 || b.top > innerHeight || b.right < 0 || b.left > innerWidth;
      };
      let text = '';
      while (walk.nextNode()) {
        const node = /** @type {Text} */ (walk.currentNode);
        const e = node.parentElement;
        if (!e || !node.data.trim() || e.closest('script, style, select, .unseen, .skip') || !e.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        if (!isCut(e, range.getBoundingClientRect())) text += `${node.data} `;
      }
      return (text.match(lang === 'zh' ? /[\u4e00-\u9fff]/g : /\p{L}[\p{L}’-]+/gu) ?? []).length;
    },
    [within, lang],
  );

/** @param {string} what @param {number} count @param {number} most */
const atMost = (what, count, most) => assert.ok(count > 20 && count <= most, `${what}: ${count} words, at most ${most}`);

test('the first screen of a desk can be read in a minute: at most 150 words, in Chinese 300 characters', async () => {
  for (const [lang, most] of /** @type {const} */ ([['en', 150], ['zh', 300]]))
    await house.hosted({ link: `lang=${lang}&v=1&p=om&n=4&t=3` }, async (page) => {
      await ready(page);
      atMost(lang, await wordsIn(page, '', lang), most);
    });
});

test('ring and chain lead with one sentence, “Why?” opens the rest; at most 150 words beside the scenario', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=1&t=3&view=chain' }, async (page) => {
    await says(page, 'chain-answer', 'and the last one breaks');
    atMost('chain', await wordsIn(page, 'lab', 'en'), 150);
    const why = part(page, 'lab-why');
    assert.equal(await why.locator('p').first().isVisible(), false);
    await why.locator('summary').click();
    assert.match(await why.locator('p').first().innerText(), /^A chain of runs leads from/);
    await part(page, 'lab-ring').click();
    await part(page, 'window-1').waitFor();
    atMost('ring', await wordsIn(page, 'lab', 'en'), 150);
    assert.equal(await part(page, 'lab-why').locator('p').first().isVisible(), false);
    await part(page, 'lab-tolerance').click();
    assert.equal(await part(page, 'lab-why').locator('summary').innerText(), 'How it is computed', 'it tells how, and no why');
  }));

/** The test id of what has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));

test('after an answer the next questions stand, each is asked by its button, and the focus is where the next answer is', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&view=attack' }, async (page) => {
    await says(page, 'attack-answer', 'No attack exists: whatever these traitors say');
    await part(page, 'next-any').click();
    await says(page, 'attack-answer', 'No attack exists: whoever the traitor is');
    assert.equal(await focused(page), 'attack-answer', 'the tool asked otherwise');
    await says(page, 'attack-answer', 'The other order was not tried.');
    await part(page, 'next-either').click();
    await says(page, 'attack-answer', 'hold with either order');
    await part(page, 'next-either').waitFor({ state: 'detached' });
    await part(page, 'next-m').press('Enter');
    await says(page, 'attack-answer', '2 lies break');
    assert.equal(await focused(page), 'attack-answer', 'another army');
    await part(page, 'next-signed').click();
    await part(page, 'exhaust-start').waitFor();
    assert.equal(await focused(page), 'lab-tool', 'another tool');
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'none breaks');
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=4&view=exhaust'));
    await part(page, 'next-turn').waitFor();
    await part(page, 'next-turn').click();
    await part(page, 'exhaust-start').waitFor();
    assert.equal(await focused(page), 'exhaust-answer');
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'none breaks');
    await says(page, 'lab-next', 'With 2 traitors?');
    await part(page, 'next-attack').press('Enter');
    await part(page, 'attack-answer').waitFor();
    assert.equal(await focused(page), 'lab-tool');
  }));
