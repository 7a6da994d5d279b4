// The link that a frame opens: what the element says stands before the author's link, which goes on as it came, for only the engine takes links apart.

import { KEYS } from './properties.js';

/** What an element without a scenario and without a lesson shows: what the page does without a link. */
const START = 'v=1&t=3';

/** What stands before the link in a whole address, and what may stand before it anywhere. */
const BEFORE = /^[^#=]*[#?]|^\W+/;

/**
 * @param {string} scenario a link, with or without `#`, or an address that has one
 * @param {(key: string) => string | number} says the element's word for a key; what is empty is not said
 */
export function frameLink(scenario, says) {
  let pairs = '';
  let rest = scenario.replace(BEFORE, '');
  for (const key of ['embed', 'at', ...KEYS]) {
    const value = says(key);
    if (value === '') continue;
    pairs += `${key}=${value}&`;
    // A key that stands twice would be refused.
    rest = rest.replace(new RegExp(`(^|&[#\\w]*;|[&;])${key}=[^&;]*`, 'i'), '');
  }
  return pairs + (rest || (says('lesson') ? '' : START));
}
