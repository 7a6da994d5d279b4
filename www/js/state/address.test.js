// The address: what is written is what is read, and history is used as links ask.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createAddress, fragment } from './address.js';
import { linkOf } from './glance.js';
import { createStore } from './store.js';
import { engine, opened } from '../testing.js';

before(engine);

/**
 * A window that only has a history. `closed`: it is refused, as in some frames; `framed`: it stands in another page.
 * @param {string} href @param {{closed?: boolean, framed?: boolean}} [how]
 */
function view(href, { closed = false, framed = false } = {}) {
  /** @type {Record<string, () => void>} */
  const heard = {};
  const calls = /** @type {string[]} */ ([]);
  /** @type {{href: string, state: unknown}[]} */
  const stack = [{ href, state: null }];
  let at = 0;
  /** @param {string} to */
  const resolved = (to) => new URL(to, stack[at].href).href;
  /** @param {number} by */
  function go(by) {
    at += by;
    heard.popstate();
    heard.hashchange();
  }
  const fake = {
    calls,
    location: {
      get href() {
        return stack[at].href;
      },
      get pathname() {
        return new URL(stack[at].href).pathname;
      },
    },
    history: {
      get state() {
        return stack[at].state;
      },
      /** @param {unknown} state @param {string} _ @param {string} [to] */
      replaceState(state, _, to) {
        if (closed) throw new Error('SecurityError');
        if (to !== undefined) calls.push(`replace ${to}`);
        stack[at] = { href: to === undefined ? stack[at].href : resolved(to), state };
      },
      /** @param {unknown} state @param {string} _ @param {string} to */
      pushState(state, _, to) {
        if (closed) throw new Error('SecurityError');
        calls.push(`push ${to}`);
        stack.splice(at + 1, Infinity, { href: resolved(to), state });
        at += 1;
      },
    },
    performance: { now: () => 1000 },
    addEventListener: (/** @type {string} */ name, /** @type {() => void} */ run) => {
      heard[name] = run;
    },
    back: () => go(-1),
    forward: () => go(1),
    /** The reader writes another address. @param {string} to */
    type(to) {
      stack.splice(at + 1, Infinity, { href: resolved(to), state: null });
      go(1);
    },
    /** @type {unknown} */
    parent: null,
  };
  fake.parent = framed ? {} : fake;
  return fake;
}

/** A page at an address. @param {string} href @param {{closed?: boolean, framed?: boolean}} [how] */
function visit(href, how) {
  const window = view(href, how);
  const store = opened(linkOf(href));
  const address = createAddress(store, /** @type {any} */ (window));
  return { window, store, address, calls: window.calls };
}

const START = 'https://x.test/page#v=1&p=om&n=4&t=3';

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

test('a traitor who is looked at is in it, since of himself nobody looks at one', () => {
  const store = opened('v=1&p=om&n=4&t=2');
  assert.equal(store.state.chosen, 3, 'the first loyal lieutenant');
  assert.equal(fragment(store.state), 'v=1&p=om&n=4&t=2');
  store.apply({ type: 'choose', general: 2 });
  assert.equal(fragment(store.state), 'v=1&p=om&n=4&t=2&general=2');
  assert.equal(opened('v=1&p=om&n=4&t=2.3.4').state.chosen, 2, 'where all are traitors, the first');
  assert.equal(opened('v=1&p=om&n=4&t=2&pov=2').state.chosen, 2, 'whose eyes are used');
});

test('a refused link stays in the address to be mended', () => assert.equal(fragment(opened('v=1&n=99').state), null));

test('an edit replaces, another scenario is pushed, Back opens the one before', () => {
  const { window, store, calls } = visit(START);
  store.apply({ type: 'turn', general: 4 });
  store.apply({ type: 'open', link: 'v=1&p=om&n=7&t=4', entry: true });
  window.back();
  assert.deepEqual(calls, ['replace #v=1&p=om&n=4&t=3.4', 'push #v=1&p=om&n=7&t=4']);
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3.4');
});

test('opening a view or a tool is a step of history, and Back returns to the one before with its place', () => {
  const { window, store, calls, address } = visit(START);
  store.apply({ type: 'seek', step: 5 });
  store.apply({ type: 'view', view: 'tree' });
  store.apply({ type: 'fold', fold: 1 });
  store.apply({ type: 'seek', step: 2 });
  store.apply({ type: 'view', view: 'ring' });
  store.apply({ type: 'view', view: 'cost' });
  store.apply({ type: 'pair' });
  store.apply({ type: 'both', both: 'time' });
  address.write();
  assert.deepEqual(
    calls.filter((call) => call.startsWith('push')).map((call) => /view=(\w+)/.exec(call)?.[1]),
    ['tree', 'ring', 'cost', 'pair'],
  );
  window.back();
  assert.equal(store.state.place.view, 'cost');
  window.back();
  window.back();
  assert.deepEqual([store.state.place.view, store.state.place.fold, store.state.cursor], ['tree', 1, 2]);
  window.back();
  assert.deepEqual([store.state.place.view, store.state.cursor], ['map', 5]);
  window.forward();
  assert.equal(store.state.place.view, 'tree');
});

test('neither playing nor edits nor what is looked at are steps of history', () => {
  const { store, calls } = visit(START);
  for (const action of /** @type {import('./actions.js').Action[]} */ ([
    { type: 'step' },
    { type: 'end' },
    { type: 'edit', changes: { n: 7 } },
    { type: 'edit', changes: { order: 'R' }, control: 'order' },
    { type: 'turn', general: 1 },
    { type: 'lie', step: 1, choice: 'R' },
    { type: 'undo' },
    { type: 'choose', general: 3 },
    { type: 'pov', general: 3 },
    { type: 'pov', general: null },
    { type: 'lang', lang: 'zh' },
    { type: 'theme', theme: 'dark' },
    { type: 'share', open: true },
    { type: 'open', link: 'v=1&p=om&n=4&t=3' },
  ]))
    store.apply(action);
  assert.deepEqual(calls.filter((call) => call.startsWith('push')), []);
});

test('Back and Forward keep what undo and redo know, and the language of the reader', () => {
  const { window, store } = visit(`${START}&lang=en`);
  store.apply({ type: 'turn', general: 2 });
  store.apply({ type: 'turn', general: 4 });
  store.apply({ type: 'undo' });
  store.apply({ type: 'view', view: 'tree' });
  store.apply({ type: 'turn', general: 1 });
  store.apply({ type: 'lang', lang: 'zh' });
  window.back();
  assert.deepEqual([store.state.place.view, store.state.link, store.state.lang], ['map', 'v=1&p=om&n=4&t=2.3', 'zh']);
  store.apply({ type: 'redo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=2.3.4');
  store.apply({ type: 'undo' });
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3');
  window.forward();
  assert.deepEqual(store.state.scenario?.traitors, [1, 2, 3]);
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=2.3');
});

test('an address that the reader writes is opened anew, and Back leads out of it', () => {
  const { window, store } = visit(START);
  store.apply({ type: 'turn', general: 2 });
  window.type('#v=1&p=om&n=7&t=4');
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=7&t=4', []]);
  window.back();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=4&t=2.3', ['v=1&p=om&n=4&t=3']]);
});

/**
 * A page that lacks something for signed runs as soon as `hold` is called, as after a reload: three runs in the history, the signed one
 * between two others.
 */
function waitingVisit() {
  /** @type {Promise<void> | null} */
  let coming = null;
  /** @type {{give: () => void, fail: () => void}} */
  let ends = { give() {}, fail() {} };
  const store = createStore({ lang: 'en', still: false }, (s) => (s.scenario?.protocol === 'sm' ? coming : null));
  store.apply({ type: 'open', link: 'v=1&p=om&n=5' });
  const window = view('https://x.test/page#v=1&p=om&n=5');
  const address = createAddress(store, /** @type {any} */ (window));
  store.apply({ type: 'open', link: 'v=1&p=sm&n=4', entry: true });
  store.apply({ type: 'turn', general: 4 });
  store.apply({ type: 'open', link: 'v=1&p=om&n=7', entry: true });
  address.write();
  const hold = () => {
    coming = new Promise((give, fail) => {
      ends = { give, fail: () => fail(new Error('no network')) };
    });
  };
  return {
    window,
    store,
    address,
    hold,
    /** @param {'give' | 'fail'} how */
    async end(how) {
      const ended = coming;
      coming = null;
      ends[how]();
      await ended?.catch(() => {});
      await new Promise((done) => setImmediate(done));
    },
    hash: () => window.location.href.split('#')[1],
  };
}

test('what Back leads to keeps its entry while it waits, also when Back is gone again before it has come', async () => {
  const { window, store, hold, end, hash } = waitingVisit();
  store.apply({ type: 'turn', general: 3 });
  hold();
  window.back();
  assert.deepEqual([store.state.isWaiting, store.state.link], [true, 'v=1&p=om&n=7&t=3'], 'the run before is still open');
  assert.equal(hash(), 'v=1&p=sm&n=4&t=4');
  store.apply({ type: 'step' });
  assert.equal(hash(), 'v=1&p=sm&n=4&t=4');
  window.back();
  assert.deepEqual([store.state.link, hash()], ['v=1&p=om&n=5', 'v=1&p=om&n=5']);
  await end('give');
  assert.deepEqual([store.state.link, hash()], ['v=1&p=om&n=5', 'v=1&p=om&n=5']);
  window.forward();
  assert.deepEqual([store.state.link, store.state.past, hash()], ['v=1&p=sm&n=4&t=4', ['v=1&p=sm&n=4'], 'v=1&p=sm&n=4&t=4']);
  window.forward();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=7&t=3', ['v=1&p=om&n=7']]);
});

test('what Back leads to has its entry when it has come, and gives it to nothing that is opened instead', async () => {
  const { window, store, address, hold, end, hash } = waitingVisit();
  hold();
  window.back();
  await end('give');
  assert.deepEqual([store.state.link, hash()], ['v=1&p=sm&n=4&t=4', 'v=1&p=sm&n=4&t=4']);
  store.apply({ type: 'turn', general: 3 });
  assert.equal(store.state.link, 'v=1&p=sm&n=4&t=3.4');
  window.back();
  hold();
  window.forward();
  store.apply({ type: 'open', link: 'v=1&p=flat&n=4', entry: true });
  await end('give');
  assert.deepEqual([store.state.link, hash()], ['v=1&p=flat&n=4', 'v=1&p=flat&n=4']);
  window.back();
  address.write();
  assert.deepEqual([store.state.link, hash()], ['v=1&p=sm&n=4&t=3.4', 'v=1&p=sm&n=4&t=3.4']);
});

test('where what Back leads to cannot be had, the address is that of the run that is open', async () => {
  globalThis.reportError = () => {};
  const { window, store, address, hold, end, hash } = waitingVisit();
  hold();
  window.back();
  await end('fail');
  address.write();
  assert.deepEqual([store.state.link, hash()], ['v=1&p=om&n=7', 'v=1&p=om&n=7']);
  store.apply({ type: 'turn', general: 3 });
  window.back();
  window.forward();
  assert.equal(store.state.link, 'v=1&p=om&n=7&t=3');
});

test('what waits and is not wanted any more leaves the address to the run that is open', () => {
  const { window, store, address, hold, hash } = waitingVisit();
  hold();
  window.back();
  address.write();
  assert.equal(hash(), 'v=1&p=sm&n=4&t=4');
  store.apply({ type: 'cancel' });
  address.write();
  assert.deepEqual([store.state.link, hash()], ['v=1&p=om&n=7', 'v=1&p=om&n=7']);
});

test('a refused link is a step of history too, and the run before it keeps what undo knows', () => {
  const { window, store, calls } = visit('https://x.test/page#v=1&p=om&n=5');
  store.apply({ type: 'turn', general: 3 });
  store.apply({ type: 'open', link: '#v=1&n=99', entry: true });
  assert.equal(calls.at(-1), 'push #v=1&n=99');
  window.back();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=5&t=3', ['v=1&p=om&n=5']]);
  window.forward();
  assert.deepEqual([store.state.fault?.key, window.location.href], ['n', 'https://x.test/page#v=1&n=99']);
  store.apply({ type: 'open', link: 'v=1&p=om&n=7', entry: true });
  window.back();
  window.back();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=5&t=3', ['v=1&p=om&n=5']]);
});

test('two entries with one link are two runs', () => {
  const { window, store, address } = visit(START);
  store.apply({ type: 'turn', general: 2 });
  store.apply({ type: 'open', link: 'v=1&p=om&n=4&t=3', entry: true });
  store.apply({ type: 'turn', general: 2 });
  address.write();
  window.back();
  store.apply({ type: 'edit', changes: { order: 'R' } });
  window.forward();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=4&t=2.3', ['v=1&p=om&n=4&t=3']]);
  window.back();
  assert.deepEqual([store.state.link, store.state.past], ['v=1&p=om&n=4&o=R&t=2.3', ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&t=2.3']]);
});

test('in a frame nothing is a step of history', () => {
  const { store, calls } = visit(START, { framed: true });
  store.apply({ type: 'view', view: 'tree' });
  store.apply({ type: 'open', link: 'v=1&p=om&n=7&t=4', entry: true });
  assert.deepEqual(calls, ['replace #v=1&p=om&n=4&t=3&view=tree', 'replace #v=1&p=om&n=7&t=4']);
});

test('a link in the query is moved behind the #, also one that is refused', () => {
  const { calls, store, window } = visit('https://x.test/notes/page?v=1&p=OM&n=4&t=3');
  store.apply({ type: 'step' });
  assert.deepEqual(calls, ['replace /notes/page#v=1&p=OM&n=4&t=3', 'replace #v=1&p=om&n=4&t=3&at=1']);
  assert.equal(window.location.href, 'https://x.test/notes/page#v=1&p=om&n=4&t=3&at=1');
  assert.deepEqual(visit('https://x.test/page?v=1&n=99').calls, ['replace /page#v=1&n=99']);
  assert.deepEqual(visit('https://x.test/page?utm=1').calls, []);
});

test('a burst is written once at first and once at last', () => {
  const { store, address, calls } = visit(START);
  for (let i = 0; i < 9; i++) store.apply({ type: 'step' });
  assert.equal(calls.length, 1);
  address.write();
  assert.deepEqual(calls.at(-1), 'replace #v=1&p=om&n=4&t=3&at=9');
});

test('where history is closed the state is kept in memory', () => {
  const { store } = visit('about:srcdoc#v=1&p=om&n=4&t=3', { closed: true });
  store.apply({ type: 'step' });
  store.apply({ type: 'turn', general: 2 });
  store.apply({ type: 'view', view: 'tree' });
  assert.deepEqual([store.state.cursor, store.state.link, store.state.place.view], [1, 'v=1&p=om&n=4&t=2.3', 'tree']);
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
