// Links as they arrive: mangled, cut, from later versions. Each has its own answer, and a way on that works.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, part, ready } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const START = 'v=1&p=om&n=4&t=3';
/** The link, what the answer says, what the first way opens. @type {[string, RegExp, string][]} */
const ANSWERS = [
  ['v=1&p=om&n=7&m=2&t=3|s=split', /damaged.*\|s=split/s, 'v=1&p=om&n=7&m=2&t=3'],
  ['v=1&p=om&n= 7&t=3', /damaged.*Spaces or line breaks came into it on its way\.$/ms, 'v=1&p=om&n=7&t=3'],
  ['v=1&p=om&n\\=7&t=3', /damaged.*no part of it: \\$/ms, 'v=1&p=om&n=7&t=3'],
  ['v=1&p=om&n=4&t=3 (see n=5)', /damaged.*cannot be read: +\(see n=5\)/s, 'v=1&p=om&n=4&t=3'],
  ['v=1&p=om&n=7&t=3&s=spl', /damaged.*breaks off.*s=spl.*split/s, 'v=1&p=om&n=7&t=3'],
  ['v=1&p=om&n=7&t=3&x=1.3-2R_1.3-', /damaged.*breaks off/s, 'v=1&p=om&n=7&t=3&x=1.3-2R'],
  ['v=1&p=bracha&n=4&t=1&x=1.1-2N', /cannot.*A, R or S/s, 'v=1&p=bracha&n=4&t=1'],
  ['v=1&p=king&n=4&t=1&x=2.1-2Q', /cannot.*A, R or S, or N where/s, 'v=1&p=king&n=4&t=1'],
  ['v=2&p=om&n=7', /later version.*2/s, START],
  ['v=1&p=paxos&n=7', /paxos.*does not know/s, START],
  ['v=1&p=om&n=99', /too large.*99.*2 to 64/s, START],
  ['v=1&p=om&n=4&t=5', /Traitors|traitors.*5.*1 to 4/s, 'v=1&p=om&n=4'],
];
for (const where of /** @type {const} */ (['hosted', 'file'])) {
  for (const [link, says, opens] of ANSWERS) {
    test(`${link} (${where})`, () =>
      house[where]({ link }, async (page) => {
        const answer = part(page, 'error');
        await answer.waitFor();
        assert.match(await answer.innerText(), says);
        await answer.locator('button').first().click();
        await ready(page);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), opens);
        await page.goBack();
        await answer.waitFor();
      }));
  }
}

test('no two kinds of damage share an answer, in either language', async () => {
  for (const lang of ['en', 'zh']) {
    const told = new Set();
    const links = [
      'v=1&p=om&n= 7&t=3',
      'v=1&p=om&n\\=7&t=3',
      'v=1&p=om&n=7|t=3',
      'v=1&p=om&n=7&s=spl',
      'v=2&p=om&n=7',
      'v=1&p=paxos&n=7',
      'v=1&p=om&n=99',
      'v=1&p=om&n=4&n=5',
      'p=om&n=4',
    ];
    for (const link of links)
      await house.hosted({ link, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' }, async (page) => {
        await part(page, 'error').waitFor();
        told.add(await page.locator('.error-what').innerText());
      });
    assert.equal(told.size, links.length, [...told].join('\n'));
  }
});

/** What arrives, what is opened, what is said of the rest. @type {[string, string, RegExp | null][]} */
const OPENED = [
  ['v=1&amp;p=om&amp;n=7%26t%3D3&colour=red', 'v=1&p=om&n=7&t=3', /not known here: colour/],
  ['V=1\\&P=OM\\&N=7\\&T=3).', 'v=1&p=om&n=7&t=3', null],
  ['v=1&p=om&n=7&t=3，见下图', 'v=1&p=om&n=7&t=3', /“，见下图”.*left off/],
  ['v=1&p=om&n=7&t=3&lang=es', 'v=1&p=om&n=7&t=3', /does nothing here: lang=es/],
  ['v=1&p=om&n=7&t=3&beat=5', 'v=1&p=om&n=7&t=3', /does nothing here: beat=5/],
  ['v=1&p=king&n=4&q=lifo&d=2.3-1', 'v=1&p=king&n=4', /do nothing here: q=lifo, d=2\.3-1/],
  ['v=1&p=om&n=4&by=short', 'v=1&p=om&n=4', /does nothing here: by=short/],
  ['v=1&p=pbft&n=4&k=2', 'v=1&p=pbft&n=4&k=2', /does nothing here: k=2/],
  ['v=1&p=om&n=7&t=3&k=2&controls=none', 'v=1&p=om&n=7&t=3&k=2', /do nothing here: k=2, controls=none/],
];
test('what chats do to links is undone, and what of them does nothing is said, until it is put away', async () => {
  for (const [link, opens, says] of OPENED)
    await house.hosted({ link, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.link()), opens, link);
      const note = part(page, 'unread');
      if (!says) return assert.equal(await note.count(), 0, link);
      await note.waitFor();
      assert.match(await note.innerText(), says);
      await page.keyboard.press('ArrowRight');
      assert.equal(await note.isVisible(), true, 'a step does not put it away');
      await note.locator('button').click();
      await note.waitFor({ state: 'hidden' });
    });
});

test('over plain http, without a clipboard, copying selects the link', () =>
  house.hosted({ link: START }, async (page) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.addInitScript(() => Object.defineProperty(document, 'execCommand', { value: () => false }));
    await page.reload();
    await ready(page);
    await part(page, 'share').click();
    await part(page, 'share-copy').click();
    await page.getByText('Press Ctrl+C').first().waitFor();
    const selected = await part(page, 'share-link').evaluate((/** @type {HTMLInputElement} */ field) =>
      document.activeElement === field ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '',
    );
    assert.match(selected, /#v=1&p=om&n=4&t=3$/);
  }));
