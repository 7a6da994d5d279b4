// The address: what is written is what is read, and history is used as links ask.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createAddress, fragment, fragmentOf } from './address.js';
import { engine, opened } from '../testing.js';

before(engine);

/** A window that only has a history. @param {string} href @param {boolean} [closed] history is refused, as in some frames */
function view(href, closed = false) {
  /** @type {Record<string, () => void>} */
  const heard = {};
  const calls = /** @type {string[]} */ ([]);
  const put = (/** @type {string} */ how) => (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {string} */ to) => {
    if (closed) throw new Error('SecurityError');
    calls.push(`${how} ${to}`);
    fake.location.href = href.split('#')[0] + to;
  };
  const fake = {
    location: { href },
    calls,
    history: { pushState: put('push'), replaceState: put('replace') },
    performance: { now: () => fake.time },
    time: 1000,
    addEventListener: (/** @type {string} */ name, /** @type {() => void} */ run) => {
      heard[name] = run;
    },
    go(/** @type {string} */ to) {
      fake.location.href = href.split('#')[0] + to;
      heard.hashchange();
    },
  };
  return fake;
}

for (const link of [
  'v=1&p=om&n=4&t=3',
  'v=1&p=om&n=7&m=2&o=R&t=1.5&s=random&seed=77&at=12',
  'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R&at=6&lang=zh&theme=dark',
  'v=1&p=om&n=5&pov=3&view=tree&embed=1&controls=play',
]) {
  test(`${link} is written as it was read`, () => assert.equal(fragment(opened(link).state), link));
}

test('the cursor, the language and the theme are in it', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'step' });
  store.apply({ type: 'lang', lang: 'zh' });
  store.apply({ type: 'theme', theme: 'light' });
  assert.equal(fragment(store.state), 'v=1&p=om&n=4&t=3&at=1&lang=zh&theme=light');
});

test('a refused link stays in the address to be mended', () => assert.equal(fragment(opened('v=1&n=99').state), null));

test('an edit replaces, another scenario is pushed, Back opens the one before', () => {
  const window = view('https://x.test/page#v=1&p=om&n=4&t=3');
  const store = opened(fragmentOf(window.location.href));
  createAddress(store, /** @type {any} */ (window));
  store.apply({ type: 'turn', general: 2 });
  store.apply({ type: 'open', link: 'v=1&p=om&n=7&t=4', entry: true });
  window.go('#v=1&p=om&n=4&t=2.3');
  assert.deepEqual(window.calls, ['replace #v=1&p=om&n=4&t=2.3', 'push #v=1&p=om&n=7&t=4']);
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=2.3');
});

test('a burst is written once at first and once at last', () => {
  const window = view('https://x.test/#v=1&p=om&n=4&t=3');
  const store = opened('v=1&p=om&n=4&t=3');
  const address = createAddress(store, /** @type {any} */ (window));
  for (let i = 0; i < 9; i++) store.apply({ type: 'step' });
  assert.equal(window.calls.length, 1);
  address.write();
  assert.deepEqual(window.calls.at(-1), 'replace #v=1&p=om&n=4&t=3&at=9');
});

test('where history is closed the page goes on', () => {
  const window = view('about:srcdoc#v=1&p=om&n=4&t=3', true);
  const store = opened('v=1&p=om&n=4&t=3');
  createAddress(store, /** @type {any} */ (window));
  store.apply({ type: 'step' });
  assert.equal(store.state.cursor, 1);
});

test('a link that is legal but too long for what the page would add leaves the address alone', () => {
  const all = Array.from({ length: 63 }, (_, i) => i + 2);
  const lies = all.flatMap((speaker) => all.filter((to) => to !== speaker).map((to) => `1.${speaker}-${to}A`));
  const start = `v=1&p=om&n=64&t=${all.join('.')}&x=`;
  let link = start + lies[0];
  for (const lie of lies.slice(1)) if (link.length + lie.length + 1 <= 7_998) link += `_${lie}`;
  const store = opened(link);
  assert.equal(store.state.fault, null);
  store.apply({ type: 'seek', step: 1234 });
  store.apply({ type: 'lang', lang: 'zh' });
  assert.equal(fragment(store.state), null);
});
