// More runs worth seeing, each a link: signatures beside none, a stolen key, and where the wrong vote fails.

import { binder } from '../kit/dom.js';
import { opening } from './cases.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** What general 6 and 7 say where they always say retreat: to everyone, on every path. */
const ALWAYS_RETREAT = alwaysRetreat(7, [6, 7]);

/** The smallest failures were found by trying every run; `tests/exhibits.rs` tries them again. */
const EXHIBITS = [
  { name: 'worlds-signed', link: 'v=1&p=sm&n=3&t=2&at=3&pov=3&view=pair' },
  { name: 'compare', link: 'v=1&p=om&n=3&t=2&view=pair' },
  { name: 'key', link: 'v=1&p=sm&n=4&t=3&k=1' },
  { name: 'flat-splits', link: 'v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R&view=pair' },
  {
    name: 'flat-disobeys',
    link: 'v=1&p=flat&n=5&m=2&t=2&s=honest&x=1.2-3R_1.2-4R_1.2-5R_1.3.2-4R_1.3.2-5R_1.4.2-3R_1.4.2-5R_1.5.2-3R_1.5.2-4R&view=pair',
  },
  { name: 'flat-seven', link: `v=1&p=flat&n=7&m=2&t=6.7&s=honest&x=${ALWAYS_RETREAT}&view=pair` },
  { name: 'flat-four-splits', link: 'v=1&p=flat&n=4&m=2&o=R&t=2&s=honest&x=1.2-3A_1.2-4A_1.4.2-3A&view=pair' },
  { name: 'flat-four-disobeys', link: 'v=1&p=flat&n=4&m=2&o=R&t=2&s=honest&x=1.2-3A_1.2-4A_1.3.2-4A_1.4.2-3A&view=pair' },
  // Each hears both others alike, is sure, and heeds no king (BGP89 needs n > 3m).
  { name: 'king-three', link: 'v=1&p=king&n=3&t=1&s=split' },
  // Phase 1: one keeps his opinion; phase 2: nobody is sure, and the queen is the traitor.
  { name: 'queen-four', link: 'v=1&p=queen&n=4&t=2&s=honest&x=1.2-1R_1.2-3A_1.2-4R_3.2-1A_3.2-3A_3.2-4A_4.2-1R_4.2-3A_4.2-4R' },
  // Bracha's dilemma: n−m votes are too few to be safe, and with safe votes one who is silent blocks all.
  { name: 'bracha-split', link: 'v=1&p=bracha&n=3&t=1&s=split&by=loose' },
  { name: 'bracha-stuck', link: 'v=1&p=bracha&n=3&t=3&s=silent' },
  // All loyal generals are for attack; one retreat is among each one's first four letters, and all coins fall for it.
  { name: 'benor-five', link: 'v=1&p=benor&n=5&t=5&seed=38&i=AAAAA' },
];

/**
 * Retreat in every slot of these lieutenants under two rounds of relay.
 * @param {number} n @param {number[]} liars
 */
function alwaysRetreat(n, liars) {
  const others = Array.from({ length: n - 1 }, (_, i) => i + 2);
  const paths = [
    ...liars.map((liar) => [liar]),
    ...others.flatMap((by) => liars.filter((liar) => liar !== by).map((liar) => [by, liar])),
  ];
  return paths.flatMap((path) => others.filter((to) => !path.includes(to)).map((to) => `1.${path.join('.')}-${to}R`)).join('_');
}

/** @param {HTMLElement} root @param {Page} page */
export function exhibitList(root, page) {
  const binding = binder();
  const { el, refresh } = binding;
  root.append(
    el(
      'ul',
      {},
      ...EXHIBITS.map(({ name, link }) =>
        el(
          'li',
          {},
          opening(binding, page, link, { 'data-exhibit': name }, () => page.t(`exhibits.${name}`)),
        ),
      ),
    ),
  );
  return refresh;
}

/** For the tests: what is offered. */
export const OFFERED = EXHIBITS.map(({ link }) => link);
