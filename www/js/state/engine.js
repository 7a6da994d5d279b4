// The engine's door: the only module that touches the wasm bindings.

import { Crowd, initSync, Lab, Session as Engine } from '#generals';

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

/**
 * What a link leads to: its run, with all that the link holds; where the run is too large to be opened, what the link
 * holds, and the verdict alone if it can be computed.
 * @typedef {{session: Session | null, reading: import('#generals').Reading, verdict: Verdict | null}} Led
 */

/** Follows a link. @param {string} link @returns {Led} */
export function follow(link) {
  try {
    return led(Engine.open(link));
  } catch (error) {
    return tooLarge(error, link);
  }
}

/** A fork of a run, as if its link were followed. @param {Session} session @param {Changes} changes @returns {Led} */
export function fork(session, changes) {
  try {
    return led(session.fork(changes));
  } catch (error) {
    return tooLarge(error, edit(session.link(), changes));
  }
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
export const judge = (link) => Engine.judge(link);

/** @param {string} link @param {Changes} changes */
export const edit = (link, changes) => Engine.edit(link, changes);

/** What may have happened to a link that is refused, and ways on. @param {string} link */
export const diagnose = (link) => Engine.diagnose(link);

/** @param {string} link @param {Record<string, string | number | boolean | null>} keys */
export const address = (link, keys) => Engine.address(link, /** @type {any} */ (keys));

/** What both protocols cost, by their closed forms. @param {number} n @param {number} m */
export const cost = (n, m) => Lab.cost(n, m);

export const limits = () => Engine.limits();

/** A seed that nobody has chosen. */
export const freshSeed = () => Engine.freshSeed();

/** What a refusal says; anything else that was thrown is a bug and is thrown on.
 * @param {unknown} error @returns {LinkFault} */
export function refusal(error) {
  if (/** @type {any} */ (error)?.name !== 'LinkError') throw error;
  return /** @type {import('#generals').LinkError} */ (error);
}
