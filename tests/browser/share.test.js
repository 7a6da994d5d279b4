// Sharing a run: its link and where that opens, the QR code, codes for other pages, files, on every kind of screen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import jsqr from 'jsqr';
import { addressSays, atStep, boxOf, openHouse, part, ready, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const RUN = 'v=1&p=om&n=4&t=3&at=7';
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** @param {Page} page */
async function openShare(page) {
  await ready(page);
  await part(page, 'share').click();
  await page.locator('dialog.share[open]').waitFor();
}

/** The column of files has come, with its preview. @param {Page} page */
async function filesCome(page) {
  await part(page, 'file-preview').waitFor();
  await until(page, 'the preview', () => document.querySelector('[data-testid="file-preview"][aria-busy="false"] > *') !== null);
}

/** Opens the page under a name that others can reach. @param {Page} page @param {string} link */
async function goAbroad(page, link) {
  await page.route('http://host.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: house.host.origin + pathname }) });
  });
  await page.goto(`http://host.example/notes/2026/#${link}`);
}

/** What is still fetched ahead comes first: later nothing answers under that name. @param {Page} page */
async function goHome(page) {
  await page.waitForLoadState('networkidle');
  await page.unrouteAll({ behavior: 'wait' });
}

/** The link as it is given away. @param {Page} page */
const shared = (page) => part(page, 'share-link').inputValue();

/** What a phone reads from a picture of the screen. @param {Page} reader a page that may look at pictures @param {Buffer} shot */
async function scanned(reader, shot) {
  const { pixels, width, height } = await reader.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const { width, height } = picture;
    const to = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement('canvas'), { width, height }).getContext('2d'));
    to.drawImage(picture, 0, 0);
    return { pixels: [...to.getImageData(0, 0, width, height).data], width, height };
  }, shot.toString('base64'));
  return jsqr(Uint8ClampedArray.from(pixels), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** @param {Page} page @param {string} id */
const shotOf = (page, id) => part(page, id).locator('svg').screenshot();

for (const theme of ['light', 'dark']) {
  test(`the code on the screen is that of the link, ${theme}`, () =>
    // The page's own policy lets it fetch nothing: another page looks at what it shows.
    house.visit(`${house.host.origin}/lecture.html`, {}, (reader) =>
      house.hosted({ link: `${RUN}&theme=${theme}` }, async (page) => {
        await openShare(page);
        const whole = await shared(page);
        assert.match(whole, /#v=1&p=om&n=4&t=3&at=7$/);
        assert.equal(await scanned(reader, await shotOf(page, 'share-qr')), whole);
        await part(page, 'share-here').uncheck();
        assert.equal(await shared(page), whole.replace('&at=7', ''));
        assert.equal(await scanned(reader, await shotOf(page, 'share-qr')), await shared(page));
        await part(page, 'share-qr-large').click();
        assert.equal(await scanned(reader, await shotOf(page, 'share-qr-shown')), await shared(page));
        const box = await boxOf(part(page, 'share-qr-shown'));
        assert.ok(box && box.height > 600 && box.width === 1280, 'it fills the screen');
        await page.keyboard.press('Escape');
        await part(page, 'share-qr-shown').waitFor({ state: 'hidden' });
        assert.equal(await page.locator('dialog.share[open]').count(), 1, 'one Esc leaves one dialog');
      }),
    ));
}

test('the link opens as the general sees it, and with numbers from 0, where that is wanted', () =>
  house.hosted({ link: `${RUN}&general=4` }, async (page) => {
    await openShare(page);
    await page.getByLabel('As General 4 sees it').check();
    await part(page, 'share-number').check();
    assert.match(await shared(page), /#v=1&p=om&n=4&t=3&at=7&pov=4&number=0$/);
    await page.keyboard.press('Escape');
    await part(page, 'share').click();
    // What was wanted of one link is not wanted of the next.
    await until(page, 'the link as it is shown', () => /&at=7$/.test(/** @type {HTMLInputElement | null} */ (document.querySelector('[data-testid="share-link"]'))?.value ?? ''));
  }));

test('codes show the run in another page, and each is copied whole', () =>
  house.hosted({ link: RUN }, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openShare(page);
    for (const name of ['frame', 'element']) {
      await part(page, `share-${name}-copy`).click();
      await says(page, `share-${name}-copy`, 'Copied');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await part(page, `share-${name}`).inputValue());
    }
    assert.match(await part(page, 'share-element').inputValue(), /<script src="http[^"]*\/notes\/2026\/embed\.js"><\/script>\n<byzantine-generals scenario="v=1&amp;p=om&amp;n=4&amp;t=3&amp;at=7">/);
    const code = await part(page, 'share-frame').inputValue();
    await page.goto(`${house.host.origin}/lecture.html`);
    await page.evaluate((markup) => void (document.body.innerHTML = /** @type {string} */ (markup)), code);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await ready(frame);
    await atStep(frame, 7);
    await frame.getByTestId('open-full').waitFor();
  }));

test('a page from a disk has no code for phones, and names files for other pages', () =>
  house.file({ link: RUN }, async (page) => {
    await openShare(page);
    await page.getByText('This address leads to your disk').waitFor();
    await page.getByText('a phone cannot open what lies on your disk').waitFor();
    assert.equal(await part(page, 'share-qr').isVisible(), false);
    assert.match(await part(page, 'share-frame').inputValue(), /^<iframe src="byzantine-generals\.html#v=1/);
    assert.match(await part(page, 'share-element').inputValue(), /^<script src="embed\.js">/);
  }));

test('what is too long for a code or a chat is said, with what to take instead', () => {
  const traitors = Array.from({ length: 39 }, (_, i) => i + 2);
  const lies = traitors.flatMap((from) => traitors.filter((to) => to !== from).map((to) => `1.${from}-${to}R`));
  const link = (/** @type {number} */ count) => `v=1&p=om&n=40&t=${traitors.join('.')}&x=${lies.slice(0, count).join('_')}`;
  return house.hosted({}, async (page) => {
    await goAbroad(page, link(30));
    await openShare(page);
    await page.getByText('make small squares').waitFor();
    assert.equal(await page.getByText('too many for most chats').count(), 0);
    await part(page, 'share-qr').waitFor();
    for (const [count, hasCode] of /** @type {[number, boolean][]} */ ([[250, true], [600, false]])) {
      await page.keyboard.press('Escape');
      await page.evaluate((to) => /** @type {any} */ (window).generals.open(to), link(count));
      await part(page, 'share').click();
      await page.getByText('too many for most chats').waitFor();
      assert.equal(await part(page, 'share-qr').isVisible(), hasCode);
    }
    await page.getByText('too many for any QR code').waitFor();
    await goHome(page);
  });
});

test('a file is looked at as it will be, and saved under the name on the button', () =>
  house.hosted({ link: RUN }, async (page) => {
    await openShare(page);
    await filesCome(page);
    assert.equal(await part(page, 'file-png').isChecked(), true);
    const size = () => part(page, 'file-size').innerText();
    const [twice] = [await size()];
    await part(page, 'file-times-1').check();
    await until(page, 'another size', (before) => document.querySelector('[data-testid="file-size"]')?.textContent !== before, twice);
    const [width, height] = (await size()).split('×').map(Number);
    assert.deepEqual(twice.split('×').map(Number), [2 * width, 2 * height]);
    const saved = page.waitForEvent('download');
    await part(page, 'file-save').click();
    const file = await saved;
    assert.ok((await part(page, 'file-save').innerText()).endsWith(file.suggestedFilename()));
    const bytes = await readFile(await file.path());
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width, height]);
    await page.getByText(`Saved as ${file.suggestedFilename()}`).waitFor();
  }));

test('a film says how far it is, and can be stopped', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3.6' }, async (page) => {
    await openShare(page);
    await filesCome(page);
    await part(page, 'file-gif').check();
    await part(page, 'file-save').click();
    await part(page, 'file-cancel').waitFor();
    await until(page, 'some of it to be made', () => Number(document.querySelector('.file-progress')?.getAttribute('aria-valuenow')) > 0);
    await part(page, 'file-cancel').click();
    await part(page, 'file-save').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'file-save', 'the focus is not lost');
    assert.equal(await page.getByText('Saved as').count(), 0);
  }));

test('a run that plays stands still while it is shared', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await part(page, 'play').click();
    await part(page, 'share').click();
    await page.locator('dialog.share[open]').waitFor();
    await part(page, 'play').and(page.locator('[aria-label="Play"]')).waitFor({ state: 'attached' });
  }));

test('what is pasted is shown as a link, and opens; so is a file', () =>
  house.hosted({ link: RUN }, async (page) => {
    await openShare(page);
    await part(page, 'paste').locator('summary').click();
    await part(page, 'paste-text').fill('hello');
    await says(page, 'paste-why', 'was not understood');
    await part(page, 'paste-file').setInputFiles({ name: 'exercise.txt', mimeType: 'text/plain', buffer: Buffer.from('2\nL L T L L T L\nRETREAT\n') });
    await says(page, 'paste-link', 'v=1&p=om&n=7&m=2&o=R&t=3.6');
    await part(page, 'paste-text').fill('LTLL ATTACK');
    await says(page, 'paste-link', 'v=1&p=om&n=4&t=2');
    await part(page, 'paste-open').click();
    await page.locator('dialog.share[open]').waitFor({ state: 'detached' });
    await addressSays(page, 't', '2');
  }));

test('a paste that cannot be read since its engine cannot be fetched says so, and is read when it can', () =>
  house.hosted({ link: RUN, saving: true }, async (page, record) => {
    await page.route('**/generals_bg-*.wasm', (route) => route.abort());
    await openShare(page);
    await part(page, 'paste').locator('summary').click();
    await part(page, 'paste-text').fill('LTLL ATTACK');
    await says(page, 'paste-why', 'could not be loaded');
    await page.unroute('**/generals_bg-*.wasm');
    await part(page, 'paste-text').fill('LTLL ATTACK ');
    await says(page, 'paste-link', 'v=1&p=om&n=4&t=2');
    record.problems.length = 0;
  }));

test('while a question of a lesson stands no file tells its answer', () =>
  house.hosted({ link: 'lesson=ask&beat=2' }, async (page) => {
    await part(page, 'lesson-choice-1').waitFor();
    await openShare(page);
    await filesCome(page);
    await part(page, 'file-gif').check();
    await page.getByText('First answer the question of the lesson').waitFor();
    assert.equal(await part(page, 'file-save').getAttribute('aria-disabled'), 'true');
  }));

test('who opens it before the lesson has come keeps it, and sees the file of the lesson’s run', () =>
  house.hosted({ link: RUN }, async (page) => {
    /** @type {(() => void)[]} */
    const held = [];
    await page.route('**/lesson-en-ask-*.js', (route) => new Promise((go) => held.push(() => go(route.continue()))));
    await page.goto(`${house.host.site}?quick#lesson=ask&beat=2`);
    await until(page, 'the page', () => 'generals' in window);
    await openShare(page);
    for (const go of held) go();
    await part(page, 'lesson-choice-1').waitFor({ state: 'attached' });
    await filesCome(page);
    assert.ok(await page.locator('dialog.share').isVisible());
    assert.match(await part(page, 'share-link').inputValue(), /lesson=ask/);
  }));

test('on a phone it is a sheet, with the code first; arrows choose between link and files', () =>
  house.hosted({ ...PHONE, link: RUN }, async (page) => {
    await openShare(page);
    const [code, link] = [await boxOf(part(page, 'share-qr')), await boxOf(part(page, 'share-link'))];
    assert.ok(code && link && code.y < link.y);
    const sheet = await boxOf(page.locator('dialog.share'));
    assert.ok(sheet && sheet.x === 0 && sheet.width === 390 && Math.round(sheet.y + sheet.height) === 844);
    assert.equal(await part(page, 'file-preview').count(), 0, 'files come when they are looked at');
    await part(page, 'share-tab-address').focus();
    await page.keyboard.press('ArrowRight');
    await filesCome(page);
    assert.equal(await part(page, 'share-link').isVisible(), false);
    assert.equal(await part(page, 'share-tab-files').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Home');
    await part(page, 'share-link').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  }));

for (const tab of /** @type {const} */ (['address', 'files'])) {
  test(`on a phone everything to touch is large enough: ${tab}`, () =>
    house.hosted({ ...PHONE, link: RUN }, async (page) => {
      await openShare(page);
      await part(page, `share-tab-${tab}`).click();
      if (tab === 'files') await filesCome(page);
      const small = await page.locator('dialog.share').evaluate((dialog) =>
        [...dialog.querySelectorAll('button, label:has(input), summary')]
          .filter((one) => one.checkVisibility() && !one.matches('.label'))
          .map((one) => ({ said: one.textContent, height: Math.round(one.getBoundingClientRect().height) }))
          .filter(({ height }) => height < 44),
      );
      assert.deepEqual(small, []);
    }));
}

test('on a small phone too the code is in sight when the sheet opens', () =>
  house.hosted({ viewport: { width: 360, height: 640 }, touch: true, link: RUN }, async (page) => {
    await openShare(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'share-tab-address');
    const [code, head] = [await boxOf(part(page, 'share-qr')), await boxOf(part(page, 'share-tab-address'))];
    assert.ok(code && head && code.y >= head.y + head.height && code.y + code.height < 640);
  }));

test('what a phone shares with is used where others can reach the page, and hears its address', () =>
  house.hosted({ ...PHONE, link: RUN }, async (page) => {
    await page.addInitScript(() => {
      Navigator.prototype.share = async (data) => void Object.assign(window, { sent: data?.url });
    });
    await page.reload();
    await openShare(page);
    assert.equal(await part(page, 'share-send').isVisible(), false, 'nobody else can open an address of this computer');
    await goAbroad(page, RUN);
    await openShare(page);
    await part(page, 'share-send').click();
    assert.equal(await page.evaluate(() => Reflect.get(window, 'sent')), `http://host.example/notes/2026/#${RUN}`);
    await goHome(page);
  }));
