// The engine's door: the only module that touches the wasm bindings.

import { Crowd, initSync, Lab, Session as Engine } from '#generals';

/** @typedef {import('./types.js').Fault} Fault */
/** @typedef {import('#generals').Changes} Changes */
/** @typedef {import('#generals').Order} Order */
/** @typedef {import('#generals').Lie} Lie */
/** @typedef {import('#generals').Scenario} Scenario */
/** @typedef {import('#generals').Verdict} Verdict */
/** @typedef {import('#generals').Place} Place */
/** @typedef {import('#generals').Figure} Figure */
/** @typedef {import('#generals').MessageEvent} Message */
/** @typedef {import('#generals').View} View */
/** @typedef {View['received'][number]} Received */
/** @typedef {import('#generals').SignedVote} SignedVote */
/** @typedef {import('#generals').Letter} Letter */
/** @typedef {import('#generals').Vote} Vote */
/** @typedef {import('#generals').Votes} Votes */
/** @typedef {import('#generals').TimeFigure} TimeFigure */
/** @typedef {import('#generals').TimeArrow} TimeArrow */
/** @typedef {import('#generals').Session} Session */

/** The scenario of a page opened without a link. */
export const START = 'v=1&p=om&n=4&t=3';

/** @type {WebAssembly.Module} */
let compiled;

/** The engine itself, for the laboratory's worker. */
export const engine = () => compiled;

/** @param {Response} file */
async function compileFile(file) {
  // Some static hosts do not know what wasm is.
  const typed = file.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(file) : WebAssembly.compile(await file.arrayBuffer());
}

/** @param {Response | BufferSource | Promise<Response | BufferSource>} source the wasm: a file on its way, or bytes */
export async function load(source) {
  const given = await source;
  compiled = await (given instanceof Response ? compileFile(given) : WebAssembly.compile(given));
  initSync({ module: compiled });
}

/** A crowd of messengers. */
export const crowd = () => new Crowd();

/** @param {string} link */
export const open = (link) => Engine.open(link);

/** @param {string} link */
export const read = (link) => Engine.read(link);

/** @param {string} link */
export const judge = (link) => Engine.judge(link);

/** @param {string} link @param {Changes} changes */
export const edit = (link, changes) => Engine.edit(link, changes);

/** @param {string} link */
export const nearest = (link) => Engine.nearest(link);

/** @param {string} link @param {Record<string, string | number | boolean | null>} keys */
export const address = (link, keys) => Engine.address(link, /** @type {any} */ (keys));

/** What both protocols cost, by their closed forms. @param {number} n @param {number} m */
export const cost = (n, m) => Lab.cost(n, m);

export const limits = () => Engine.limits();

/** A seed that nobody has chosen. */
export const freshSeed = () => Engine.freshSeed();

/** What a refusal says; anything else that was thrown is a bug and is thrown on.
 * @param {unknown} error @param {string} link @returns {Fault} */
export function faultOf(error, link) {
  const e = /** @type {any} */ (error);
  if (e?.name !== 'LinkError') throw error;
  return { code: e.code, key: e.key ?? null, read: e.read ?? null, allowed: e.allowed ?? null, asked: link, nearest: nearest(link) };
}
