// Judging a goal: whether what the reader was asked to bring about is there, and which of its conditions he has broken.

import { ask } from './asking.js';
import { QuestionError } from './questions.js';

/** @typedef {import('./types.js').Goal} Goal */

/** The answer, or undefined where the link has none: a goal is judged after every edit, whatever it has led to. @param {string} question @param {string} link */
function answer(question, link) {
  try {
    return ask(question, link);
  } catch (error) {
    if (error instanceof QuestionError) return undefined;
    throw error;
  }
}

/**
 * `broken` are the questions of `keep` that are answered otherwise than at the start, and those of `also` that are not answered as
 * they must be; with one of them the goal is not reached, though what it asks for may be so (`isWanted`). `lies` is null where they are not counted.
 * @param {Goal} goal @param {string} startLink @param {string} nowLink @returns {{isReached: boolean, isWanted: boolean, lies: number | null, broken: string[]}}
 */
export function judgeGoal(goal, startLink, nowLink) {
  const { keep = [], also = {} } = goal;
  const broken = [
    ...keep.filter((question) => answer(question, nowLink) !== answer(question, startLink)),
    ...Object.keys(also).filter((question) => answer(question, nowLink) !== also[question]),
  ];
  const lies = answer('lies', nowLink);
  const isWanted = isAsWanted(goal, nowLink);
  return { isReached: broken.length === 0 && isWanted, isWanted, lies: typeof lies === 'number' ? lies : null, broken };
}

/** @param {Goal} goal @param {string} link */
function isAsWanted({ ask: question, is, isNot }, link) {
  const now = question === undefined ? undefined : answer(question, link);
  if (now === undefined) return false;
  return is === undefined ? isNot !== undefined && now !== isNot : now === is;
}
