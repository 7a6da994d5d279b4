/** An order: attack or retreat. */
export type Order = "A" | "R";
/** What a messenger brings: an order, or null for silence. */
export type Word = Order | null;
export type Strategy = "honest" | "flip" | "split" | "silent" | "random";
export type Protocol = "om" | "sm" | "flat";
/** A tool of the laboratory. */
export type Tool = "tolerance" | "attack" | "exhaust" | "ring" | "chain" | "rule" | "cost";
export type Screen = "map" | "time" | "tree" | "table" | "pair" | "lab" | Tool;

/** What one traitor says in one slot; the speaker is the last on the path. */
export interface Lie { path: number[]; to: number; said: Word }

export interface Scenario {
  protocol: Protocol; n: number; m: number; order: Order; traitors: number[];
  strategy: Strategy; seed: string; lies: Lie[];
}
/** What a fork changes: any of the names of Scenario, and the generals whose keys are stolen. */
export interface Changes {
  protocol?: string; n?: number; m?: number; order?: Order; traitors?: number[];
  strategy?: string; seed?: string | number; stolen?: number[]; lies?: Lie[];
}
/** How one run, or two side by side, is shown. */
export type Figure = "map" | "time" | "tree" | "table";
/** Where the reader is. `general`, `message`: who and which step is looked at; `fold`, `path`: how far the vote tree is folded,
 * and at which path it is open (`1.3`); `both`: how two runs side by side are shown;
 * `rule`: the rule written in the laboratory, `RRRA`, a letter for each row of a table, row 0 first. */
export interface Place {
  at: number; pov: number | null; view: Screen; lesson: string | null;
  general: number | null; message: number | null; fold: number | null; path: string | null; both: Figure;
  rule: string | null;
}
export interface Presentation {
  lang: "en" | "zh" | null; theme: "auto" | "light" | "dark"; embed: boolean; controls: "full" | "play" | "none";
}
/** Messages per round and in all; null beyond 2^128. Beyond 2^53 the numbers are rounded. Before a run of signed
 * messages the most there can be. */
export interface MessageCounts { perRound: (number | null)[]; total: number | null }

/** What a link holds, without running it. `link` is the canonical scenario link. */
export interface Reading {
  link: string; scenario: Scenario; place: Place; presentation: Presentation; ignored: string[]; messages: MessageCounts;
  bound: Bound; stolen: number[];
}
/** What theory promises for so many generals, relays and traitors. `theorem`: LSP82 Theorem 1, k <= m and n > 3m; of
 * SM(m) Theorem 2, k <= m with safe keys. `exact`: k <= m and n > 2k+m, computed here; null where nothing is claimed (k >= n-1). */
export interface Bound {
  traitors: number; theorem: boolean; exact: boolean | null;
  /** Signed messages: loyal generals never send more (Dolev and Strong 1983); null under other protocols. */
  loyalMessages: number | null;
  /** With so many generals and this depth the theorem promises for so many traitors. */
  enough: { n: number; m: number } | null;
}
export interface MessageEvent {
  kind: "message"; round: number; from: number; to: number; path: number[]; said: Word; honest: Word; lie: boolean;
  refused?: Refusal;
}
/** Why a message that arrived was not taken in. */
export type Refusal = "no-such-path" | "not-his-own" | "wrong-round" | "repeated-signer" | "own-path" | "repeated" | "bad-signature";
export interface DecideEvent { kind: "decide"; round: number; decisions: Record<string, Order> }
export type StepEvent = MessageEvent | DecideEvent;

/** A message and its step. */
export type Row = MessageEvent & { step: number };
/** Which messages are wanted: of a round, from or to a general, seen by one (he sends or receives it), lies alone, none after a
 * step. Null wants all. */
export interface RowsWanted {
  round?: number | null; from?: number | null; to?: number | null; seenBy?: number | null; lies?: boolean | null;
  until?: number | null;
}
/** `path` is what is passed on: the path before the speaker. */
export type RowColumn = "step" | "round" | "from" | "to" | "path" | "said" | "honest" | "lie" | "seenBy";
/** A column, its smallest first, or its largest. */
export type RowSort = RowColumn | `-${RowColumn}`;

export interface Snapshot {
  step: number; round: number; rounds: number;
  generals: { id: number; loyal: boolean; commander: boolean; heard: number; decision: Order | null }[];
}
/** What one general knows; equal views are deeply equal. */
export interface View {
  general: number; n: number; m: number; protocol: Protocol; order: Order | null;
  received: { round: number; path: number[]; said: Word; refused?: Refusal }[];
  sent: { round: number; path: number[]; to: number; said: Word }[];
}
/** What a lieutenant obtains at a path: the majority of `direct` and the children's results. */
export interface Vote { path: number[]; direct: Word; children: Vote[]; result: Order; tie: boolean }
/** One path of a vote tree: what its speaker told the lieutenant (delivered by `step`) and what he made of it by `attacks` of
 * `votes`. `needed`: the fewest words here that would have to be the other order for another result; `decides`: it belongs
 * to such a set of the whole tree, `ownDecides`: by its own word. `touched`: a traitor spoke on the path. */
export interface Branch {
  path: number[]; step: number; direct: Word; result: Order; attacks: number; votes: number; tie: boolean; children: number;
  needed: number; decides: boolean; ownDecides: boolean; touched: boolean;
}
/** What one general holds at a path: what its speaker told him, and what he obtains there; null for a traitor. */
export interface Held { general: number; direct: Word; result: Order | null }
/** One vote over everything heard, whatever its path. */
export interface FlatVote { bag: { path: number[]; said: Word }[]; result: Order; tie: boolean }
/** The orders seen signed, with the signers and the round of each. */
export interface SignedVote { values: { said: Order; path: number[]; round: number }[]; result: Order }
export type Votes = Vote | FlatVote | SignedVote;

/** A signature under a letter; bytes in hexadecimal. */
export interface Seal { signer: number; publicKey: string; signature: string; text: string; holds: boolean }
/** A signed letter as delivered, or as it would be after a change; `refused` says why it is not accepted. */
export interface Letter { order: Order; round: number; from: number; to: number; seals: Seal[]; refused: Refusal | null }
export interface LetterDraft { order: Order; seals: { signer: number; signature: string }[] }

export interface Verdict {
  decisions: Record<string, Order>;
  agreement: { holds: boolean; witnesses: number[] };
  validity: { holds: boolean | null; witnesses: number[] };
  messages: MessageCounts;
  lies: number | null;
}
/** Whether a general could be in another world. `none-exists`: all sets of traitors were tried; `none-found`: not all. */
export type OtherWorld =
  | { kind: "found"; link: string }
  | { kind: "none-exists"; tried: number }
  | { kind: "none-found"; tried: number };
export interface Limits { generals: number; messages: number; linkCharacters: number; judgedPaths: number }

/** What the space-time figure is laid out for; whole pixels. `width`, `height`: the room there is. `margin`: before the lines,
 * for shields; `head`: above the bands, for the rounds' names, so wide as `names`; `decision`: for what is said at the end.
 * `token`: width and height of one word's label; `digit`: width of a digit of a bundle's count. `eyes`: draw only what this general
 * sends and receives, and no lies. `open`: the bundle that holds this step is divided until the message stands alone. `until`: draw
 * nothing after this step. */
export interface TimeWanted {
  width: number; height: number; margin: number; head: number; names: number[]; decision: number;
  token: [number, number]; digit: number; eyes: number | null; open: number | null;
  until: number | null;
}
/** Left edge, upper edge, width, height. */
export type Rect = [number, number, number, number];
/** A run in space and time: `span` is where lines begin and end, `lines` where each general's line is, general 1 first; from
 * `decide` on it is told what each decides. Every message is in exactly one arrow. */
export interface TimeFigure {
  width: number; height: number; span: [number, number]; lines: number[];
  /** `grain`: what an arrow stands for, a message, all that one general tells another, or all that he says in this round. */
  bands: { round: number; place: Rect; messages: number; grain: "messages" | "pairs" | "senders" }[];
  arrows: TimeArrow[];
  decide: number;
}
/** `first`, `last`: steps; `count`: messages, of which `said` counts attack, retreat, silence. `ends`: one for each of `to`. */
export interface TimeArrow {
  round: number; from: number; to: number[]; first: number; last: number; count: number;
  said: [number, number, number]; lies: number; refused: number;
  start: [number, number]; ends: [number, number][]; label: Rect;
}

/** Thrown for a link or change that is refused. */
export interface LinkError extends Error {
  name: "LinkError";
  code: "malformed" | "missing-key" | "repeated-key" | "bad-version" | "bad-value" | "out-of-range" | "not-a-traitor"
    | "no-such-path" | "repeated-lie" | "too-long" | "too-large";
  key: string | null;
  read: string | null;
  allowed: { min: string; max: string } | { oneOf: string[] } | { form: "number" | "lie" | "id" | "loyal" } | null;
}
