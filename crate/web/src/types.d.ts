/** An order: attack or retreat. */
export type Order = "A" | "R";
/** What a messenger brings: an order, or null for silence. */
export type Word = Order | null;
export type Strategy = "honest" | "flip" | "split" | "silent" | "random";
export type Screen = "map" | "time" | "tree" | "table" | "cost" | "lab" | "pair";

/** What one traitor says in one slot; the speaker is the last on the path. */
export interface Lie { path: number[]; to: number; said: Word }

export interface Scenario {
  protocol: "om"; n: number; m: number; order: Order; traitors: number[];
  strategy: Strategy; seed: string; lies: Lie[];
}
/** What a fork changes: any of the names of Scenario. */
export interface Changes {
  protocol?: string; n?: number; m?: number; order?: Order; traitors?: number[];
  strategy?: string; seed?: string | number; lies?: Lie[];
}
export interface Place { at: number; pov: number | null; view: Screen; lesson: string | null }
export interface Presentation {
  lang: "en" | "zh" | null; theme: "auto" | "light" | "dark"; embed: boolean; controls: "full" | "play" | "none";
}
/** Messages per round and in all; null beyond 2^128. Beyond 2^53 the numbers are rounded. */
export interface MessageCounts { perRound: (number | null)[]; total: number | null }

/** What a link holds, without running it. `link` is the canonical scenario link. */
export interface Reading {
  link: string; scenario: Scenario; place: Place; presentation: Presentation; ignored: string[]; messages: MessageCounts;
  bound: Bound;
}
/** What theory promises for so many generals, relays and traitors. `theorem`: LSP82 Theorem 1, k <= m and n > 3m.
 * `exact`: k <= m and n > 2k+m, computed here; null where nothing is claimed (k >= n-1). */
export interface Bound { traitors: number; theorem: boolean; exact: boolean | null }
export interface MessageEvent {
  kind: "message"; round: number; from: number; to: number; path: number[]; said: Word; honest: Order; lie: boolean;
}
export interface DecideEvent { kind: "decide"; round: number; decisions: Record<string, Order> }
export type StepEvent = MessageEvent | DecideEvent;

export interface Snapshot {
  step: number; round: number; rounds: number;
  generals: { id: number; loyal: boolean; commander: boolean; heard: number; decision: Order | null }[];
}
/** What one general knows; equal views are deeply equal. */
export interface View {
  general: number; n: number; m: number; protocol: "om"; order: Order | null;
  received: { round: number; path: number[]; said: Word }[];
  sent: { round: number; path: number[]; to: number; said: Word }[];
}
/** What a lieutenant obtains at a path: the majority of `direct` and the children's results. */
export interface Vote { path: number[]; direct: Word; children: Vote[]; result: Order; tie: boolean }

export interface Verdict {
  decisions: Record<string, Order>;
  agreement: { holds: boolean; witnesses: number[] };
  validity: { holds: boolean | null; witnesses: number[] };
  messages: MessageCounts;
  lies: number | null;
}
export interface Limits { generals: number; messages: number; linkCharacters: number; judgedPaths: number }

/** Thrown for a link or change that is refused. */
export interface LinkError extends Error {
  name: "LinkError";
  code: "malformed" | "missing-key" | "repeated-key" | "bad-version" | "bad-value" | "out-of-range" | "not-a-traitor"
    | "no-such-path" | "repeated-lie" | "too-long" | "too-large";
  key: string | null;
  read: string | null;
  allowed: { min: string; max: string } | { oneOf: string[] } | null;
}
