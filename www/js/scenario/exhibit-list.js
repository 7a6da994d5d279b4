// More runs worth seeing, each a link: signatures beside none, a stolen key, where the wrong vote fails, and what breaks other protocols.

import { binder } from '../kit/dom.js';
import BROKEN from './broken-runs.json' with { type: 'json' };
import { opening } from './cases.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** What general 6 and 7 say where they always say retreat: to everyone, on every path. */
const ALWAYS_RETREAT = alwaysRetreat(7, [6, 7]);

/** The smallest failures were found by trying every run; `tests/exhibits.rs` tries them again. */
const ORAL = [
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
];

/** With them each protocol beyond the relays, broken: in a wrong form, or among too few generals. */
const EXHIBITS = [...ORAL, ...BROKEN];

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
