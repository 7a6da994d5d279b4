// Links made by lot, as the native tests make them, and one digest of all their answers: the same wherever the engine runs. Runs in pages too.

/** @typedef {[name: string, chance: number, values: string[]]} Key */
/** @typedef {{links: number, protocols: [string, string[]][], keys: Record<string, Key[]>, opened: number, digest: number}} Lots */
/** @typedef {Pick<typeof import('#generals'), 'Session' | 'Lab'>} Engine */

/** A number for each of many turns (SplitMix64). @param {bigint} seed */
export function mix(seed) {
  const wrap = (/** @type {bigint} */ value) => BigInt.asUintN(64, value);
  let z = wrap(seed * 0x9e3779b97f4a7c15n);
  z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

/** The link that a lot makes. @param {number} lot @param {Lots} lots */
function linkOf(lot, { protocols, keys }) {
  let turn = 0;
  const below = (/** @type {number} */ count) => Number(mix(BigInt(lot * 100 + ++turn)) % BigInt(count));
  const [protocol, groups] = protocols[below(protocols.length)];
  let link = `v=1&p=${protocol}`;
  for (const [name, chance, values] of groups.flatMap((group) => keys[group])) {
    if (below(12) < chance) link += `&${name}=${values[below(values.length)]}`;
  }
  return link;
}

/** What is answered: the run as a file, of every eighth the ring too; or why it is refused. @param {number} lot @param {string} link @param {Engine} engine */
function answer(lot, link, { Session, Lab }) {
  let session;
  try {
    session = Session.open(link);
  } catch (error) {
    const { name, code, key } = /** @type {import('#generals').LinkError} */ (error);
    if (name !== 'LinkError') throw error;
    return { isOpen: false, text: `${code} ${key ?? ''}` };
  }
  let text = session.file('json');
  if (lot % 8 === 0) {
    try {
      text += JSON.stringify(Lab.ring(session.link()));
    } catch (error) {
      if (/** @type {Error} */ (error).name !== 'LabError') throw error;
    }
  }
  session.free();
  return { isOpen: true, text };
}

/** Before the first. */
export const NONE = { opened: 0, digest: 0x811c9dc5 };

/**
 * How many of the links open, and the digest (FNV-1a, 32 bits) of all that is answered, from one lot up to another.
 * @param {Engine} engine @param {Lots} lots @param {number} from @param {number} to @param {typeof NONE} before what came of those before
 */
export function digestOf(engine, lots, from, to, before) {
  const encoder = new TextEncoder();
  let { opened, digest } = before;
  for (let lot = from; lot < to; lot++) {
    const { isOpen, text } = answer(lot, linkOf(lot, lots), engine);
    if (isOpen) opened++;
    for (const byte of encoder.encode(`${text}\n`)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
  }
  return { opened, digest };
}
