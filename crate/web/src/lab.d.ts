export type Condition = "agreement" | "validity";
/** A smallest attack by an exact algorithm; `lies` null: none exists; infinite: 2^53 or more. `link` is null where no link holds that many lies.
 * Where lies among traitors are free, `lies` are those that count, and the link has as few of the others as can be. */
export interface Attack { kind: "exact"; lies: number | null; condition: Condition | null; link: string | null }
/** `promised`: the closed rule k <= m and n > 2k+m; null where nothing is claimed (k >= n-1). */
export interface ToleranceCell extends Attack { promised: boolean | null }

/** Messages in each of the m+1 rounds, by closed forms. `signed`: if all are loyal. `loyalAtMost`: of SM(m), what loyal generals
 * send at most, whatever traitors do (Dolev and Strong 1983). */
export interface Cost { oral: MessageCounts; signed: MessageCounts; loyalAtMost: number }

/** One of the two copies of a general on the ring: the commander of copy a is told to retreat, of copy b to attack. */
export interface RingCopy { general: number; copy: "a" | "b" }
export interface RingMessage { round: number; from: RingCopy; to: RingCopy; path: number[]; said: Word }
/** An army read off the ring. `sameEyes`: run for itself, its loyal generals saw what their copies saw. `forged`: the
 * first message in it that its traitors cannot write, for a loyal general's signature stands on it. */
export interface RingWindow {
  loyal: RingCopy[]; traitors: number[]; order: Order; condition: Condition; holds: boolean; sameEyes: boolean;
  forged: { path: number[]; to: number } | null; link: string | null;
}
/** That a window breaks is a theorem (Fischer, Lynch and Merritt 1986); which one was run. */
export interface Ring {
  kind: "theorem"; source: "FLM86";
  blocs: number[][]; messages: RingMessage[]; decisions: (RingCopy & { order: Order })[]; windows: RingWindow[];
}

/** A run in which traitors only leave messages out. */
export interface ChainRun {
  place: number; order: Order; traitors: number[]; leftOut: number; obeyed: Record<string, Order>; broken: boolean;
  link: string | null;
}
/** `tellsApart`: the loyal lieutenants who see a difference from the run before. */
export interface ChainPlace extends ChainRun { tellsApart: number[] }
/** `tried` in the order of trying; the last one breaks. That some run breaks is a theorem (Fischer and Lynch 1982, Dolev and Strong 1983). */
export interface Chain { kind: "theorem"; source: "DS83"; length: number; tried: ChainRun[] }

/** A run that breaks a choice of rules; what each loyal lieutenant obeys by his. */
export interface RuleCase { condition: Condition; traitor: number; obeyed: Record<string, Order>; link: string | null }
/** All runs in which a choice of rules fails, of all `tried` with one traitor. */
export interface Rules { kind: "exhausted"; tried: number; cases: RuleCase[] }
/** `each`: a letter for every choice, by its tables' bits (row 0 lowest, attack 1; of a pair, the second table's are the
 * higher four): `o` never disobeys, `a` never disagrees, `w` works: neither, `.` fails in both. */
export interface RuleTally { kind: "exhausted"; choices: number; obedient: number; agreeing: number; working: number; each: string }

/** How far a search is. `exhausted` and `done` without `breaks`: all `total` were tried, none breaks. `sampled`: some were
 * tried, and nothing follows from finding none; `breaks` before `done`: words are still being taken back. `part`: rounds with too
 * many choices were left out. `found`: what breaks; null also where no link holds it. */
export interface SearchProgress {
  kind: "exhausted" | "part" | "sampled"; tried: number; total: number | null; done: boolean; breaks: boolean; found: string | null;
}

/** Thrown for a question that cannot be answered here; `nearest` is the link of the nearest army of which it can be asked. */
export interface LabError extends Error {
  name: "LabError";
  code: "too-large" | "too-many-messages" | "too-many-generals" | "too-few" | "oral-only" | "nothing-claimed";
  /** What there is too much of: of strategies, 2 to the power of so many; of a ring, its messages; of a chain, its runs,
   * infinite where no number holds them. Too few generals: how many are needed. */
  size: number | null;
  nearest: string | null;
}
