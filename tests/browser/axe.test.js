// The rules of accessibility, checked by axe-core in every main state: nothing serious may be found.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults } from './axe-faults.js';
import { openHouse, part, ready } from './harness.js';

// Given to the browser's debugger: the page's own policy lets no other script in.

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** @param {import('./harness.js').Page} page */
const rows = (page) => page.locator('.table-row').first().waitFor();
/** @param {import('./harness.js').Page} page */
async function openShare(page) {
  await part(page, 'share').click();
  await part(page, 'paste').locator('summary').click();
  await page.locator('[data-testid="file-preview"][aria-busy="false"] > *').waitFor();
}
/** @param {import('./harness.js').Page} page */
async function openFiles(page) {
  await part(page, 'share').click();
  await part(page, 'share-tab-files').click();
  await page.locator('[data-testid="file-preview"][aria-busy="false"] > *').waitFor();
}
/** @param {import('./harness.js').Page} page */
async function openLarge(page) {
  await part(page, 'share').click();
  await part(page, 'share-qr-large').click();
}
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };
/** @type {[string, import('./harness.js').Reader, ((page: import('./harness.js').Page) => Promise<void>)?][]} */
const STATES = [
  ['the middle of a run by day', { link: 'v=1&p=om&n=4&t=3&at=7' }],
  ['by night', { link: 'v=1&p=om&n=4&t=3&at=7&theme=dark' }],
  ['in Chinese', { link: 'v=1&p=om&n=4&t=3&at=7&lang=zh' }],
  ['a broken end', { link: 'v=1&p=om&n=3&t=3&at=99' }],
  ['through one general’s eyes', { link: 'v=1&p=om&n=4&t=3&at=7&pov=2' }],
  ['signed messages', { link: 'v=1&p=sm&n=4&t=1&s=split&at=3' }],
  ['a letter', { link: 'v=1&p=sm&n=4&t=3&at=6' }, (page) => part(page, 'letter-open').click()],
  [
    'a letter by night, in Chinese',
    { link: 'v=1&p=sm&n=4&t=3&at=6&theme=dark&lang=zh' },
    (page) => part(page, 'letter-open').click(),
  ],
  ['a letter on a phone', { ...PHONE, link: 'v=1&p=sm&n=4&t=3&at=8' }, (page) => part(page, 'letter-open').click()],
  ['the wrong vote', { link: 'v=1&p=flat&n=5&m=2&t=1&at=99' }],
  ['two worlds', { link: 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R&at=4&pov=3&view=pair' }],
  ['two worlds by night', { link: 'v=1&p=sm&n=3&t=2&at=4&pov=3&view=pair&theme=dark' }],
  ['two worlds on a phone', { ...PHONE, link: 'v=1&p=om&n=3&t=2&at=99&pov=3&view=pair&lang=zh' }],
  ['two protocols', { link: 'v=1&p=om&n=3&t=2&at=99&view=pair' }],
  ['two tables', { link: 'v=1&p=om&n=4&t=3&at=7&view=pair&both=table' }],
  ['two runs in space and time, on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7&view=pair&both=time&lang=zh' }],
  ['the laboratory', { link: 'v=1&p=om&n=4&t=3&view=lab' }],
  ['the laboratory by night, in Chinese', { link: 'v=1&p=om&n=4&t=3&view=lab&theme=dark&lang=zh' }],
  ['the ring', { link: 'v=1&p=om&n=3&t=3&view=lab' }, (page) => part(page, 'lab-ring').click()],
  ['a split brain', { link: 'v=1&p=bracha&n=3&by=loose&view=split-brain' }, (page) => part(page, 'world-3').waitFor()],
  ['phases by night', { link: 'v=1&p=benor&n=6&view=phases&theme=dark' }, (page) => part(page, 'phases-mean-local').waitFor()],
  ['the chain by night', { link: 'v=1&p=om&n=7&t=3&view=lab&theme=dark' }, (page) => part(page, 'lab-chain').click()],
  ['the laboratory on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&view=rule' }, (page) => part(page, 'lab-tool-list').waitFor()],
  ['the table', { link: 'v=1&p=om&n=4&t=3&at=7&message=6&view=table' }, rows],
  ['the table by night, in Chinese', { link: 'v=1&p=om&n=13&m=4&t=2.5&at=77&view=table&theme=dark&lang=zh' }, rows],
  ['the table of signed letters, in fog', { link: 'v=1&p=sm&n=5&m=2&t=1.3&s=split&pov=4&at=99&view=table' }, rows],
  ['the table on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7&message=6&view=table' }, rows],
  ['a vote tree', { link: 'v=1&p=om&n=7&m=2&t=3.6&at=999&view=tree' }, (page) => page.locator('.vote').first().waitFor()],
  ['a vote tree in fog, by night in Chinese', { link: 'v=1&p=om&n=7&m=2&t=3.6&at=999&view=tree&pov=2&theme=dark&lang=zh' }],
  ['a vote tree on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7&message=6&view=tree' }],
  ['two vote trees', { link: 'v=1&p=om&n=4&t=3&at=10&view=pair&both=tree' }],
  ['the set V', { link: 'v=1&p=sm&n=4&t=1&s=split&view=tree&at=99' }],
  ['the bag of the wrong vote', { link: 'v=1&p=flat&n=7&m=2&t=6.7&view=tree&at=999' }],
  ['what safety costs', { link: 'v=1&p=om&n=7&m=2&t=3&view=cost' }],
  ['what safety costs, by night on a phone', { ...PHONE, link: 'v=1&p=sm&n=7&m=2&t=3&view=cost&theme=dark' }],
  ['space and time', { link: 'v=1&p=om&n=4&t=3&at=6&view=time' }, (page) => page.locator('.space-time').waitFor()],
  ['space and time in fog, by night', { link: 'v=1&p=om&n=4&t=3&at=6&view=time&pov=2&theme=dark' }, (page) => page.locator('.space-time').waitFor()],
  ['space and time on a phone', { ...PHONE, link: 'v=1&p=om&n=10&m=2&t=3&at=60&view=time&lang=zh' }, (page) => page.locator('.space-time').waitFor()],
  ['an order between three', { link: 'v=1&p=trust&t=2&at=3' }, (page) => page.getByRole('switch').first().waitFor()],
  ['a signed order by night on a phone', { ...PHONE, link: 'v=1&p=trust&t=3&by=signed&s=split&at=8&theme=dark&lang=zh' }, (page) => page.getByRole('switch').first().waitFor()],
  ['two generals', { link: 'v=1&p=two&m=2&lost=3&at=4' }],
  ['two generals by night on a phone', { ...PHONE, link: 'v=1&p=two&m=6&lost=3&at=4&theme=dark&lang=zh' }],
  ['too many messages', { link: 'v=1&p=om&n=40&m=9' }],
  ['a refused link', { link: 'v=1&p=om&n=99' }],
  ['a refused link by night, in Chinese', { link: 'v=1&p=om&n=99&theme=dark&lang=zh' }],
  ['thirty-one generals', { link: 'v=1&p=om&n=31&t=3&at=7' }],
  ['a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7' }],
  ['a phone by night', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7&theme=dark&lang=zh' }],
  ['a phone on its side', { viewport: { width: 844, height: 390 }, touch: true, link: 'v=1&p=om&n=4&t=3&at=7' }],
  ['a crowd on a phone', { ...PHONE, link: 'v=1&p=om&n=31&t=3&at=7' }],
  ['a frame', { viewport: { width: 640, height: 420 }, link: 'v=1&p=om&n=4&t=3&at=7&embed=1' }],
  ['the messages of the round', { link: 'v=1&p=om&n=4&t=3&at=7' }, (page) => part(page, 'messages').click()],
  ['the share dialog', { link: 'v=1&p=om&n=4&t=3&at=7' }, openShare],
  ['the share dialog by night, in Chinese', { link: 'v=1&p=om&n=4&t=3&at=7&theme=dark&lang=zh' }, openShare],
  ['the share dialog on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7' }, (page) => part(page, 'share').click()],
  ['the files of a run on a phone', { ...PHONE, link: 'v=1&p=om&n=4&t=3&at=7&theme=dark' }, openFiles],
  ['a code as large as the screen', { link: 'v=1&p=om&n=4&t=3&at=7' }, openLarge],
  ['the signs', { link: 'v=1&p=om&n=4&t=3&at=7&theme=dark' }, (page) => part(page, 'legend').click()],
  ['the keys', { link: 'v=1&p=om&n=4&t=3&at=7' }, (page) => part(page, 'help').click()],
  ['a hall', { link: 'v=1&p=om&n=4&t=3&at=7' }, (page) => part(page, 'projector').click()],
];

for (const [name, reader, go] of STATES) {
  test(`nothing serious is found: ${name}`, () =>
    house.hosted({ reducedMotion: 'reduce', ...reader }, async (page) => {
      await page.waitForFunction(() => document.body.dataset.state !== 'waiting');
      if (!reader.link?.includes('n=99') && !reader.link?.includes('n=40') && !reader.link?.includes('view='))
        await ready(page);
      await go?.(page);
      assert.deepEqual(await faults(page), []);
    }));
}
