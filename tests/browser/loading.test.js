// What comes when: the first screen in few files, the rest when it is opened, and the whole engine when a run asks for it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHouse, ready } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Files by their names without the hash. @param {string[]} requests */
const files = (requests) => requests.map((address) => (new URL(address).pathname.split('/').at(-1) ?? '').replace(/-[0-9a-f]{8,}\./, '.'));

/** The link of the open run. @param {import('playwright-core').Page} page @returns {Promise<string>} */
const linkOf = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session?.link() ?? '');

test('the first screen comes in three files: its script, one catalogue, one engine', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3', saving: true }, async (page, record) => {
    await ready(page);
    assert.deepEqual(files(record.requests).filter((name) => name !== '2026' && name !== '').sort(), ['en.js', 'engine_bg.wasm', 'main.js']);
  });
});

test('of a link that names its language, no other is fetched', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3&lang=zh', saving: true }, async (page, record) => {
    await ready(page);
    assert.deepEqual(files(record.requests).filter((name) => /^(en|zh)\./.test(name)), ['zh.js']);
  });
});

test('a signed run begins with the whole engine, and with no other', async () => {
  await house.hosted({ link: 'v=1&p=sm&n=4&t=3&at=5', saving: true }, async (page, record) => {
    await ready(page);
    const wasm = files(record.requests).filter((name) => name.endsWith('.wasm'));
    assert.deepEqual([...new Set(wasm)], ['generals_bg.wasm']);
    assert.equal(await linkOf(page), 'v=1&p=sm&n=4&t=3');
  });
});

test('who turns to signed messages keeps his place, and undo leads back', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3&at=2', saving: true }, async (page) => {
    await ready(page);
    await page.getByTestId('protocol').selectOption('sm');
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=sm&n=4&t=3');
    assert.equal(await page.getByTestId('scrubber').getAttribute('aria-valuenow'), '2');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=om&n=4&t=3');
    await page.getByTestId('general-2').click();
    await page.keyboard.press('t');
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=om&n=4&t=2.3');
  });
});

test('what is asked for meanwhile is done, and the last of two runs is the one that is open', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3', saving: true }, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      location.hash = '#v=1&p=sm&n=3&t=1';
    });
    await page.evaluate(() => {
      location.hash = '#v=1&p=flat&n=5&t=2';
    });
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=flat&n=5&t=2');
    await page.getByTestId('view-pair').click();
    await page.getByTestId('pair-close').waitFor();
    assert.equal(await linkOf(page), 'v=1&p=flat&n=5&t=2');
  });
});

test('the protocols that are offered are all there are, before the whole engine has come', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4', saving: true }, async (page) => {
    await ready(page);
    const offered = await page.getByTestId('protocol').locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    assert.deepEqual(offered, ['om', 'sm', 'flat', 'ic', 'king', 'queen', 'benor', 'bracha', 'pbft', 'own', 'trust', 'two']);
  });
});

test('a part that cannot be fetched says so in its place, and comes when it can', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3', saving: true }, async (page, record) => {
    await ready(page);
    await page.route('**/assets/table-*.js', (route) => route.abort());
    await page.getByTestId('view-table').click();
    const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    await notice.waitFor();
    await page.unroute('**/assets/table-*.js');
    await notice.getByRole('button').first().click();
    await page.getByTestId('figure').locator('[role=grid], table').first().waitFor();
    assert.equal(await notice.count(), 0);
    record.problems.length = 0;
  });
});

test('more cases that cannot be fetched are folded up again by Close, and come when they can', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3', saving: true }, async (page, record) => {
    await ready(page);
    await page.route('**/assets/exhibits-*.js', (route) => route.abort());
    const cases = page.getByTestId('exhibits');
    await cases.locator('summary').click();
    const notice = cases.getByRole('alert');
    await notice.getByRole('button', { name: 'Close' }).click();
    await notice.waitFor({ state: 'detached' });
    assert.equal(await cases.getAttribute('open'), null);
    assert.equal(await cases.locator('summary').evaluate((summary) => summary === document.activeElement), true);
    await page.unroute('**/assets/exhibits-*.js');
    await cases.locator('summary').click();
    await cases.locator('[data-exhibit="key"]').waitFor();
    record.problems.length = 0;
  });
});

test('what the whole engine is needed for says so where it cannot be had, and is done when it can', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3&at=2', saving: true }, async (page, record) => {
    await ready(page);
    await page.route('**/generals_bg-*.wasm', (route) => route.abort());
    const protocol = page.getByTestId('protocol');
    await protocol.selectOption('sm');
    const notice = page.getByTestId('missed');
    await notice.waitFor();
    assert.equal(await protocol.inputValue(), 'om', 'the control shows what is');
    assert.equal(await linkOf(page), 'v=1&p=om&n=4&t=3');
    await page.unroute('**/generals_bg-*.wasm');
    await notice.getByRole('button').first().click();
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=sm&n=4&t=3');
    assert.equal(await notice.count(), 0);
    record.problems.length = 0;
  });
});

test('a page whose link needs what cannot be had says that it cannot start', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4', saving: true }, async (page, record) => {
    await ready(page);
    await page.route('**/generals_bg-*.wasm', (route) => route.abort());
    await page.goto(`${house.host.site}?again#v=1&p=om&n=99`);
    await page.getByTestId('error').waitFor();
    record.problems.length = 0;
  });
});

test('two things that wait are both done', async () => {
  await house.hosted({ link: 'v=1&p=om&n=4&t=3', saving: true }, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid=protocol]'));
      select.value = 'sm';
      select.dispatchEvent(new Event('change'));
      /** @type {HTMLElement} */ (document.querySelector('[data-testid=lang] [value=zh]')).click();
    });
    await page.waitForFunction(() => /** @type {any} */ (window).generals.session.link() === 'v=1&p=sm&n=4&t=3');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  });
});

test('the single file has everything in itself', async () => {
  await house.file({ link: 'v=1&p=om&n=4&t=3' }, async (page, record) => {
    await ready(page);
    record.requests.length = 0;
    for (const view of ['time', 'table', 'lab', 'pair']) await page.getByTestId(`view-${view}`).first().click();
    await page.getByTestId('pair-close').waitFor();
    assert.deepEqual(record.requests.filter((address) => !/^(data|blob):/.test(address)), []);
  });
});

test('before the engine has come, camps stand where the map is going to have them', async () => {
  for (const [link, viewport] of /** @type {const} */ ([
    ['v=1&p=om&n=4&t=3', { width: 1280, height: 800 }],
    ['v=1&p=om&n=7&m=2&t=3.5', { width: 390, height: 844 }],
    ['v=1&p=om&n=5&t=2&embed=1&controls=play', { width: 700, height: 500 }],
  ])) {
    await house.hosted({ link, viewport, saving: true }, async (page) => {
      await ready(page);
      /** @type {() => void} */
      let release = () => {};
      const held = new Promise((go) => (release = () => go(undefined)));
      await page.route('**/*.wasm', async (route) => {
        await held;
        await route.continue();
      });
      await page.reload({ waitUntil: 'commit' });
      const picture = page.locator('.first-picture');
      await picture.waitFor();
      const before = await picture.evaluate((svg) =>
        [...svg.querySelectorAll(':scope > g')].map((camp) => {
          const { e, f } = /** @type {SVGGElement} */ (camp).getScreenCTM() ?? { e: 0, f: 0 };
          return { x: e, y: f, id: camp.textContent };
        }),
      );
      release();
      await ready(page);
      assert.equal(await picture.count(), 0);
      const after = await page.locator('.camps button').evaluateAll((camps) =>
        camps.map((camp) => {
          const { left, top, width, height } = camp.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2, id: camp.getAttribute('data-general') };
        }),
      );
      assert.ok(before.length > 3);
      assert.deepEqual(before.map(({ id }) => id), after.map(({ id }) => id));
      const ways = before.map(({ x, y }, i) => Math.hypot(x - after[i].x, y - after[i].y));
      assert.ok(Math.max(...ways) <= 1, `${link}: ${ways}`);
    });
  }
});
