/// <reference lib="esnext.disposable" />
// What the step API gives and takes. Written by a test from the structs of crate/wire, whose comments these are;
// WRITE_TYPES=1 cargo test -p generals-wire writes it again.

/** An order: attack or retreat. */
export type Order = "A" | "R";
/** What a messenger brings: an order, `N` for neither where a protocol has that word, or null for silence. */
export type Word = Order | "N" | null;
/** A protocol, by the name that links give it. */
export type Protocol = "om" | "sm" | "flat" | "ic" | "king" | "queen" | "bracha" | "benor" | "pbft" | "own" | "trust" | "two";
/** How traitors act where no single lie is named. */
export type Strategy = "honest" | "flip" | "split" | "silent" | "random" | "half";
/** What decides a run. */
export type Scenario = {
  /** What all have agreed to run. */
  protocol: Protocol,
  /** Generals, the commander included. */
  n: number,
  /** Rounds of relay. */
  m: number,
  /** The commander's order; null where nobody commands. */
  order: Order | null,
  /** Everybody's opinion, a letter each, general 1 first; not there where only a commander starts with something. */
  i?: string,
  /** Who is a traitor. */
  traitors: Array<number>,
  /** What traitors say where no lie is named. */
  strategy: Strategy,
  /** Digits: a seed may be larger than a JavaScript number holds. */
  seed: string,
  /** Loyal generals whose keys are stolen; not there where none are. */
  stolen?: Array<number>,
  /** The lies that are named, in the order of steps. */
  lies: Array<Lie>,
  /** By which rule letters are delivered, where messengers may be slow. */
  q?: DeliveryOrder,
  /** What is held back, where messengers may be slow. */
  d?: Array<Delay>,
  /** Who trusts whom, the first the second; only there where an order is settled. */
  w?: Array<[number, number]>,
  /** By which rule an order is settled; of two generals how many messengers must have come to each before he attacks. */
  by?: By,
  /** The text of the program that all run; only there where the link brings one. */
  prog?: string,
  /** Which messenger of two generals is caught, from 1; 0: none. */
  lost?: number,
};
/** What one traitor says in one slot; the speaker is the last on the path. */
export type Lie = {
  /** What keeps it apart from others; of a relayed order who has passed it on. */
  path: Array<number>,
  /** To whom. */
  to: number,
  /** What. */
  said: Word,
};
/** What fills the page. */
export type Screen = "map" | "time" | "tree" | "table" | "pair" | "lab" | "tolerance" | "attack" | "exhaust" | "ring" | "chain" | "ladder" | "split-brain" | "phases" | "rule" | "cost" | "which";
/** How one run, or two side by side, is shown. */
export type Figure = "map" | "time" | "tree" | "table";
/** Where the reader is. */
export type Place = {
  /** The step; past the end means the end. */
  at: number,
  /** Through whose eyes he looks. */
  pov: number | null,
  /** What fills the page. */
  view: Screen,
  /** The lesson's id. */
  lesson: string | null,
  /** The place in the lesson, from 1; past the last means the last. */
  beat: number | null,
  /** Who is looked at. */
  general: number | null,
  /** The step of the message that is looked at. */
  message: number | null,
  /** How far the vote tree is folded. */
  fold: number | null,
  /** At which path the vote tree is open: `1.3`. */
  path: string | null,
  /** How two runs side by side are shown. */
  both: Figure,
  /** The rule written in the laboratory: `RRRA`, a letter for each row of a table, row 0 first. */
  rule: string | null,
  /** The army that the reader's program is asked to hold for: `7.2`, seven generals of whom two may be traitors. */
  goal: string | null,
};
/** A language of the page. */
export type Lang = "en" | "zh";
/** The page's colours. */
export type Theme = "auto" | "light" | "dark";
/** What an embedded page can be steered with. */
export type Controls = "full" | "play" | "none";
/** Whose keys are pressed in an embedded page: its own, or those of the page around it. */
export type Keys = "own" | "host";
/** How the page looks. */
export type Presentation = {
  /** The language; null is the browser's. */
  lang: Lang | null,
  /** The colours. */
  theme: Theme,
  /** Stage and transport alone, for course notes. */
  embed: boolean,
  /** What an embedded page can be steered with. */
  controls: Controls,
  /** Whether the run plays as soon as it is open. */
  autoplay: boolean,
  /** Whether it begins anew when it has come to its end. */
  loop: boolean,
  /** The step at which it stops; past the end means the end. */
  until: number | null,
  /** How fast it plays, 0.5 to 4. */
  speed: number,
  /** Whose keys are pressed in an embedded page. */
  keys: Keys,
  /** From which number generals are counted where people read; here and in links they are counted from 1. */
  number: 0 | 1,
};
/** Messages per round and in all; null beyond 2^128. Before a run of signed messages the most there can be. */
export type MessageCounts = {
  /** Of each round, round 1 first; rounded above 2^53. */
  perRound: Array<number | null>,
  /** Of all; rounded above 2^53. */
  total: number | null,
  /** The same exactly, where a number does not hold one of them. */
  exact?: {
    /** Digits for each round, round 1 first. */
    perRound: Array<string | null>,
    /** Digits for all. */
    total: string | null,
  },
};
/** What a protocol is to achieve. */
export type Task = "broadcast" | "interactive-consistency" | "settlement" | "coordination" | "consensus" | "reliable-broadcast";
/** When messages arrive. */
export type Model = "synchronous" | "asynchronous" | "partially-synchronous";
/** Who starts with something. */
export type Inputs = "commander" | "everyone" | "leader";
/** One of the things that a run is judged by. */
export type Condition = "agreement" | "validity" | "consent" | "delivery" | "attacks" | "termination";
/** What a decision rests on. */
export type Evidence = "tree" | "bag" | "letters" | "vector" | "marks" | "none";
/** A question of the laboratory that can be asked of a link's protocol. */
export type Tool = "attack" | "exhaust" | "sample" | "ring" | "chain" | "other-world" | "ladder" | "split-brain" | "phases";
/** What a protocol says of itself; nobody needs to ask which protocol it is. */
export type Spec = {
  /** Its name in links. */
  protocol: Protocol,
  /** What is to be achieved. */
  task: Task,
  /** When messages arrive. */
  model: Model,
  /** Who starts with something: the commander, who does not decide, or everybody. */
  inputs: Inputs,
  /** How many generals it is for: at least and at most. */
  generals: [number, number],
  /** Whether there can be traitors. */
  hasTraitors: boolean,
  /** Whether messages are signed, so that a path is a chain of signers. */
  signed: boolean,
  /** Whether a message that is not sent is missed by its recipient. */
  noticesSilence: boolean,
  /** The words that can be said, silence aside: letters of links. */
  words: string,
  /** What a run is judged by. */
  conditions: Array<Condition>,
  /** What a decision rests on. */
  evidence: Evidence,
  /** Which questions of the laboratory may be asked. */
  tools: Array<Tool>,
  /** Other forms of it that a link can ask for, by the values of `by`. */
  variants: Array<Variant>,
  /** By which marks it is told how far a phase is, in their order; left out where no marks tell it. */
  stages?: Array<MarkKind>,
  /** Where it comes from. */
  source: string,
};
/** Why something is promised, or is not. */
export type Reason = "theorem" | "computed" | "too-few-rounds" | "too-few-generals" | "nobody-left" | "stolen-keys" | "known-wrong" | "by-trust" | "impossible" | "more-than-asked" | "own-program";
/** What is told of a promise: its reason, or what lies behind it. Nobody lies; too many rounds for the theorem, which has
 * generals enough; nobody lies, but it waits as if m might; what is known to be wrong, where it comes to the same as OM(m). */
export type Claim = "nobody" | "too-many-rounds" | "asked-too-much" | "as-oral" | "theorem" | "computed" | "too-few-rounds" | "too-few-generals" | "nobody-left" | "stolen-keys" | "known-wrong" | "by-trust" | "impossible" | "more-than-asked" | "own-program";
/** Which inequality decides whether something is promised: n > 3f, generals against traitors; n > 3m, generals against rounds
 * of relay; n > 2f + m, generals against both; m >= f, rounds against traitors; n > 5m, generals
 * against those whose silence and lies each must bear. */
export type Measure = "generals" | "relays" | "deep" | "rounds" | "fourfold" | "fivefold";
/** What the three go by when they settle an order. */
export type Rule = "shop" | "customer" | "service" | "majority" | "signed";
/** A form of a protocol besides the published one. */
export type Variant = "short" | "noready" | "twice" | "many" | "noamplify" | "loose" | "common" | "prepared" | "noproof";
/** A rule that fired for a general. */
export type MarkKind = "opinion" | "proposal" | "majority" | "sure" | "follows" | "echo" | "ready" | "adopt" | "coin" | "accept" | "prepared" | "time-out" | "join" | "lead" | "decide";
/** What a letter is for. */
export type PartKind = "opinion" | "proposal" | "crown" | "initial" | "echo" | "ready" | "pre-prepare" | "prepare" | "commit" | "view-change" | "new-view" | "word";
/** What a letter is for, and in which phase. */
export type Part = {
  /** What it is for. */
  kind: PartKind,
  /** In which phase or view, from 1. */
  phase: number,
  /** Whose phase it is; not there where nobody leads. */
  leader?: number,
};
/** Which of the letters under way is delivered next. */
export type DeliveryOrder = "fifo" | "lifo" | "random";
/** A slot whose letters are held back. */
export type Delay = {
  /** The numbers of its position. */
  path: Array<number>,
  /** To whom. */
  to: number,
  /** The step as which it is delivered, 0 for after all else; left out where it comes when nothing else is under way. */
  step?: number,
};
/** What decides, where a protocol leaves it open. */
export type By = Rule | [number, number] | Variant;
/** What theory promises for so many generals, relays and traitors. */
export type Bound = {
  /** How many traitors there are. */
  traitors: number,
  /** By the theorem of `source`: of OM(m) f <= m and n > 3m; of SM(m) f <= m with safe keys. */
  theorem: boolean,
  /** Of OM(m) f <= m and n > 2f+m, proved: by Lemma 1 (LSP82), and from it by induction; null where nothing is claimed (f >= n-1). */
  exact: boolean | null,
  /** Signed messages: loyal generals never send more (Dolev and Strong 1983); null under other protocols. */
  loyalMessages: number | null,
  /** With so many generals and this depth the theorem promises for so many traitors. */
  enough: {
    /** Generals, the commander included. */
    n: number,
    /** Rounds of relay. */
    m: number,
  } | null,
};
/** A key of links. */
export type Key = "v" | "p" | "n" | "m" | "o" | "t" | "s" | "seed" | "k" | "x" | "i" | "q" | "d" | "w" | "by" | "lost" | "prog" | "at" | "pov" | "view" | "lesson" | "beat" | "goal" | "general" | "message" | "fold" | "path" | "both" | "rule" | "lang" | "theme" | "embed" | "controls" | "autoplay" | "loop" | "until" | "speed" | "keys" | "number";
/** Why something is promised, or is not. */
export type Grounds = {
  /** Why. */
  reason: Reason,
  /** Where that is proved which `measure` is about; null for what is known to be wrong. */
  source: string | null,
  /** What is told of it. */
  claim: Claim,
  /** Which inequality decides it; null where nothing is claimed or nobody lies. */
  measure: Measure | null,
  /** The other side of that inequality, as a number. */
  against: number | null,
};
/** What a link holds, without running it. */
export type Reading = {
  /** The canonical scenario link. */
  link: string,
  /** What decides the run. */
  scenario: Scenario,
  /** Where in it the reader is. */
  place: Place,
  /** How the page looks. */
  presentation: Presentation,
  /** Keys that are not ours, and those of how the page looks with a value that is not known; at last what was left off. */
  ignored: Array<string>,
  /** Those of them that are ours, as they stand in the link: `q=lifo` under a protocol that does not know it. */
  unused: Array<string>,
  /** What stands behind the letter at which the link ends, since no link holds it. */
  leftOff: string | null,
  /** Keys of ours that stand in the link: a default that is written out is a wish, one that is left out is none. */
  given: Array<Key>,
  /** How many messages the run has. */
  messages: MessageCounts,
  /** What theory promises. */
  bound: Bound,
  /** Loyal generals whose keys are stolen. */
  stolen: Array<number>,
  /** Why that is promised, or is not. */
  grounds: Grounds,
  /** What the protocol says of itself. */
  spec: Spec,
  /** How many rounds the run has. */
  rounds: number,
};
/** What may be opened and judged. */
export type Limits = {
  /** Generals of an army. */
  generals: number,
  /** Messages of a run that is opened. */
  messages: number,
  /** Characters of a link. */
  linkCharacters: number,
  /** Paths of a run that is judged. */
  judgedPaths: number,
  /** Bytes of a program's text. */
  programBytes: number,
  /** The protocols there are, in the order in which they are offered: those too that this build leaves out. */
  protocols: Array<Protocol>,
};
/** Why a message that arrived was not taken in. */
export type Refusal = "no-such-path" | "not-his-own" | "wrong-round" | "repeated-signer" | "own-path" | "repeated" | "bad-signature" | "late" | "enough" | "over" | "no-proof" | "caught";
/** A messenger arrives, or one that should have come does not. */
export type MessageEvent = {
  /** Always `message`. */
  kind: "message",
  /** When, from 1. */
  round: number,
  /** Who sent it. */
  from: number,
  /** Whom it reaches. */
  to: number,
  /** What keeps it apart from others; of a relayed order who has passed it on, the sender last. */
  path: Array<number>,
  /** What it says. */
  said: Word,
  /** What a loyal general would have said. */
  honest: Word,
  /** Whether the two differ. */
  lie: boolean,
  /** Why it was not taken in. */
  refused?: Refusal,
  /** True where its messenger was caught on the way, which is no lie; else not there. */
  caught?: true,
  /** What it is for, where its path does not say it. */
  part?: Part,
  /** True where `N` can be said too; else not there. */
  neither?: true,
  /** After how many steps it was under way, where messengers are slow. */
  sent?: number,
  /** What its recipient decides when it reaches him, if he does then, where messengers are slow. */
  decides?: Order,
};
/** All decide. */
export type DecideEvent = {
  /** Always `decide`. */
  kind: "decide",
  /** The last round. */
  round: number,
  /** What each loyal lieutenant obeys. */
  decisions: Record<string, Order | null>,
};
/** What a step is. */
export type StepEvent = MessageEvent | DecideEvent;
/** A message and its step. */
export type Row = {
  /** Its step, from 1. */
  step: number,
  /** Always `message`. */
  kind: "message",
  /** When, from 1. */
  round: number,
  /** Who sent it. */
  from: number,
  /** Whom it reaches. */
  to: number,
  /** What keeps it apart from others; of a relayed order who has passed it on, the sender last. */
  path: Array<number>,
  /** What it says. */
  said: Word,
  /** What a loyal general would have said. */
  honest: Word,
  /** Whether the two differ. */
  lie: boolean,
  /** Why it was not taken in. */
  refused?: Refusal,
  /** True where its messenger was caught on the way, which is no lie; else not there. */
  caught?: true,
  /** What it is for, where its path does not say it. */
  part?: Part,
  /** True where `N` can be said too; else not there. */
  neither?: true,
  /** After how many steps it was under way, where messengers are slow. */
  sent?: number,
  /** What its recipient decides when it reaches him, if he does then, where messengers are slow. */
  decides?: Order,
};
/** Until when a letter is held back. */
export type HeldUntil = true | number;
/** A letter under way. */
export type Queued = {
  /** The step as which it will be delivered; 0: never, because the limit of deliveries ends the run before. */
  step: number,
  /** What will be delivered. */
  event: MessageEvent,
  /** Whether it is held back: true until nothing else is under way, or the step until which it is, 0 for after all else. */
  held?: HeldUntil,
};
/** The world after some steps. */
export type Snapshot = {
  /** How many steps have happened. */
  step: number,
  /** The round of the last of them; 0 before the first. */
  round: number,
  /** How many rounds there are. */
  rounds: number,
  /** Everyone, general 1 first. */
  generals: Array<{
    /** Who. */
    id: number,
    /** Whether he is loyal. */
    loyal: boolean,
    /** Whether he commands. */
    commander: boolean,
    /** How many words he has heard. */
    heard: number,
    /** What he obeys; null before the decision and for traitors. */
    decision: Order | null,
  }>,
};
/** What one general knows; equal views are deeply equal. */
export type View = {
  /** Who he is. */
  general: number,
  /** Generals, the commander included. */
  n: number,
  /** Rounds of relay. */
  m: number,
  /** What all have agreed to run. */
  protocol: Protocol,
  /** What he started with: a commander's order, or his opinion. */
  order: Order | null,
  /** What he was told, in the order of steps. */
  received: Array<{
    /** When, from 1. */
    round: number,
    /** Who is said to have said it; the last one told him himself. */
    path: Array<number>,
    /** What. */
    said: Word,
    /** What it is for, where its path does not say it. */
    part?: Part,
    /** Why he did not take it in. */
    refused?: Refusal,
  }>,
  /** What he said, in the order of steps. */
  sent: Array<{
    /** When, from 1. */
    round: number,
    /** Who has passed the word on, himself last. */
    path: Array<number>,
    /** To whom. */
    to: number,
    /** What. */
    said: Word,
    /** What it is for, where its path does not say it. */
    part?: Part,
  }>,
};
/** What a lieutenant obtains at a path: the majority of `direct` and the children's results. */
export type Vote = {
  /** The path. */
  path: Array<number>,
  /** What its speaker told him. */
  direct: Order | null,
  /** What he obtains at the paths that continue this one. */
  children: Array<Vote>,
  /** The majority. */
  result: Order,
  /** Whether there is none. */
  tie: boolean,
};
/** One vote over everything heard, whatever its path. */
export type FlatVote = {
  /** Everything heard. */
  bag: Array<{
    /** The path. */
    path: Array<number>,
    /** The word. */
    said: Word,
  }>,
  /** The majority. */
  result: Order,
  /** Whether there is none. */
  tie: boolean,
};
/** The orders seen signed. */
export type SignedVote = {
  /** Each with the letter that brought it first. */
  values: Array<{
    /** The order. */
    said: Order,
    /** The signers. */
    path: Array<number>,
    /** When, from 1. */
    round: number,
  }>,
  /** The order if there is one alone, else retreat. */
  result: Order,
};
/** The opinions of all as one general has them: for each general, general 1 first, the tree of what he said; of himself the word
 * alone. */
export type VectorVote = {
  /** The trees, whose results are the vector. */
  vector: Array<Vote>,
  /** The strict majority of the results, else retreat. */
  result: Order,
  /** Whether there is none. */
  tie: boolean,
};
/** A rule that fired. */
export type Mark = {
  /** The step after which it holds; 0 from the beginning. */
  step: number,
  /** The phase or view, from 1. */
  phase: number,
  /** Which rule. */
  mark: MarkKind,
  /** With which word; null where there is none. */
  word: Word,
  /** How many have said so, himself included, where it rests on a count; of who leads a view, how many show it prepared. */
  votes?: number,
  /** How many are needed. */
  needed?: number,
  /** Whose word it rests on, where it rests on one. */
  from?: number,
};
/** What a general came to, one thing after another. */
export type MarksVote = {
  /** The rules that fired, in the order of steps. */
  marks: Array<Mark>,
  /** What he decided; null if he never did. */
  result: Order | null,
};
/** What a lieutenant's decision rests on, by protocol. */
export type Votes = Vote | FlatVote | SignedVote | VectorVote | MarksVote;
/** One path of a vote tree: what its speaker told the lieutenant and what he made of it by `attacks` of `votes`. */
export type Branch = {
  /** The path. */
  path: Array<number>,
  /** The step that delivers its word. */
  step: number,
  /** The word. */
  direct: Order | null,
  /** What he obtains here. */
  result: Order,
  /** Votes for attack. */
  attacks: number,
  /** Votes. */
  votes: number,
  /** Whether there is no majority. */
  tie: boolean,
  /** How many paths continue this one. */
  children: number,
  /** The fewest words here that would have to be the other order for another result. */
  needed: number,
  /** Whether it belongs to a smallest set of words that decides the whole tree. */
  decides: boolean,
  /** The same by its own word. */
  ownDecides: boolean,
  /** Whether a traitor spoke on the path. */
  touched: boolean,
};
/** What one general holds at a path. */
export type Held = {
  /** Who. */
  general: number,
  /** What its speaker told him. */
  direct: Order | null,
  /** What he obtains there; null for a traitor. */
  result: Order | null,
};
/** A signature under a letter; bytes in hexadecimal. */
export type Seal = {
  /** Who is said to have signed. */
  signer: number,
  /** His public key. */
  publicKey: string,
  /** The signature. */
  signature: string,
  /** What is signed, byte by byte. The campaign: `byzantine generals: SM` and a zero byte (23 bytes), where
   * an order is settled `byzantine generals: order` and a zero byte (26 bytes), n (1), m (1), the seed as 8 bytes, its lowest first; then the order, `A` (41) or `R` (52); then the number of the first signer (1): that is the text
   * of the first seal, 35 or 38 bytes. The text of each further seal is the text before, its signature (64), the number of the next
   * signer (1). A signature is Ed25519 (RFC 8032) over this text. */
  text: string,
  /** Whether the signature belongs to the text. */
  holds: boolean,
};
/** A signed letter as delivered, or as it would be after a change. */
export type Letter = {
  /** The order. */
  order: Order,
  /** When, from 1. */
  round: number,
  /** Who brings it. */
  from: number,
  /** To whom. */
  to: number,
  /** The signatures, the first one first. */
  seals: Array<Seal>,
  /** Why it is not accepted. */
  refused: Refusal | null,
};
/** One of its seals. */
export type BundleSeal = {
  /** Who is said to have signed. */
  signer: number,
  /** That he proposes it, or accepts it. */
  kind: PartKind,
  /** Whether the seal is his. */
  holds: boolean,
};
/** Whose seals a letter shows as proof of an order, by name: no signature is made. */
export type Bundle = {
  /** Of which order. */
  word: Order,
  /** In which view it was prepared. */
  view: number,
  /** By number, each once. */
  seals: Array<BundleSeal>,
};
/** A seal under what its signer says. */
export type CertificateSeal = {
  /** Who is said to have signed. */
  signer: number,
  /** What he says: that he proposes, accepts or has enough for an order, or what he has prepared. */
  kind: PartKind,
  /** In which view. */
  view: number,
  /** Of which word. */
  word: Word,
  /** His public key. */
  publicKey: string,
  /** The signature. */
  signature: string,
  /** What is signed, byte by byte: `byzantine generals: PBFT` and a zero byte (25 bytes), n (1), m (1), the seed as 8 bytes,
   * its lowest first; the kind (1: pre-prepare 01, prepare 02, commit 03, view-change 04), the view (2, lowest first), the word,
   * `A` (41), `R` (52) or `N` (4e); of a view-change that shows a certificate its view (2) and who has signed it (1 each); the
   * signer (1). A signature is Ed25519 (RFC 8032) over this text. */
  text: string,
  /** Whether the signature belongs to the text. */
  holds: boolean,
};
/** A letter with all its seals. */
export type Certificate = {
  /** What it is. */
  kind: PartKind,
  /** Its view, from 1. */
  view: number,
  /** Its word. */
  word: Word,
  /** Who brings it. */
  from: number,
  /** To whom. */
  to: number,
  /** First its sender's own, then those of what it shows, each once. */
  seals: Array<CertificateSeal>,
  /** Why it is not accepted. */
  refused: Refusal | null,
};
/** What came out of a whole run. */
export type Verdict = {
  /** What each loyal lieutenant obeys. */
  decisions: Record<string, Order | null>,
  /** IC1: all loyal lieutenants obey the same order. */
  agreement: {
    /** Whether it holds. */
    holds: boolean,
    /** The two smallest loyal lieutenants that differ; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** IC2: if the commander is loyal, every loyal lieutenant obeys his order; null where a run is not judged by it. */
  validity: {
    /** Whether it holds; null where nothing is required: of validity if the commander is a traitor. */
    holds: boolean | null,
    /** The smallest loyal decider that breaks it; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** Of an order: an honest customer who meant not to pay is not charged by an honest payment service. */
  consent?: {
    /** Whether it holds; null where nothing is required: of validity if the commander is a traitor. */
    holds: boolean | null,
    /** The smallest loyal decider that breaks it; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** Of an order: an honest shop does not ship while an honest payment service says that nothing was paid. */
  delivery?: {
    /** Whether it holds; null where nothing is required: of validity if the commander is a traitor. */
    holds: boolean | null,
    /** The smallest loyal decider that breaks it; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** Of two generals: when every messenger arrives and the order is attack, both attack. */
  attacks?: {
    /** Whether it holds; null where nothing is required: of validity if the commander is a traitor. */
    holds: boolean | null,
    /** The smallest loyal decider that breaks it; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** Where no round ends by itself: whether every loyal general decided; of a reliable broadcast, all of them or none. */
  termination?: {
    /** Whether it holds; null where nothing is required: of validity if the commander is a traitor. */
    holds: boolean | null,
    /** The smallest loyal decider that breaks it; nobody where it holds. */
    witnesses: Array<number>,
  },
  /** For each of them his vector of opinions, a letter a general; not there where nobody has one. */
  vectors?: Record<string, string>,
  /** How many messages there were. */
  messages: MessageCounts,
  /** Messages that differ from the honest one, silence included; null where they were not counted. */
  lies: number | null,
};
/** Whether a general could be in another world. */
export type OtherWorld = {
  kind: "found",
  /** Its link. */
  link: string,
} | {
  kind: "none-exists",
  /** Sets of traitors times orders. */
  tried: number,
} | {
  kind: "none-found",
  /** Sets of traitors times orders. */
  tried: number,
} | {
  kind: "not-for-this" };
/** Left edge, upper edge, width, height. */
export type Rect = [number, number, number, number];
/** What an arrow stands for: a message, all that one general tells another, or all that he says in a round. */
export type Grain = "messages" | "pairs" | "senders";
/** The band of a round. */
export type TimeBand = {
  /** The round, from 1. */
  round: number,
  /** Where it is drawn. */
  place: Rect,
  /** How many messages are drawn in it. */
  messages: number,
  /** What an arrow in it stands for. */
  grain: Grain,
};
/** One message, or several with the same sender in the same round. */
export type TimeArrow = {
  /** The round, from 1. */
  round: number,
  /** Who sends. */
  from: number,
  /** Whom it reaches. */
  to: Array<number>,
  /** The first of its steps. */
  first: number,
  /** The last of them. */
  last: number,
  /** Messages. */
  count: number,
  /** Of them: attack, retreat, silence, neither. */
  said: [number, number, number, number],
  /** How many of them lie. */
  lies: number,
  /** How many of them were not taken in. */
  refused: number,
  /** Where it begins. */
  start: [number, number],
  /** Where it ends: one point for each of `to`. */
  ends: Array<[number, number]>,
  /** Where its label stands. */
  label: Rect,
  /** After how many steps it was sent, where messengers may be slow and each has its own arrow. */
  sent?: number,
  /** True where the scenario holds it back; else not there. */
  held?: true,
};
/** A run in space and time. */
export type TimeFigure = {
  /** Its width. */
  width: number,
  /** Its height. */
  height: number,
  /** Where lines begin, and where they end. */
  span: [number, number],
  /** Where each general's line is, general 1 first. */
  lines: Array<number>,
  /** The rounds, round 1 first. */
  bands: Array<TimeBand>,
  /** Every message is in exactly one. */
  arrows: Array<TimeArrow>,
  /** From here on it is told what each decides. */
  decide: number,
};
/** A line with its two handles: x and y of where it begins, of both, and of where it ends. */
export type Bow = [number, number, number, number, number, number, number, number];
/** A word. */
export type TreeLeaf = {
  /** Where its token stands. */
  token: Rect,
  /** The line from it; null where its group is no majority. */
  bow: Bow | null,
};
/** The words of one who passed it on, side by side; or a general's own word. */
export type TreeGroup = {
  /** All of it but its line to the foot. */
  place: Rect,
  /** Its words, his who passed it on first. */
  leaves: Array<TreeLeaf>,
  /** What holds several leaves together: a line above them whose ends are bent down. */
  bracket: Rect | null,
  /** Where the token of its majority stands. */
  fold: Rect | null,
  /** The line from it to the majority of all. */
  bow: Bow,
};
/** Where all come together. */
export type TreeFoot = {
  /** What is said of the majority. */
  pill: Rect,
  /** The line from it to the result. */
  stem: Bow,
  /** Where the token of the result stands. */
  result: Rect,
  /** Beside it, its word. */
  word: Rect,
};
/** A vote tree laid out, or the part of it that is in sight. */
export type TreeFigure = {
  /** The width of the whole. */
  width: number,
  /** The height of the whole. */
  height: number,
  /** From one leaf to the next. */
  pitch: number,
  /** A general's own word, where it is wanted and near the part in sight. */
  own: TreeGroup | null,
  /** Which the first of `groups` is, counted from 0. */
  first: number,
  /** The groups in sight, and one more on the right. */
  groups: Array<TreeGroup>,
  /** Where all come together. */
  foot: TreeFoot,
};

/** A smallest attack by an exact algorithm. Where lies among traitors are free, `lies` are those that count, and the
 * link has as few of the others as can be. */
export type Attack = {
  /** How it is known. */
  kind: "exact",
  /** How many lies; null: none exists; infinite: 2^53 or more. */
  lies: number | null,
  /** What breaks. */
  condition: Condition | null,
  /** The run; null also where no link holds that many lies. */
  link: string | null,
};
/** One cell of the tolerance map. */
export type ToleranceCell = {
  /** The closed rule k <= m and n > 2k+m; null where nothing is claimed (k >= n-1). */
  promised: boolean | null,
  /** How it is known. */
  kind: "exact",
  /** How many lies; null: none exists; infinite: 2^53 or more. */
  lies: number | null,
  /** What breaks. */
  condition: Condition | null,
  /** The run; null also where no link holds that many lies. */
  link: string | null,
};
/** Messages in each of the m+1 rounds, by closed forms. */
export type Cost = {
  /** Of OM(m). */
  oral: MessageCounts,
  /** Of SM(m), if all are loyal. */
  signed: MessageCounts,
  /** Of SM(m), what loyal generals send at most, whatever traitors do (Dolev and Strong 1983). */
  loyalAtMost: number,
};
/** What a protocol stands on besides messengers who arrive. */
export type Need = "signatures" | "coins" | "time-outs";
/** What a protocol offers an army and asks of it. Its army is the one asked about, or the nearest that it has. */
export type Offer = {
  /** What it says of itself. */
  spec: Spec,
  /** Generals. */
  n: number,
  /** Traitors that it is asked to survive. */
  m: number,
  /** Which inequality its promise is; null where how many there are decides nothing. */
  measure: Measure | null,
  /** Whether that is promised to this army with m traitors. */
  promised: boolean,
  /** Why, or why not. */
  reason: Reason,
  /** The fewest generals that m traitors cannot break. */
  enough: {
    /** Generals, the commander included. */
    n: number,
    /** Rounds of relay. */
    m: number,
  } | null,
  /** Rounds; where messengers may be slow, those of a run in which none is. */
  rounds: number,
  /** Whether rounds and messages are those of one phase, and how many there are is open. */
  perPhase: boolean,
  /** Messages while all are loyal. */
  messages: MessageCounts,
  /** Bits of a word. */
  bits: number,
  /** The most signatures that one message bears. */
  seals: number,
  /** What it stands on besides messengers who arrive. */
  needs: Array<Need>,
  /** A run of it that keeps its promise, with as many generals as are enough; of a protocol that promises nothing by their
   * number just a run. */
  kept: string,
  /** A run just beyond its promise that breaks a condition. */
  beyond: string | null,
};
/** One cell of the map of what a protocol survives, by what is proved of it. */
export type PromiseCell = {
  /** How it is known. */
  kind: "theorem" | "found",
  /** Whether it survives any k traitors; null where nothing is claimed, or nothing is known here. */
  promised: boolean | null,
  /** Why, or why not. */
  reason: Reason,
  /** The run that was found, where that is how it is known. */
  link?: string,
};
/** One of the two copies of a general on the ring: the commander of copy a is told to retreat, of copy b to attack. */
export type RingCopy = {
  /** Of whom. */
  general: number,
  /** Which. */
  copy: "a" | "b",
};
/** What one copy tells another. */
export type RingMessage = {
  /** When, from 1. */
  round: number,
  /** Who. */
  from: RingCopy,
  /** Whom. */
  to: RingCopy,
  /** Who has passed the word on, the sender last. */
  path: Array<number>,
  /** What. */
  said: Word,
};
/** An army read off the ring. */
export type RingWindow = {
  /** The copies that are its loyal generals. */
  loyal: Array<RingCopy>,
  /** Who is a traitor in it. */
  traitors: Array<number>,
  /** Its commander's order. */
  order: Order,
  /** What is asked of it. */
  condition: Condition,
  /** Whether it holds. */
  holds: boolean,
  /** Run for itself, its loyal generals saw what their copies saw. */
  sameEyes: boolean,
  /** The first message in it that its traitors cannot write, for a loyal general's signature stands on it. */
  forged: {
    /** Who has passed the word on, the sender last. */
    path: Array<number>,
    /** To whom. */
    to: number,
  } | null,
  /** The run. */
  link: string | null,
};
/** That a window breaks is a theorem (Fischer, Lynch and Merritt 1986); which one was run. */
export type Ring = {
  /** How it is known. */
  kind: "theorem",
  /** From where. */
  source: "FLM86",
  /** The army cut in three. */
  blocs: Array<Array<number>>,
  /** What was said on the ring. */
  messages: Array<RingMessage>,
  /** What each copy obeys. */
  decisions: Array<{
    /** What. */
    order: Order,
    /** Of whom. */
    general: number,
    /** Which. */
    copy: "a" | "b",
  }>,
  /** The armies read off it. */
  windows: Array<RingWindow>,
};
/** What a loyal general decides. */
export type SplitDecision = {
  /** Who. */
  general: number,
  /** What; null where he never does. */
  order: Order | null,
};
/** Whether a condition holds. */
export type SplitCondition = {
  /** Which. */
  condition: Condition,
  /** Whether it holds; null where nothing is required. */
  holds: boolean | null,
};
/** One of the three worlds. */
export type SplitWorld = {
  /** The run. */
  link: string | null,
  /** Who is loyal. */
  loyal: Array<number>,
  /** Who is a traitor, or dead. */
  traitors: Array<number>,
  /** What each loyal general decides. */
  decisions: Array<SplitDecision>,
  /** What it is judged by. */
  conditions: Array<SplitCondition>,
  /** Whether one of these does not hold. */
  broken: boolean,
};
/** What a general of world 3 saw, beside what he saw in his own. */
export type SplitEyes = {
  /** Who. */
  general: number,
  /** His own world, 1 or 2. */
  world: number,
  /** Whether he saw the same in both. */
  same: boolean,
};
/** That one of three worlds breaks is a theorem (Dwork, Lynch and Stockmeyer 1988); which one was run. */
export type SplitBrain = {
  /** How it is known. */
  kind: "theorem",
  /** From where. */
  source: "DLS88",
  /** The army cut in three: dead in world 2, the traitors of world 3, dead in world 1. */
  blocs: Array<Array<number>>,
  /** The three worlds. */
  worlds: Array<SplitWorld>,
  /** Of each loyal general of world 3, whether he saw what he saw in his own world, until slow letters came. */
  sameEyes: Array<SplitEyes>,
};
/** A run in which traitors only leave messages out. */
export type ChainRun = {
  /** Its place in the chain, from 0. */
  place: number,
  /** The commander's order. */
  order: Order,
  /** Who is a traitor. */
  traitors: Array<number>,
  /** How many messages are left out. */
  leftOut: number,
  /** What each loyal lieutenant obeys. */
  obeyed: Record<string, Order>,
  /** Whether a condition breaks. */
  broken: boolean,
  /** The run. */
  link: string | null,
};
/** A run and who tells it from the one before. */
export type ChainPlace = {
  /** The loyal lieutenants who see a difference from the run before. */
  tellsApart: Array<number>,
  /** Its place in the chain, from 0. */
  place: number,
  /** The commander's order. */
  order: Order,
  /** Who is a traitor. */
  traitors: Array<number>,
  /** How many messages are left out. */
  leftOut: number,
  /** What each loyal lieutenant obeys. */
  obeyed: Record<string, Order>,
  /** Whether a condition breaks. */
  broken: boolean,
  /** The run. */
  link: string | null,
};
/** That some run breaks is a theorem (Fischer and Lynch 1982, Dolev and Strong 1983). */
export type Chain = {
  /** How it is known. */
  kind: "theorem",
  /** From where. */
  source: "DS83",
  /** How many runs the chain has. */
  length: number,
  /** Those that were run, in the order of trying; the last one breaks. */
  tried: Array<ChainRun>,
};
/** A run that breaks a choice of rules. */
export type RuleCase = {
  /** What breaks. */
  condition: Condition,
  /** The traitor. */
  traitor: number,
  /** What each loyal lieutenant obeys by his rule. */
  obeyed: Record<string, Order>,
  /** The run. */
  link: string | null,
};
/** All runs in which a choice of rules fails, of all `tried` with one traitor. */
export type Rules = {
  /** How it is known. */
  kind: "exhausted",
  /** How many runs there are. */
  tried: number,
  /** Those that fail. */
  cases: Array<RuleCase>,
};
/** How many choices of rules work. */
export type RuleTally = {
  /** How it is known. */
  kind: "exhausted",
  /** Choices. */
  choices: number,
  /** Those that never disobey. */
  obedient: number,
  /** Those that never disagree. */
  agreeing: number,
  /** Those that do neither. */
  working: number,
  /** A letter for every choice, by its tables' bits (row 0 lowest, attack 1; of a pair, the second table's are the
   * higher four): `o` never disobeys, `a` never disagrees, `w` works: neither, `.` fails in both. */
  each: string,
};
/** Two parties and whom both trust. */
export type CommonFriends = {
  /** The two, the smaller first. */
  of: [number, number],
  /** Whom both trust; one of the two may be among them. */
  common: Array<number>,
};
/** What a trust graph is worth, when the traitors of the link cheat. */
export type TrustGraph = {
  /** Every two parties, and whom both trust; everybody trusts himself. */
  pairs: Array<{
    /** The two, the smaller first. */
    of: [number, number],
    /** Whom both trust; one of the two may be among them. */
    common: Array<number>,
  }>,
  /** Whether every two have a common friend: condition B3. */
  consistent: boolean,
  /** Honest, and nobody they trust cheats. */
  wise: Array<number>,
  /** Honest, but somebody they trust cheats. */
  naive: Array<number>,
  /** Honest parties from whom only honest ones can be reached along trust: those who are promised anything. */
  guild: Array<number>,
};
/** A rule against a cheat. Each condition `holds` in all runs, or here is the link of one that breaks it with the fewest lies. */
export type TrustRow = {
  /** The rule. */
  by: Rule,
  /** Who cheats: nobody or one. */
  traitors: Array<number>,
  /** All honest parties decide alike. */
  agreement: string,
  /** Nobody is charged against her will. */
  consent: string,
  /** Nobody ships what was not paid. */
  delivery: string,
};
/** Every rule against every set of at most one cheat: every message he could send and both intentions were tried. */
export type TrustTable = {
  /** How it is known. */
  kind: "exhausted",
  /** How many runs were tried. */
  tried: number,
  /** By rule, then nobody, customer, shop, payment service. */
  rows: Array<TrustRow>,
};
/** On whom a party rests under a rule. */
export type TrustRest = {
  /** The rule. */
  by: Rule,
  /** The party. */
  party: number,
  /** Those who, cheating alone, can bring it to harm: found by trying everything. */
  on: Array<number>,
  /** Whether it trusts them all. */
  trusted: boolean,
};
/** A run of the chain. */
export type TwoRun = {
  /** The run. */
  link: string,
  /** Who is caught; 0: nobody. */
  lost: number,
  /** How many messengers came through. */
  arrived: number,
  /** What each does. */
  decisions: Record<string, Order>,
  /** Whether both do the same. */
  agreement: boolean,
  /** Who cannot tell it from the next run of the chain; null in the last. */
  alike: number | null,
};
/** What no rule can mend. */
export type TwoGenerals = {
  /** How many messengers ride if none is caught. */
  messengers: number,
  /** From "all arrived" to "none arrived". */
  chain: Array<TwoRun>,
  /** All pairs of rules, tried. */
  rules: {
    /** How it is known. */
    kind: "exhausted",
    /** Pairs that were tried: all there are. */
    pairs: number,
    /** Those by which the two never disagree. */
    agreeing: number,
    /** Those by which both attack when all messengers arrive, and nobody does when none arrives. */
    useful: number,
    /** Those that are both. */
    working: number,
  },
};
/** How far a search is. `exhausted` and `done` without `breaks`: all `total` were tried, none breaks. */
export type SearchProgress = {
  /** What is searched. */
  kind: "exhausted" | "states" | "part" | "sampled",
  /** How many were tried. */
  tried: number,
  /** Of how many; null where that is not known yet, or never. */
  total: number | null,
  /** Whether it is over. */
  done: boolean,
  /** Whether something that breaks was found; before `done`: words are still being taken back. */
  breaks: boolean,
  /** What breaks; null also where no link holds it. */
  found: string | null,
};
/** What traitors of one kind can do. `exact` and `exhausted` without `breaks`: nothing breaks. */
export type Rung = {
  /** How it is known. */
  kind: "exact" | "exhausted" | "part" | "sampled",
  /** How many runs were tried; 0 where an algorithm answers, or where nobody stronger breaks anything. */
  tried: number,
  /** Whether one that breaks a condition is known. */
  breaks: boolean,
  /** That run; null where none breaks, or where no link holds it. */
  link: string | null,
};
/** What traitors of four kinds can do, each of whom may do all that a weaker one may; null where it cannot be asked. */
export type Ladder = {
  /** Each traitor on his own is silent from some step on, and honest before. */
  crash: Rung | null,
  /** Traitors only leave messages out. */
  omission: Rung | null,
  /** Every word is one that an honest copy of the traitor would have said there, who started with any order or opinion and to whom any of
   * the messages sent to him did not come. */
  twins: Rung | null,
  /** Traitors do anything. */
  arbitrary: Rung | null,
};
/** In how many runs the last loyal general decided in each phase. */
export type PhaseCounts = {
  /** By phase, the first one first; as many as there can be. */
  counts: Array<number>,
  /** In how many some loyal general never decided. */
  undecided: number,
};
/** Runs over seeds, with everybody's own coin and with one for all. */
export type Phases = {
  /** How it is known. */
  kind: "sampled",
  /** How many seeds: the link's own, and those that follow. */
  seeds: number,
  /** With a coin for each general. */
  local: PhaseCounts,
  /** With one coin for all. */
  common: PhaseCounts,
};
/** What a program is for. */
export type ProgramTask = "broadcast" | "consensus";
/** What is wrong with a program. */
export type ProgramCode = "unexpected" | "unknown-name" | "wrong-type" | "rounds-differ" | "not-known-before" | "never-decides" | "after-decide" | "too-many-rounds" | "too-long" | "line-too-long" | "too-much-work" | "divides-by-zero" | "not-signed" | "no-gather";
/** Something that is wrong with a program. */
export type ProgramFault = {
  /** What is wrong. */
  code: ProgramCode,
  /** In which line, from 1. */
  line: number,
  /** In which column, from 1, in characters (code points). */
  column: number,
  /** How many characters of the line it concerns at least; 0 where something is missing. */
  length: number,
  /** What stands there, as it is written or by its kind; empty where nothing does. */
  found: string,
  /** What could stand there: text of the language, a kind of thing, or of an unknown name those that are known there. */
  expected: Array<string>,
  /** How much there may be where it is too much: bytes of a text, tokens of a line, rounds, evaluations of a general. */
  limit: number | null,
};
/** A program as it was read. */
export type ProgramCheck = {
  /** Whether it can be run. */
  ok: boolean,
  /** Everything that is wrong with it, in the order of places. */
  errors: Array<ProgramFault>,
  /** What it is for; null where its text is not right. */
  task: ProgramTask | null,
  /** How many rounds it has among so many generals; null where it cannot be run. */
  rounds: number | null,
};
/** A value of the language: a word, a whole number or a truth. */
export type ProgramValue = Word | number | boolean;
/** Where all stand in the text of a program: all reach each round together. */
export type Standings = {
  /** The round in hand, from 1; one more than there are rounds when all decide. */
  round: number,
  /** The line of each round in `scenario().prog`, from 1; last that of `decide`. */
  lines: Array<number>,
  /** What the text names, in the order in which it comes to be known. */
  names: Array<string>,
  /** Each general, general 1 first. */
  generals: Array<{
    /** Who. */
    general: number,
    /** What the first of the names are for him; of the others nothing is known yet. */
    values: Array<ProgramValue>,
    /** What each said to him in the round before, general 1 first, as `said` and `count` see it; null where there is none in which
     * words are said. */
    heard: Array<Word> | null,
    /** What he decides; null before the end, of traitors, and of a commander. */
    decides: Order | null,
  }>,
};

/** What a fork changes: any of the names of Scenario, each instead of what there was. */
export type Changes = {
  /** Another protocol, by its name. */
  protocol?: string,
  /** Generals, the commander included. */
  n?: number,
  /** Rounds of relay. */
  m?: number,
  /** The commander's order; null changes nothing. */
  order?: Order | null,
  /** Everybody's opinion, a letter each, general 1 first. */
  i?: string,
  /** Who is a traitor. */
  traitors?: Array<number>,
  /** What traitors say where no lie is named, by its name. */
  strategy?: string,
  /** Digits or a bigint where a number does not hold it. */
  seed?: number | string | bigint,
  /** Loyal generals whose keys are stolen. */
  stolen?: Array<number>,
  /** All lies that are named. */
  lies?: Array<Lie>,
  /** By which rule letters are delivered, where messengers may be slow. */
  q?: string,
  /** What is held back, where messengers may be slow: all of it. */
  d?: Array<Delay>,
  /** Who trusts whom, the first the second, where an order is settled. */
  w?: Array<[number, number]>,
  /** By which rule an order is settled, by its name; of two generals how many messengers must have come to each;
   * elsewhere which variant runs. Null for the default. */
  by?: string | [number, number] | null,
  /** Which messenger of two generals is caught; 0: none. */
  lost?: number,
  /** The text of the program that all run. */
  prog?: string,
};
/** Which messages are wanted. Null wants all. */
export type RowsWanted = {
  /** Those of a round. */
  round?: number | null,
  /** From a general. */
  from?: number | null,
  /** To a general. */
  to?: number | null,
  /** Those that a general sends or receives. */
  seenBy?: number | null,
  /** Lies alone. */
  lies?: boolean | null,
  /** None after a step. */
  until?: number | null,
};
/** `path` is what is passed on: the path before the speaker. */
export type RowColumn = "step" | "round" | "from" | "to" | "path" | "said" | "honest" | "lie" | "seenBy";
/** A run as a text: figures, a sequence diagram, the run itself, its trace in the Informal Trace Format, its messages as a table. */
export type FileKind = "svg" | "tikz" | "mermaid" | "json" | "itf" | "tsv";
/** A figure of a run as a file. */
export type FileFigure = "time" | "tree" | "ring" | "chain";
/** A column, its smallest first, or its largest. */
export type RowSort = RowColumn | `-${RowColumn}`;
/** What the space-time figure is laid out for; whole pixels. */
export type TimeWanted = {
  /** The room there is. */
  width: number,
  /** The same downwards. */
  height: number,
  /** Before the lines, for shields. */
  margin: number,
  /** Above the bands, for the rounds' names. */
  head: number,
  /** How wide the name of each round is. */
  names: Array<number>,
  /** For what is said at the end. */
  decision: number,
  /** Width and height of one word's label. */
  token: [number, number],
  /** Width of a digit of a bundle's count. */
  digit: number,
  /** Draw only what this general sends and receives, and no lies. */
  eyes: number | null,
  /** The bundle that holds this step is divided until the message stands alone. */
  open: number | null,
  /** Draw nothing after this step. */
  until: number | null,
};
/** What the figure of a vote tree is laid out for; whole pixels. */
export type TreeWanted = {
  /** How many passed the word on. */
  groups: number,
  /** How many words stand in the group of each. */
  leaves: number,
  /** The room there is. */
  width: number,
  /** Only what a window of that width shows that begins here; null: all. */
  from: number | null,
  /** How wide the column of a general's own word is, the first one; 0: there is none. */
  own: number,
  /** How wide at least a group is, for what stands above it. */
  group: number,
  /** Between groups. */
  gap: number,
  /** How wide a leaf is at least, and where there is room for it. */
  leaf: [number, number],
  /** How high it is what stands above a group. */
  head: number,
  /** The same above each leaf. */
  label: number,
  /** The side of a token. */
  token: number,
  /** How high it is what may stand below a token. */
  mark: number,
  /** The side of the token of a group's majority; 0: groups are no majorities. */
  fold: number,
  /** How high bows are to the majorities of groups, to that of all, and from there to the result. */
  drops: [number, number, number],
  /** Width and height of what is said of the majority of all. */
  pill: [number, number],
  /** The side of the token of the result. */
  result: number,
  /** How wide its word is; 0: there is none. */
  word: number,
};
/** A letter that somebody has changed. */
export type LetterDraft = {
  /** The order. */
  order: Order,
  /** The signatures, the first one first. */
  seals: Array<{
    /** Who is said to have signed. */
    signer: number,
    /** 128 hexadecimal digits. */
    signature: string,
  }>,
};
/** What a judgement may be asked besides. */
export type JudgeOptions = {
  /** Leave nothing out, so that lies are counted. */
  everyMessage?: boolean,
};
/** What an attack may be asked besides. */
export type AttackOptions = {
  /** By any so many traitors instead of those of the link. */
  k?: number,
  /** By whichever order is easier to break. */
  eitherOrder?: boolean,
  /** This one alone. */
  condition?: Condition,
  /** Lies among traitors are not counted. */
  freeAmongTraitors?: boolean,
};
/** What a file may be asked besides. Null asks for nothing. */
export type FileOptions = {
  /** Of `svg` and `tikz`, which figure, space and time where nothing is said. */
  figure?: FileFigure | null,
  /** Whose vote tree, the first loyal decider's where nobody is named. */
  general?: number | null,
  /** Only what this general can know, which does not include the link. JSON and traces tell everything, and refuse. */
  eyes?: number | null,
  /** Whether the link stands in it, which it does where nothing is said. */
  caption?: boolean | null,
  /** By which number general 1 is called in figures, 1, or 0 as in some papers. */
  number?: number | null,
};

/** What is wrong with a link. */
export type Code = "malformed" | "missing-key" | "repeated-key" | "bad-version" | "bad-value" | "out-of-range" | "not-a-traitor" | "no-such-path" | "repeated-lie" | "too-long" | "too-large" | "bad-program";
/** The form of a text in a link. */
export type Form = "number" | "lie" | "lie-or-neither" | "id" | "loyal" | "opinions" | "absent" | "rule" | "pairs" | "needs" | "delays" | "program" | "goal";
/** What could have stood in a link. */
export type Allowed = {
  /** The smallest. */
  min: string,
  /** The largest. */
  max: string,
} | {
  /** All that are allowed. */
  oneOf: Array<string>,
} | {
  /** The form. */
  form: Form,
};
/** Why a link or a change is refused. */
export type LinkFault = {
  /** What is wrong. */
  code: Code,
  /** The key it concerns; null only for `malformed` and `too-long`. */
  key: string | null,
  /** What was read there; of what is no link at all its beginning, and an ellipsis where it goes on. */
  read: string | null,
  /** What could have stood there. */
  allowed: Allowed | null,
  /** Where a program is to blame: what is wrong there, by the code of a mistake. */
  mistake?: string,
  /** The line of the program, from 1. */
  line?: number,
  /** The column there, in characters from 1. */
  column?: number,
  /** What could stand there: text of the language, or a kind of thing. */
  expected?: Array<string>,
};
/** What may have happened to a link: characters that are no part of it came in on its way, its end is missing, a later
 * version made it, its protocol is not known here; of another damage the code of the refusal says more. */
export type Damage = "strewn" | "broken" | "cut" | "newer" | "protocol" | "other";
/** What may have happened to a link that is refused, and ways on. */
export type Diagnosis = {
  /** Whether the key is one of ours. */
  known: boolean,
  /** What may have happened. */
  damage: Damage,
  /** What shows it: the characters that came in, what stands from the first that no link holds, the pair that breaks off, the version, the protocol.
   * An ellipsis stands for what it has more than can be shown. */
  token: string,
  /** The link to offer first; null where only another scenario is a way on. */
  first: string | null,
  /** The nearest link that can be opened. */
  nearest: string,
  /** How that one asks the page to look. */
  presentation: Presentation,
};
/** Why a question cannot be answered. */
export type LabCode = "too-large" | "too-many-messages" | "too-many-generals" | "too-few" | "oral-only" | "too-many-sets" | "within-bound" | "not-for-this" | "nothing-claimed";
/** Why a question of the laboratory cannot be answered here. */
export type LabFault = {
  /** Why. */
  code: LabCode,
  /** What there is too much of: of strategies, 2 to the power of so many; of a ring, its messages; of a chain, its runs,
   * infinite where no machine word holds them, and rounded above 2^53; of sets of messages, how many. Too few generals: how
   * many are needed. Within the bound: how many generals at most are beyond it. */
  size: number | null,
  /** The link of the nearest army of which it can be asked. */
  nearest: string | null,
};
/** What a pasted text was taken for. */
export type Source = "link" | "list" | "booleans" | "json" | "itf";
/** What was made of a pasted text. */
export type Pasted = {
  /** The canonical address. */
  link: string,
  /** What the text was taken for. */
  kind: Source,
  /** What it is too, if true meant a traitor and the text does not say what it means; else null. */
  other: string | null,
};
/** Why there is no file, or why one is not read. */
export type FileCode = "unknown-kind" | "no-such-figure" | "too-large" | "too-long" | "not-for-this" | "too-few" | "no-vote" | "no-eyes" | "not-json" | "unknown-format" | "unknown-version" | "differs";
/** Why there is no file, or why one is not read. What a code says nothing of is null. */
export type FileFault = {
  /** What is wrong. */
  code: FileCode,
  /** The first step that differs; of a trace the first state, from 0. */
  step: number | null,
  /** How much there is. */
  size: number | null,
  /** How much there may be, or must be. */
  most: number | null,
  /** What was read. */
  read: string | null,
};
/** Why a text is no program. */
export type ProgramFaults = {
  /** Everything that is wrong with it, in the order of places. */
  errors: Array<ProgramFault>,
};
/** Thrown for a link or change that is refused. */
export interface LinkError extends Error, LinkFault {
  name: "LinkError";
}
/** Thrown by whatever is asked of an object after its `free()`; freeing it again does nothing. */
export interface FreedError extends Error {
  name: "FreedError";
}
/** The engine broke off, which it should never do: thrown by that call, its cause in `cause`, and by every one after it. Load the module anew. */
export interface BrokenError extends Error {
  name: "BrokenError";
}
/** Calls a listener if the engine breaks off. */
export function whenBroken(listener: (error: BrokenError) => void): void;
/** Thrown where a run has no such file, and for a file that is not read. */
export interface FileError extends Error, FileFault {
  name: "FileError";
}
/** Thrown for a text that is no program. */
export interface ProgramError extends Error, ProgramFaults {
  name: "ProgramError";
}
/** Thrown for a question that cannot be answered here. */
export interface LabError extends Error, LabFault {
  name: "LabError";
}
