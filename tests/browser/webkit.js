// Real WebKit, the engine of Safari, where its WebDriver is found on the machine: as much of the WebDriver protocol as these tests need.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';

/** @param {string} name */
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));

/** Where its driver is; undefined: there is none, or no screen that it could draw on. */
const driver = process.env.DISPLAY || onPath('xvfb-run') ? onPath('WebKitWebDriver') : undefined;
/** Where systems keep what programs call for themselves. */
const LIBRARIES = ['/usr/libexec', '/usr/lib64', '/usr/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [])];
/** The small browser around the engine that comes with it. */
const browser = LIBRARIES.flatMap((folder) => ['4.1', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`)).find((path) => existsSync(path));
export const webkit = driver && browser;
if (!webkit) console.log('WebKit, its driver or a screen for it not found: not tried');

/** How long one looks again and again, in milliseconds: a machine may be slow, and a test that waits in vain must end. */
const PATIENCE = 60_000;
/** WebDriver's name for an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** WebDriver's codes of keys that write nothing. */
export const KEYS = { right: '\uE014', escape: '\uE00C', tab: '\uE004', pageDown: '\uE00F' };

/** A port that nobody listens at. @returns {Promise<number>} */
function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });
}

/** Looks until something is there. @template T @param {string} what @param {() => Promise<T>} look @returns {Promise<NonNullable<T>>} */
async function found(what, look) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await passed(20)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A browser with one page. */
export async function launchWebkit() {
  const port = await freePort();
  const [program, ...before] = process.env.DISPLAY ? [`${driver}`] : ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24', `${driver}`];
  // A group of its own: the screen ends with the driver.
  const started = spawn(program, [...before, `--port=${port}`], { stdio: 'ignore', detached: true });
  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async function ask(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {any} */ (await answer.json());
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  await found('the driver', () => ask('GET', '/status').catch(() => null));
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: options } });
  const session = `/session/${sessionId}`;
  /** @param {string} selector @returns {Promise<string>} */
  const element = async (selector) => (await found(selector, () => ask('POST', `${session}/element`, { using: 'css selector', value: selector }).catch(() => null)))[ELEMENT];
  /** Runs in the page. @template A @template R @param {(argument: A) => R} code @param {A} [argument] @returns {Promise<Awaited<R>>} */
  const evaluate = (code, argument) => ask('POST', `${session}/execute/sync`, { script: `return (${code})(arguments[0])`, args: [argument ?? null] });

  return {
    /** @param {string} address */
    async goto(address) {
      // An address that differs only behind the mark would not be loaded anew.
      await ask('POST', `${session}/url`, { url: 'about:blank' });
      await ask('POST', `${session}/url`, { url: address });
    },
    evaluate,
    /** @template A @param {string} what @param {(argument: A) => unknown} holds runs in the page @param {A} [argument] */
    until: (what, holds, argument) => found(what, () => evaluate(holds, argument)),
    /** A real click, as soon as there is something that can be seen and clicked. @param {string} selector */
    async click(selector) {
      let why = '';
      await found(`a click on ${selector}`, async () => {
        const id = await element(selector);
        return ask('POST', `${session}/element/${id}/click`, {}).then(
          () => true,
          (error) => void (why = String(error)),
        );
      }).catch((error) => {
        throw new Error(`${error.message}: ${why}`);
      });
    },
    /** @param {string} key */
    press: (key) =>
      ask('POST', `${session}/actions`, {
        actions: [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }] }],
      }),
    /** The page, or a frame in it. @param {string | null} selector */
    async within(selector) {
      const id = selector === null ? null : { [ELEMENT]: await element(selector) };
      await ask('POST', `${session}/frame`, { id });
    },
    /** @param {number} width @param {number} height in CSS pixels, the window's frame with them */
    resize: (width, height) => ask('POST', `${session}/window/rect`, { width, height }),
    async close() {
      await ask('DELETE', session).catch(() => null);
      process.kill(-Number(started.pid));
    },
  };
}
