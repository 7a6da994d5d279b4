// What an attack asks of the open program: its army, and which questions its letters and rounds allow.

import { edit, program, read } from '../state/engine.js';
import { areOpinionsFew } from './armies.js';

/** @typedef {import('./work.js').About} About */

/** Who is a traitor, what each says and which order there is plays no part: all of it is tried. @param {string} link */
const bare = (link) => edit(link, { traitors: [], lies: [], strategy: 'honest' });

/** Another army than the link's. @typedef {{n?: number, m?: number}} OtherArmy */

/** @param {string} link of a run of a program @param {OtherArmy} [army] @returns {About} */
export function aboutOf(link, army = {}) {
  const base = edit(bare(link), army);
  const { scenario, spec } = read(base);
  const { n, m: f } = scenario;
  const hasOpinions = spec.inputs === 'everyone';
  return {
    base,
    n,
    f,
    hasOpinions,
    isAll: hasOpinions && areOpinionsFew(n, f),
    rounds: program().check(scenario.prog ?? '', n, f).rounds ?? 0,
    isSpoken: spec.tools.includes('ring'),
    isChained: spec.tools.includes('chain'),
    keeps: spec.evidence !== 'marks',
    isSigned: spec.signed,
  };
}

/** The question of an attack, as a text: two runs with one question have one answer. @param {string} link @param {OtherArmy} [army] */
export function questionOf(link, army) {
  const { base, n, hasOpinions, isAll } = aboutOf(link, army);
  if (!hasOpinions) return edit(base, { order: 'A' });
  return isAll ? edit(base, { i: 'A'.repeat(n) }) : base;
}
