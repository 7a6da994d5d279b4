// What a page is called: in its tab and the history by its run, in the reader's language; where a link to it is previewed, by its tags.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, openHouse, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

for (const [link, title] of Object.entries({
  'v=1&p=om&n=4&t=3': '4 generals, General 3 a traitor · Byzantine Generals',
  'v=1&p=om&n=7&m=2&t=3.6': '7 generals, 2 traitors · Byzantine Generals',
  'v=1&p=om&n=4': '4 generals, all loyal · Byzantine Generals',
  'v=1&p=om&n=4&t=3&number=0': '4 generals, General 2 a traitor · Byzantine Generals',
  'v=1&p=om&n=4&t=3&pov=2': '4 generals · Byzantine Generals',
  'v=1&p=two&m=2': 'Two generals · Byzantine Generals',
  'v=1&p=trust&t=2': '3 parties, one cheat · Byzantine Generals',
  'v=1&p=om&n=40&m=9&t=3': '40 generals, General 3 a traitor · Byzantine Generals',
}))
  test(`the title of ${link}`, () =>
    house.hosted({ link, reducedMotion: 'reduce' }, (page) => until(page, title, (wanted) => document.title === wanted, title)));

test('the title follows what is done to the run, and the language', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=5&t=2'));
    await until(page, 'the other run', () => document.title.startsWith('5 generals, General 2 a traitor'));
    await choose(page, 'lang', 'zh');
    await until(page, 'Chinese', () => /^5\u202f?名将军，.*2.*拜占庭/u.test(document.title));
  }));

test('a lesson is called by its own name, and no title tells who the traitor is', () =>
  house.hosted({ link: 'lesson=three', reducedMotion: 'reduce' }, async (page) => {
    await until(page, 'a heading', () => document.title.endsWith(' · Byzantine Generals'));
    assert.doesNotMatch(await page.title(), /traitor/);
  }));

test('a link to the page has a name, a sentence and a picture where it is previewed', () =>
  house.hosted({ reducedMotion: 'reduce' }, async (page) => {
    const tags = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('meta[property^="og:"]')].map((tag) => [tag.getAttribute('property'), tag.getAttribute('content')])));
    assert.deepEqual([tags['og:type'], tags['og:title']], ['website', 'Byzantine Generals']);
    assert.equal(tags['og:description'], await page.locator('meta[name="description"]').getAttribute('content'));
    const size = await page.evaluate(async (at) => {
      const picture = new Image();
      picture.src = at;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, tags['og:image'] ?? '');
    assert.deepEqual(size, [1200, 630]);
  }));
