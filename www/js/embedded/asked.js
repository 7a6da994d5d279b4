// What a page around this one may ask for, as its messages arrive: checked before anything is done, and what is of another shape is nothing.

/** @typedef {import('../state/types.js').Theme} Theme */
/** @typedef {{type: 'open', link: string} | {type: 'play' | 'pause'} | {type: 'seek', step: number} | {type: 'theme', theme: Theme}} Asked */

/** Of the messages, theirs and ours. */
export const VERSION = 1;
/** As long as a link may be, and a mark before it. */
const LONGEST_LINK = 8001;

/** @type {(value: unknown) => boolean} */
const isLink = (value) => typeof value === 'string' && value.length <= LONGEST_LINK;
/** @type {(value: unknown) => boolean} */
const isStep = (value) => Number.isSafeInteger(value);
/** @type {(value: unknown) => boolean} */
const isTheme = (value) => value === 'auto' || value === 'light' || value === 'dark';

/** What each message bears besides its type and the version, and what may stand there. @type {Map<unknown, [string, (value: unknown) => boolean] | null>} */
const SHAPES = new Map(
  /** @type {const} */ ([
    ['byz:open', ['link', isLink]],
    ['byz:play', null],
    ['byz:pause', null],
    ['byz:seek', ['step', isStep]],
    ['byz:theme', ['theme', isTheme]],
  ]),
);

/** What decks say to the frames of a slide. @type {Map<unknown, Asked>} */
const OF_SLIDES = new Map([
  ['slide:start', { type: 'play' }],
  ['slide:stop', { type: 'pause' }],
]);

/** A value of a plain object itself: nothing inherited is read, and no code of others runs. @param {object} data @param {string} name @returns {unknown} */
const own = (data, name) => Object.getOwnPropertyDescriptor(data, name)?.value;

/** Made by no class. @param {unknown} data @returns {data is object} */
function isPlain(data) {
  if (typeof data !== 'object' || data === null) return false;
  const kind = Object.getPrototypeOf(data);
  return kind === Object.prototype || kind === null;
}

/** What a message asks for; null: nothing, or nothing that is known here. @param {unknown} data @returns {Asked | null} */
export function askedBy(data) {
  if (typeof data === 'string') return OF_SLIDES.get(data) ?? null;
  if (!isPlain(data) || own(data, 'version') !== VERSION) return null;
  const type = own(data, 'type');
  const shape = SHAPES.get(type);
  if (shape === undefined) return null;
  const [name, isFit] = shape ?? [];
  const names = Reflect.ownKeys(data);
  if (names.length !== (name ? 3 : 2)) return null;
  if (name && !isFit?.(own(data, name))) return null;
  const asked = { type: String(type).slice('byz:'.length) };
  return /** @type {Asked} */ (name ? { ...asked, [name]: own(data, name) } : asked);
}
