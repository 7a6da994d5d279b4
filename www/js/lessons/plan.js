// The teacher’s plans: which beats of which lesson, how long each takes, and what a plan is as text.

/** @typedef {import('./types.js').Index} Index */
/** What a class may answer, what it means, and where to look. @typedef {{said: string, means: string, link?: string}} LikelyAnswer */
/** @typedef {{id: string, aim: string, after: string[], ask: string[], answers: LikelyAnswer[]}} Advice */
/** @typedef {{id: string, minutes: number, beats: Record<string, number[]>}} Plan */
/** The teacher’s file. @typedef {{plans: Plan[], lessons: Advice[], cases: {text: string, link: string}[]}} Teacher */
/** A lesson in a plan; without beats it is left out. @typedef {{id: string, place: number, title: string, minutes: number, beats: number[]}} Planned */

/** The plan that leaves nothing out. */
export const EVERYTHING = 'all';

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, i) => i + 1);

/**
 * Parts of a whole as whole numbers that add up to it: where rounding leaves something over, those have it that lost most.
 * @param {number} whole @param {number[]} weights
 */
export function shares(whole, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (whole * weight) / sum);
  const parts = exact.map(Math.floor);
  const over = whole - parts.reduce((a, b) => a + b, 0);
  const lost = [...parts.keys()].sort((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]) || a - b);
  for (const i of lost.slice(0, over)) parts[i]++;
  return parts;
}

/** How long everything takes. @param {Index['lessons']} lessons */
export const allMinutes = (lessons) => lessons.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The lessons as a plan has them. A lesson has its part of the plan’s time by how long its beats are.
 * @param {Index['lessons']} lessons @param {Plan | null} plan null: everything @returns {Planned[]}
 */
export function planned(lessons, plan) {
  const beats = lessons.map(({ id, beats }) => (plan ? (plan.beats[id] ?? []) : upTo(beats)));
  const minutes = plan ? shares(plan.minutes, lessons.map((lesson, i) => (lesson.minutes * beats[i].length) / lesson.beats)) : lessons.map((lesson) => lesson.minutes);
  return lessons.map(({ id, title }, i) => ({ id, place: i + 1, title, minutes: minutes[i], beats: beats[i] }));
}

/** Numbers that follow each other as one range: “2–3, 6”. @param {number[]} numbers @param {string} and */
export function ranges(numbers, and) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(and);
}

/** What an answer points to. @typedef {{kind: 'beat' | 'lesson' | 'exhibit', place: number, beat: number} | null} Seen */

/** @param {Index} index @param {string} link @param {string} lesson the one it is said in @returns {Seen} */
export function seenAt({ lessons, exhibits }, link, lesson) {
  const keys = new URLSearchParams(link);
  const id = keys.get('lesson');
  const beat = Number(keys.get('beat') ?? 1);
  const [inLessons, inExhibits] = [lessons, exhibits].map((all) => all.findIndex((one) => one.id === id) + 1);
  if (inLessons) return { kind: id === lesson ? 'beat' : 'lesson', place: inLessons, beat };
  return inExhibits ? { kind: 'exhibit', place: inExhibits, beat } : null;
}

/**
 * A plan to be pasted into a mail or notes: each lesson that is in it, with the link of each beat and what is asked.
 * @param {{title: string, link: string, rows: Planned[], asked: (id: string) => string[], beatTitle: (id: string, beat: number) => string,
 *   lessonLine: (row: Planned) => string, beatLink: (id: string, beat: number) => string}} plan
 */
export function planText({ title, link, rows, asked, beatTitle, lessonLine, beatLink }) {
  const blocks = rows
    .filter(({ beats }) => beats.length > 0)
    .map((row) => [
      lessonLine(row),
      ...row.beats.map((beat) => `  ${[beat, beatTitle(row.id, beat)].filter(Boolean).join(' ')}: ${beatLink(row.id, beat)}`),
      ...asked(row.id).map((question) => `  ${question}`),
    ]);
  return [[title, link], ...blocks].map((lines) => lines.join('\n')).join('\n\n');
}
