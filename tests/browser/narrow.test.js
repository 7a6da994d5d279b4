// On phones: a row of the table tells which message it is, the letter can be left from anywhere in it, a note stands clear of the map.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, openHouse, part, ready, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const PHONE = { viewport: { width: 360, height: 640 }, touch: true, reducedMotion: /** @type {const} */ ('reduce') };
const SMALLEST = { ...PHONE, viewport: { width: 320, height: 568 } };
const LYING = { ...PHONE, viewport: { width: 640, height: 360 } };

/** Whether two boxes share any place. @param {{x: number, y: number, width: number, height: number}} a @param {typeof a} b */
const meet = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

for (const [reader, least] of /** @type {const} */ ([
  [PHONE, 1],
  [SMALLEST, 1.5],
  [LYING, 3],
]))
  test(`${reader.viewport.width}×${reader.viewport.height}: a row of the table shows its round and what is passed on`, () =>
    house.hosted({ ...reader, link: 'v=1&p=om&n=7&m=2&t=3.6&at=60&view=table' }, async (page) => {
      const row = page.locator('.table-row').nth(1);
      await row.waitFor();
      for (const [cell, words] of [
        ['.c-round', /[23]/],
        ['.c-path', /said/],
        ['.c-said', /Attack|Retreat/],
      ]) {
        const box = await boxOf(row.locator(/** @type {string} */ (cell)));
        assert.ok(box && box.width > 8 && box.x >= 0 && box.x + box.width <= reader.viewport.width, `${cell}: ${JSON.stringify(box)}`);
        assert.match(await row.locator(/** @type {string} */ (cell)).innerText(), /** @type {RegExp} */ (words));
      }
      const room = await page.evaluate(() => {
        const box = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).getBoundingClientRect();
        return (box('.table-grid').bottom - box('.table-top').bottom) / box('.table-row').height;
      });
      assert.ok(room >= least, `room for ${room.toFixed(1)} rows`);
    }));

for (const reader of [PHONE, SMALLEST, LYING])
  test(`${reader.viewport.width}×${reader.viewport.height}: from anywhere in a letter it can be closed, and the way into it is whole`, () =>
    house.hosted({ ...reader, link: 'v=1&p=sm&n=4&t=3&at=6' }, async (page) => {
      await ready(page);
      const way = part(page, 'letter-open');
      const box = await boxOf(way);
      const stage = await boxOf(part(page, 'stage'));
      assert.ok(box && stage && box.width >= 44 && box.height >= 44 && box.x + box.width <= reader.viewport.width, JSON.stringify(box));
      assert.equal(await way.evaluate((node) => { const { left, top, width, height } = node.getBoundingClientRect(); return node.contains(document.elementFromPoint(left + width / 2, top + height - 3)); }), true, 'nothing lies over it');
      await way.click();
      await page.locator('.letter-close').waitFor();
      assert.equal(await part(page, 'letter').evaluate((node) => node.scrollTop), 0, 'it opens at its head');
      const shut = await boxOf(page.locator('.letter-close'));
      assert.ok(shut && shut.x + shut.width <= reader.viewport.width, JSON.stringify(shut));
      await page.locator('.proofs summary').last().scrollIntoViewIfNeeded();
      const close = await boxOf(page.locator('.letter-close'));
      assert.ok(close && close.y >= 0 && close.y + close.height <= reader.viewport.height, JSON.stringify(close));
      await page.locator('.letter-close').click();
      await page.locator('.letter-close').waitFor({ state: 'hidden' });
    }));

test('on a phone on its side the menu of a message covers neither map, sentence nor transport, and no words in it lie on others', () =>
  house.hosted({ ...LYING, link: 'v=1&p=om&n=4&t=3&at=7&message=7' }, async (page) => {
    await ready(page);
    const card = part(page, 'message');
    await card.waitFor();
    const box = await boxOf(card);
    assert.ok(box);
    for (const place of ['.map-place', '.told', '.transport']) {
      const other = await boxOf(page.locator(place));
      assert.ok(other && !meet(box, other), place);
    }
    const boxes = await card.locator('b, .choice-word, .choice-remark, .pill-button, .message-close').evaluateAll((nodes) =>
      nodes.map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return { words: node.textContent, x, y, width, height };
      }),
    );
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.equal(meet(a, b), false, `${a.words} lies on ${b.words}`)));
  }));

test('on a phone on its side a vote tree is seen down to its majorities', () =>
  house.hosted({ ...LYING, link: 'v=1&p=om&n=7&m=2&t=3&at=999&view=tree' }, async (page) => {
    await page.locator('.vote-count').first().waitFor();
    const [count, view] = [await boxOf(page.locator('.vote-count').first()), await boxOf(page.locator('.view'))];
    assert.ok(count && view && count.y + count.height <= view.y + view.height + 1, JSON.stringify([count, view]));
  }));

test('on a large screen a vote tree is as large as there is room', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3.6&at=999&view=tree', viewport: { width: 1920, height: 1080 } }, async (page) => {
    await page.locator('.vote-figure .result-word').waitFor();
    const [figure, room] = [await boxOf(page.locator('.vote-figure')), await boxOf(page.locator('.ballot-main'))];
    assert.ok(figure && room && figure.height > 0.7 * room.height && figure.width <= room.width, JSON.stringify([figure, room]));
    await page.setViewportSize({ width: 1280, height: 800 });
    await until(page, 'a smaller figure', (tall) => (document.querySelector('.vote-figure')?.getBoundingClientRect().height ?? tall) < tall - 50, figure.height);
  }));

test('beside the open list a note points at its messenger, or at nobody, and lies on no row', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=7', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'messages').click();
    const rows = page.locator('.listing-rows button');
    await rows.first().waitFor();
    for (let i = 0; i < (await rows.count()); i++) {
      await rows.nth(i).click();
      await part(page, 'message').waitFor();
      const [note, list] = [await boxOf(part(page, 'message')), await boxOf(page.locator('.listing'))];
      assert.ok(note && list && !meet(note, list), `row ${i}`);
    }
  }));

test('curly quotes are narrow, whatever face they come from', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    const widths = await page.evaluate(() =>
      ['sans', 'serif'].map((kind) => {
        const node = document.createElement('span');
        node.textContent = '’';
        node.style.cssText = `position:absolute;font:100px var(--font-${kind})`;
        document.body.append(node);
        return node.getBoundingClientRect().width;
      }),
    );
    for (const width of widths) assert.ok(width < 50, `${width} px of 100`);
  }));

for (const [width, height] of /** @type {const} */ ([[390, 844], [360, 640], [320, 568]]))
  test(`${width}×${height}: the menu of a message leaves its sentence and Step to be seen and reached`, () =>
    house.hosted({ ...PHONE, viewport: { width, height }, link: 'v=1&p=om&n=4&t=3&at=6&message=6' }, async (page) => {
      await part(page, 'message').waitFor();
      for (const link of ['p=om', 'p=sm']) {
        await page.evaluate((to) => {
          location.hash = `v=1&${to}&n=4&t=3&at=6&message=6`;
        }, link);
        await until(page, 'the menu', (sm) => document.querySelector('.message [data-choice]') && (document.querySelector('.message .text-button, .message [data-testid="letter-open"], .message-all > :nth-child(3):not([hidden])') !== null) === sm, link === 'p=sm');
        const card = await boxOf(part(page, 'message'));
        for (const place of ['.told', '.transport', '.topbar']) {
          const other = await boxOf(page.locator(place));
          assert.ok(card && other && !meet(card, other), `${link} ${place}: ${JSON.stringify([card, other])}`);
        }
      }
    }));

for (const view of ['table', 'tree', 'time', 'cost'])
  test(`on a narrow phone the list of views shows the whole Chinese name (${view})`, () =>
    house.hosted({ ...PHONE, link: `v=1&p=om&n=4&t=3&lang=zh&view=${view}` }, async (page) => {
      await until(page, 'the page', () => document.body.dataset.state && document.body.getAttribute('aria-busy') !== 'true');
      const short = await page.locator('.view-pill select').evaluate((node) => {
        const select = /** @type {HTMLSelectElement} */ (node);
        const style = getComputedStyle(select);
        const words = document.createElement('span');
        words.textContent = select.selectedOptions[0]?.textContent ?? '';
        words.style.cssText = `position:absolute;white-space:nowrap;font:${style.font}`;
        select.after(words);
        return words.getBoundingClientRect().width - (select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
      });
      assert.ok(short <= 0, `${short} px too little`);
    }));

test('on the narrowest phone no name of the scrubber runs into the next', () =>
  house.hosted({ ...SMALLEST, link: 'v=1&p=ic&n=4&t=3&at=99' }, async (page) => {
    await page.locator('.scrubber .name').first().waitFor();
    const boxes = await page.locator('.scrubber .name').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
    boxes.slice(1).forEach((box, i) => assert.ok(boxes[i].right <= box.left, `${boxes[i].right} > ${box.left}`));
  }));

test('on the narrowest phone a vote tree is seen down to its words', () =>
  house.hosted({ ...SMALLEST, link: 'v=1&p=om&n=7&m=2&t=3&at=999&view=tree' }, async (page) => {
    await page.locator('.vote').first().waitFor();
    const [word, view] = [await boxOf(page.locator('.vote').first()), await boxOf(page.locator('.view'))];
    assert.ok(word && view && word.y + word.height <= view.y + view.height, JSON.stringify([word, view]));
  }));

test('the seal that need not be checked is no card of its own', () =>
  house.hosted({ ...PHONE, link: 'v=1&p=sm&n=4&t=3&at=6' }, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      location.hash = 'v=1&p=sm&n=4&t=3&at=6&nonsense=1';
    });
    // The notice of what does nothing brings its style.
    await page.locator('.unread-notice').waitFor();
    await page.locator('.unread-notice button').click();
    await part(page, 'letter-open').click();
    const item = page.locator('.findings li.unread');
    await item.waitFor();
    assert.equal(await item.evaluate((node) => getComputedStyle(node).boxShadow), 'none');
  }));

for (const link of ['p=om&n=7&m=2&t=3.6&at=999', 'p=om&n=64&m=2&t=3&at=2000', 'p=om&n=4&t=3', 'p=om&n=4&t=3&lang=zh'])
  test(`what the panel has no room for fades before it is cut, and is whole when it is scrolled to (${link})`, () =>
    house.hosted({ link: `v=1&${link}`, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      const found = await page.locator('.inspector').evaluate((node) => {
        node.scrollTop = node.scrollHeight;
        const body = /** @type {Element} */ (node.querySelector('.inspector-body')).getBoundingClientRect();
        const fade = (/** @type {Element} */ at, /** @type {string} */ which) => {
          const { backgroundImage, height } = getComputedStyle(at, which);
          return backgroundImage.startsWith('linear-gradient') ? parseFloat(height) : 0;
        };
        return {
          fades: [fade(/** @type {Element} */ (node.querySelector('.inspector-ways')), '::before'), fade(node, '::after')],
          free: node.getBoundingClientRect().bottom - body.bottom,
        };
      });
      assert.deepEqual(found.fades, [24, 24]);
      assert.ok(found.free >= 23, `${found.free} px below all`);
    }));
