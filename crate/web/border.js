// What stands before the border: the build appends it to the script that wasm-bindgen writes, with a call of `guard` for its
// classes. An argument is copied to plain data before anything of Rust runs, so that no code of the caller (a getter, a proxy) ever
// runs within a call, nor throws through one. What was freed, and an engine that has broken off, answer with an error that says so.

/** How deep an argument is at most: changes, their lies, a lie, its path. */
const DEPTH = 4;
/** How many there can be of what lists list. */
const readLimits = Session.limits;
let limits;

/** How the engine broke off; undefined while it is whole. */
let broken;
const toBeTold = [];

/** Calls a listener with the `BrokenError` if the engine breaks off; no call of this module is answered from then on. */
export function whenBroken(listener) {
  toBeTold.push(listener);
}

function named(name, message, options) {
  const error = new Error(message, options);
  error.name = name;
  return error;
}

/** The elements of a list under this name; one that is longer than it can be is not read. */
function plainList(list, depth, name) {
  const { length } = list;
  if (!Number.isInteger(length) || length < 0) throw new TypeError('a list is needed');
  limits ??= readLimits();
  const most = name === 'lies' ? limits.messages : limits.generals;
  if (length > most) throw new RangeError(`a list of at most ${most} is needed`);
  const copy = [];
  for (let i = 0; i < length; i++) copy.push(plain(list[i], depth));
  return copy;
}

/** An argument, or what it has under a name, as plain data. */
function plain(value, depth, name) {
  if (value !== Object(value)) return value;
  // A function has properties too, and so has what only seems to be undefined (document.all).
  if (typeof value !== 'object') throw new TypeError('an argument is plain data');
  // Not by its own properties, which may be others than they seem.
  if (ArrayBuffer.isView(value)) return value instanceof Float32Array ? new Float32Array(value) : new Uint8Array(value);
  if (depth === 0) throw new TypeError('an argument is not so deep');
  if (Array.isArray(value)) return plainList(value, depth - 1, name);
  const copy = {};
  for (const key of Object.keys(value)) Object.defineProperty(copy, key, { value: plain(value[key], depth - 1, key), enumerable: true });
  return copy;
}

/** A stack that is used up, as Chromium and Safari say it, and as Firefox does. A refusal may quote any words of the caller. */
const isOverflow = ({ name, message }) => (name === 'RangeError' && /call stack/i.test(message)) || name === 'InternalError';

/** A trap, or no more stack: Rust was left in the middle, and what it holds may be anything. */
const isBreak = (error) => error instanceof WebAssembly.RuntimeError || isOverflow(error);

/** Says something to all who asked to be told; what one of them throws goes to the console, and hides nothing from the others. */
function tell(error) {
  for (const listener of toBeTold) {
    try {
      listener(error);
    } catch (slip) {
      queueMicrotask(() => {
        throw slip;
      });
    }
  }
}

/** From now on nothing of this engine is answered, nor freed: by nobody, and not by the garbage collector. */
function broke(cause) {
  broken = named('BrokenError', `the engine broke off: ${cause.message}`, { cause });
  wasm = Object.fromEntries(Object.entries(wasm).map(([name, it]) => [name, name.endsWith('_free') ? () => {} : it]));
  tell(broken);
  return broken;
}

function refuseBroken() {
  if (broken) throw broken;
}

/** A function of the engine as the caller has it. */
const guarded = (call, isStatic) =>
  function (...given) {
    refuseBroken();
    const args = given.map((value) => plain(value, DEPTH));
    // What a caller's getter has asked meanwhile may have broken it.
    refuseBroken();
    if (!isStatic && !this.__wbg_ptr) throw named('FreedError', 'this was freed');
    try {
      return call.apply(this, args);
    } catch (error) {
      throw isBreak(error) ? broke(error) : error;
    }
  };

/** Freeing twice is freeing once. */
const freeing = (free) =>
  function () {
    if (this.__wbg_ptr && !broken) free.call(this);
  };

function guardAll(owner, isStatic) {
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
    const { value, get } = property;
    if (name.startsWith('__') || name === 'constructor') continue;
    if (name === 'free') property.value = freeing(value);
    else if (typeof value === 'function') property.value = guarded(value, isStatic);
    else if (get) property.get = guarded(get, isStatic);
    else continue;
    Object.defineProperty(owner, name, property);
  }
}

function guard(...types) {
  for (const type of types) {
    guardAll(type, true);
    guardAll(type.prototype, false);
    if (Symbol.dispose) type.prototype[Symbol.dispose] = type.prototype.free;
  }
}
