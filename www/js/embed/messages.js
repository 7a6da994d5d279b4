// What a frame may say to the page around it: messages of these shapes, and nothing else is listened to.

/** Of the protocol between a page and its frames. */
export const VERSION = 1;

/** Messages that tell where the run stands; each is an event of the element, too. */
export const TOLD = ['byz:ready', 'byz:step', 'byz:verdict', 'byz:link'];

/** @type {Record<string, string>} */
const STATE = { link: 'string', step: 'number', length: 'number', verdict: 'object' };

/** What each message has to bear, and of which type. */
const SHAPES = new Map([
  ...TOLD.map((type) => /** @type {const} */ ([type, STATE])),
  ['byz:playing', { playing: 'boolean' }],
  ['byz:resize', { height: 'number' }],
  ['byz:key', { key: 'string', code: 'string', keyCode: 'number', shiftKey: 'boolean', ctrlKey: 'boolean', altKey: 'boolean', metaKey: 'boolean' }],
]);

/** @param {any} value @param {string} kind */
const isFit = (value, kind) => typeof value === kind && (kind !== 'number' || value >= 0);

/** What of a message is understood, and no more of it; null: nothing. @param {any} data @returns {{type: string, said: any} | null} */
export function understood(data) {
  const shape = data?.version === VERSION && SHAPES.get(data.type);
  if (!shape) return null;
  /** @type {Record<string, unknown>} */
  const said = {};
  for (const name in shape) {
    if (!isFit(data[name], shape[name])) return null;
    said[name] = data[name];
  }
  return { type: data.type, said };
}
