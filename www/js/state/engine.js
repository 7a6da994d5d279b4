// The engine's door: the only module that touches the wasm bindings. A hosted page begins with a small engine and fetches the
// whole one when something asks for it; whatever the small one refuses is asked of the whole one before it is said.

import * as first from '#engine';

/** @typedef {import('#generals').Diagnosis} Diagnosis */
/** @typedef {import('#generals').LinkFault} LinkFault */
/** @typedef {import('#generals').Changes} Changes */
/** @typedef {import('#generals').Order} Order */
/** @typedef {import('#generals').Word} Word */
/** @typedef {import('#generals').Spec} Spec */
/** @typedef {import('#generals').VectorVote} VectorVote */
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
/** A wasm on its way or here. @typedef {Response | BufferSource | Promise<Response | BufferSource>} Source */

/** The scenario of a page opened without a link. */
export const START = 'v=1&p=om&n=4&t=3';

/** The engine here cannot do what was asked; the whole one may. */
export class Absent extends Error {}

/** The classes of the engine that answers. @type {Pick<typeof import('#generals'), 'Session' | 'Crowd' | 'Lab' | 'LabSearch' | 'VoteTree' | 'Trust' | 'Program'>} */
let api = first;
/** Brings the rest of the engine; null: all of it is here. @type {(() => Promise<void>) | null} */
let rest = null;
/** @type {Promise<void> | null} */
let coming = null;
/** The compiled wasm of the whole engine. @type {WebAssembly.Module} */
let compiled;

/** An engine that breaks off again and again is not replaced more often. */
const MOST_REPLACED = 3;
let replaced = 0;
/** @type {((instead: Promise<void>) => void)[]} */
const replacedListeners = [];
/** Of engines that have broken off. @type {Set<Function>} */
const lostSessions = new Set();

/** Tells when an engine has broken off, with the one that takes its place on its way. @param {(instead: Promise<void>) => void} listener */
export const whenReplaced = (listener) => void replacedListeners.push(listener);

/** Runs that it has opened are lost with it; no call of it is answered any more. @param {typeof api & Pick<typeof first, 'whenBroken'>} engine */
function watch(engine) {
  engine.whenBroken((error) => {
    lostSessions.add(engine.Session);
    // Who asked may turn to another engine: consoles hear of it all the same.
    reportError(error);
    const instead = another(engine, error);
    for (const listener of replacedListeners) listener(instead);
  });
}

/** @param {typeof api} engine the one that broke off @param {Error} error */
async function another(engine, error) {
  if (++replaced > MOST_REPLACED) throw error;
  if (rest) await supplyWhole();
  else if (engine === api) await startWhole(compiled);
}

/** @param {Response} file */
async function compileFile(file) {
  // Some static hosts do not know what wasm is.
  const typed = file.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(file) : WebAssembly.compile(await file.arrayBuffer());
}

/** @param {Source} source */
async function compile(source) {
  const given = await source;
  return given instanceof Response ? compileFile(given) : WebAssembly.compile(given);
}

/**
 * Starts the engine. Where only its beginning comes with the page, `whole` tells how to get all of it.
 * @param {Source} source @param {(() => Source) | null} [whole]
 */
export async function load(source, whole = null) {
  const module = await compile(source);
  first.initSync({ module });
  watch(first);
  if (whole) rest = () => loadWhole(whole());
  else compiled = module;
}

/** Starts the whole engine, with its own half in script. @param {Source} source */
export async function loadWhole(source) {
  const [module] = await Promise.all([compile(source), import('#full')]);
  await startWhole(module);
}

/** @param {WebAssembly.Module} module */
async function startWhole(module) {
  const { make } = await import('#full');
  const all = make();
  all.initSync({ module });
  watch(all);
  compiled = module;
  api = all;
  rest = null;
}

/** The whole engine, fetched once; where that fails the next who asks tries again. */
export function supplyWhole() {
  coming ??= (rest?.() ?? Promise.resolve()).catch((error) => {
    coming = null;
    throw error;
  });
  return coming;
}

/** What the laboratory's worker is made of. @returns {Promise<{module: WebAssembly.Module, text: string}>} */
export async function forWorker() {
  await supplyWhole();
  const { text } = await import('#full');
  return { module: compiled, text };
}

/** Whether all of the engine has come. */
export const isWhole = () => rest === null;

/** Whether a run was lost with its engine: nothing can be asked of it. @param {Session} session */
export const isLost = (session) => lostSessions.has(session.constructor);

/** Whether a run is of the whole engine. @param {Session} session */
export const isOfWhole = (session) => rest === null && session instanceof api.Session;

/** @template T @param {() => T} call @param {boolean} [whole] whether it is the whole engine that refuses @returns {T} */
function ask(call, whole = rest === null) {
  try {
    return call();
  } catch (error) {
    if (!whole && (isRefusal(error) || /** @type {any} */ (error)?.name === 'BrokenError')) throw new Absent();
    throw error;
  }
}

/** A crowd of messengers. */
export const crowd = () => new api.Crowd();

/** Whether it is of the engine that answers. @param {import('#generals').Crowd | null} made */
export const isOfNow = (made) => made instanceof api.Crowd;

/** @param {string} link */
export const open = (link) => api.Session.open(link);

/** @param {string} link */
export const read = (link) => api.Session.read(link);

/**
 * What a link leads to: its run, with all that the link holds; where the run is too large to be opened, what the link
 * holds, and the verdict alone if it can be computed.
 * @typedef {{session: Session | null, reading: import('#generals').Reading, verdict: Verdict | null}} Led
 */

/** Follows a link. @param {string} link @returns {Led} */
export function follow(link) {
  return ask(() => {
    try {
      return led(api.Session.open(link));
    } catch (error) {
      return tooLarge(error, link);
    }
  });
}

/** A fork of a run, as if its link were followed. @param {Session} session @param {Changes} changes @returns {Led} */
export function fork(session, changes) {
  return ask(() => {
    try {
      return led(session.fork(changes));
    } catch (error) {
      return tooLarge(error, edit(session.link(), changes));
    }
  }, isOfWhole(session));
}

/** @param {Session} session @returns {Led} */
const led = (session) => ({ session, reading: session.reading(), verdict: session.verdict() });

/** @param {unknown} error @param {string} link @returns {Led} */
function tooLarge(error, link) {
  if (refusal(error).code !== 'too-large') throw error;
  const reading = read(link);
  // Few messages may still need too many signatures.
  if (opens(reading)) throw error;
  return { session: null, reading, verdict: judged(reading.link) };
}

/** Whether the run of a link has few enough messages to be opened. @param {import('#generals').Reading} reading */
export const opens = ({ messages: { total } }) => total !== null && total <= limits().messages;

/** The verdict on a run that is not opened, or null where that would take too long. @param {string} link */
function judged(link) {
  try {
    return judge(link);
  } catch (error) {
    refusal(error);
    return null;
  }
}

/** @type {Map<string, Spec>} */
const specs = new Map();

/** What a protocol says of itself, by its name: of runs that stand beside the open one. @param {string} protocol */
export function specOf(protocol) {
  const spec = specs.get(protocol) ?? read(edit(START, { protocol })).spec;
  specs.set(protocol, spec);
  return spec;
}

/** @param {string} link */
export const judge = (link) => api.Session.judge(link);

/** @param {string} link @param {Changes} changes */
export const edit = (link, changes) => ask(() => api.Session.edit(link, changes));

/** What may have happened to a link that is refused, and ways on. @param {string} link */
export const diagnose = (link) => api.Session.diagnose(link);

/** @param {string} link @param {Record<string, string | number | boolean | null>} keys */
export const address = (link, keys) => api.Session.address(link, /** @type {any} */ (keys));

/** Where everything stands in a figure of a vote tree. @param {import('#generals').TreeWanted} wanted */
export const layTree = (wanted) => api.VoteTree.figure(wanted);

/** Questions about parties that do not trust each other alike. */
export const trust = () => api.Trust;

/** Texts of programs. */
export const program = () => api.Program;

/** The whole step API of runs, once it has come: files are its alone. */
export const sessions = () => api.Session;

/** Questions of the laboratory, answered at once; its worker answers those that may take long. */
export const lab = () => api.Lab;

/** A search for an attack among all strategies. @param {string} link */
export const exhaust = (link) => api.LabSearch.exhaust(link);

/** What both protocols cost, by their closed forms. @param {number} n @param {number} m */
export const cost = (n, m) => api.Lab.cost(n, m);

export const limits = () => api.Session.limits();

/** A seed that nobody has chosen. */
export const freshSeed = () => api.Session.freshSeed();

/** @param {unknown} error */
const isRefusal = (error) => /** @type {any} */ (error)?.name === 'LinkError';

/** What a refusal says; anything else that was thrown is a bug and is thrown on.
 * @param {unknown} error @returns {LinkFault} */
export function refusal(error) {
  if (!isRefusal(error)) throw error;
  return /** @type {import('#generals').LinkError} */ (error);
}
