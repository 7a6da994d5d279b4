// What the reader of a letter finds: asked of the engine once for each change, and why he refuses it.

import { checked, findings } from './letter-findings.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/engine.js').Letter} Letter */
/** @typedef {import('./letter-findings.js').Finding} Finding */
/**
 * A letter as it is read. `key`: all that it depends on; `letter`, `findings`: null where the bytes are no letter.
 * @typedef {{key: string, step: number, from: number, to: number, round: number, letter: Letter | null, findings: Finding[] | null}} Reading
 */

/** The letter under the glass as its reader has it, or null where none is. @param {State} s @param {Speech} say @param {Reading | null} before given back where nothing changed @returns {Reading | null} */
export function readLetter({ letter: shown, session, lang, link, stolen }, say, before) {
  if (!shown || !session) return null;
  const key = `${lang} ${link} ${shown.step} ${shown.bytes.join()}`;
  if (before?.key === key) return before;
  const event = session.event(shown.step);
  if (event.kind !== 'message') return null;
  const { from, to, round } = event;
  const letter = checked(session, shown.step, shown.bytes);
  const sent = { letter: checked(session, shown.step, shown.sent), bytes: shown.sent };
  return { key, step: shown.step, from, to, round, letter, findings: letter && findings(say, { letter, bytes: shown.bytes, sent, stolen }) };
}

/** @param {Reading | null} reading */
export const isGenuine = (reading) => reading?.letter?.refused === null;

/** Why it is refused, where no seal alone is to blame. @param {Reading | null} reading @param {Speech} say */
export function refusalOf(reading, say) {
  if (!reading) return '';
  const { letter, from, to, round } = reading;
  if (!letter) return say.t('letter.unreadable');
  if (letter.refused === null || letter.refused === 'bad-signature') return '';
  return say.t(`letter.refused.${letter.refused}`, { to: say.general(to), from: say.general(from), round });
}

/** Loyal generals whose key would help with this letter, and those whose key is already stolen. In fog nobody knows. @param {State} s @param {Reading | null} reading */
export function keepers(s, reading) {
  const { scenario, stolen } = s;
  if (!scenario || povOf(s) !== null) return [];
  const signers = reading?.letter?.seals.map(({ signer }) => signer) ?? [];
  return [...new Set([...signers, ...stolen])]
    .filter((id) => id <= scenario.n && !scenario.traitors.includes(id))
    .sort((a, b) => a - b);
}

/** Whose keys the traitors own. In fog nobody knows; the glass is closed then. @param {State} s */
export const ownedKeys = (s) =>
  povOf(s) === null ? [...(s.scenario?.traitors ?? []), ...s.stolen].sort((a, b) => a - b) : [];
