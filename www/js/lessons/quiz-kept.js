// What is kept of a quiz: who takes it, what was said so far, in this browser where it allows, sent nowhere.

import { isRecord, keeping } from '../kit/kept.js';
import { NICKNAME_MOST } from './quiz-forms.js';

/** @typedef {import('./quiz-forms.js').Form} Form */
/** @typedef {'before' | 'after'} When */
/** The choice, counted from 0, and how long it took. @typedef {{choice: number, seconds: number}} Said */
/** One form of the quiz, taken once. `open`: what is chosen, and not said yet, at the question that stands.
 * @typedef {{form: Form, when: When, said: Record<string, Said>, open: {choice: number | null, seconds: number} | null, ended: boolean}} Take
 */
/** @typedef {{nickname: string, takes: Take[]}} Kept */

/** “I do not know”. */
export const UNKNOWN = -1;

/** @param {unknown} choice */
const isChoice = (choice) => Number.isInteger(choice) && Number(choice) >= UNKNOWN;
/** @param {unknown} seconds */
const isTime = (seconds) => Number.isFinite(seconds) && Number(seconds) >= 0;
/** @param {unknown} said */
const isSaid = (said) => isRecord(said) && isChoice(said.choice) && isTime(said.seconds);

/** @param {unknown} take @returns {take is Take} */
function isTake(take) {
  if (!isRecord(take) || !isRecord(take.said)) return false;
  const { form, when, said, open, ended } = take;
  const isOpen = open === null || (isRecord(open) && (open.choice === null || isChoice(open.choice)) && isTime(open.seconds));
  return ['A', 'B'].includes(String(form)) && ['before', 'after'].includes(String(when)) && typeof ended === 'boolean' && isOpen && Object.values(said).every(isSaid);
}

/** What was kept; null for nothing, and for what no quiz has left there. @param {unknown} found @returns {Kept | null} */
export function readKept(found) {
  if (!isRecord(found) || typeof found.nickname !== 'string' || found.nickname === '' || [...found.nickname].length > NICKNAME_MOST) return null;
  const { nickname, takes } = found;
  if (!Array.isArray(takes) || !takes.every(isTake)) return null;
  const order = takes.map(({ when }) => when).join();
  const isInOrder = ['before', 'after', 'before,after'].includes(order) && takes.slice(0, -1).every(({ ended }) => ended);
  return isInOrder ? { nickname, takes } : null;
}

const { now, keep, whenElsewhere } = keeping('byzantine-generals.quiz', readKept);
export { now, whenElsewhere };

/** The quiz that is being taken. */
export const running = () => now()?.takes.find(({ ended }) => !ended) ?? null;

/** @param {Take} take @param {string} id */
export const saidTo = ({ said }, id) => (Object.hasOwn(said, id) ? said[id] : null);

/** @param {Form} form @param {When} when @returns {Take} */
const fresh = (form, when) => ({ form, when, said: {}, open: null, ended: false });

/** Unless another tab has begun one. @param {string} nickname @param {When} when @param {Form} form */
export function begin(nickname, when, form) {
  if (!now()) keep({ nickname, takes: [fresh(form, when)] });
}

/** The second time, unless another tab has begun it. @param {Form} form */
export function beginAfter(form) {
  const kept = now();
  if (kept?.takes.length === 1 && kept.takes[0].ended) keep({ ...kept, takes: [...kept.takes, fresh(form, 'after')] });
}

/** @param {(take: Take) => Partial<Take>} changes of the quiz that is being taken */
function change(changes) {
  const kept = now();
  if (kept) keep({ ...kept, takes: kept.takes.map((take) => (take.ended ? take : { ...take, ...changes(take) })) });
}

/** Chosen, and not said yet. @param {number | null} choice @param {number} seconds */
export const choose = (choice, seconds) => change(() => ({ open: { choice, seconds } }));

/** So long the question that stands has stood, wherever that was longest. @param {number} seconds */
export const spend = (seconds) => change(({ open }) => ({ open: { choice: open?.choice ?? null, seconds: Math.max(seconds, open?.seconds ?? 0) } }));

/** @param {string} id @param {number} choice @param {number} seconds */
export const say = (id, choice, seconds) => change(({ said }) => ({ said: { ...said, [id]: { choice, seconds } }, open: null }));

export const end = () => change(() => ({ open: null, ended: true }));

export const clear = () => keep(null);
