// Of which army each tool asks: what it leaves out of the scenario it says that it leaves out, and every other key counts.

import { edit } from '../state/engine.js';

/**
 * `attack`, `exhaust`, `ladder`: what the traitors say in the scenario plays no part, since all that they could say is asked about. `ring`,
 * `chain`, `split-brain`: nor do the traitors, who are whoever they are there. Stolen keys stay: with them a seal proves less.
 * @type {Record<'attack' | 'exhaust' | 'ring' | 'chain' | 'ladder' | 'split-brain', (link: string) => string>}
 */
export const ARMY = {
  attack: (link) => edit(link, { lies: [] }),
  exhaust: (link) => edit(link, { lies: [], strategy: 'honest' }),
  ring: (link) => edit(link, { lies: [], traitors: [] }),
  chain: (link) => edit(link, { lies: [], traitors: [] }),
  ladder: (link) => edit(link, { lies: [], strategy: 'honest' }),
  'split-brain': (link) => edit(link, { lies: [], traitors: [] }),
};
