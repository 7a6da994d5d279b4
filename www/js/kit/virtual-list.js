// A list longer than browsers let an element be: which part of it is shown where the scroll bar stands. Near both ends a pixel
// is a pixel; between them the bar stands for more, and only small movements are followed pixel by pixel.

/** Px: Firefox gives up near 17 million. */
const TALLEST = 8_000_000;
/** Px at each end where nothing is scaled. */
const EXACT = 1_000_000;

/** How tall its element is. @param {number} whole px of the list */
export const tall = (whole) => Math.min(whole, TALLEST);

/** @param {number} x @param {number} most */
const clamp = (x, most) => Math.max(0, Math.min(Math.max(0, most), x));

/** From one scale to the other: both have the same ends. @param {number} at @param {number} from @param {number} to */
function scaled(at, from, to) {
  if (at <= EXACT) return at;
  if (at >= from - EXACT) return to - (from - at);
  return EXACT + ((at - EXACT) * (to - 2 * EXACT)) / (from - 2 * EXACT);
}

/** The first px of the list that is shown. @param {number} scroll @param {number} whole @param {number} room px that are seen at once */
export function shownAt(scroll, whole, room) {
  const at = clamp(scroll, tall(whole) - room);
  return whole <= TALLEST ? at : scaled(at, TALLEST - room, whole - room);
}

/** Where the bar stands for that. @param {number} shown @param {number} whole @param {number} room */
export function scrollAt(shown, whole, room) {
  const at = clamp(shown, whole - room);
  return whole <= TALLEST ? at : scaled(at, whole - room, TALLEST - room);
}

/**
 * What is shown after the bar has moved.
 * @param {{scroll: number, shown: number}} before @param {number} scroll @param {number} whole @param {number} room
 */
export function moved(before, scroll, whole, room) {
  const by = scroll - before.scroll;
  const outer = scroll <= EXACT || scroll >= tall(whole) - room - EXACT;
  return outer || Math.abs(by) > room ? shownAt(scroll, whole, room) : clamp(before.shown + by, whole - room);
}
