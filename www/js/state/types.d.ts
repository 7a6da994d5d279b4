// The shapes that pass between the page's modules. The engine's own shapes are those of its step API.

import type { Diagnosis, Figure, Lie, LinkFault, Order, Place, Scenario, Session, Spec, Verdict, Word } from './engine.js';
import type { Lang, Presentation, Reading, Screen, Theme } from '#generals';
import type { Action } from './actions.js';
import type { World as SceneWorld } from '../scene/types.js';

export type { Figure, Lang, Lie, Order, Place, Presentation, Scenario, Session, Spec, Theme, Verdict, Word };
/** What the reader would do in a general’s place: decide, or where letters are slow wait for more. */
export type Advice = Order | 'wait';
export type Mode = 'round' | 'message';
export type Sheet = 'scenario' | 'queue' | 'general' | 'verdict';
/** What may lie over the page: the legend of the signs, the list of keys. */
export type Leaf = 'legend' | 'help';

/** Why a link was refused, and ways on. */
/** `asked`: the link that is refused */
export type Fault = LinkFault & Diagnosis & { asked: string };

export interface Motion {
  what: 'message' | 'round' | 'ending';
  round: number;
  /** 0 = leaving, 1 = arrived; linear in time */
  progress: number;
  /** milliseconds rested since the arrival */
  rest: number;
  /** stopped on the road by a pause */
  held: boolean;
}

export interface State {
  link: string;
  session: Session | null;
  scenario: Scenario | null;
  perRound: (number | null)[];
  total: number | null;
  verdict: Verdict | null;
  /** what the protocol says of itself */
  spec: Spec | null;
  bound: Reading['bound'];
  /** why that is promised, or is not */
  grounds: Reading['grounds'];
  /** generals whose keys the traitors have stolen */
  stolen: number[];
  /** how often a run or a view was opened as a new entry of the history */
  entries: number;
  /** something that was asked for waits until more of the page has come */
  isWaiting: boolean;
  /** what was asked for last and could not be done, since what it needs could not be fetched */
  missed: Action | null;
  /** the engine broke off: another has taken its place, or none could; until the reader has read it */
  mishap: 'replaced' | 'lost' | null;
  /** the army that was asked for last and that the program of the run cannot serve */
  unserved: { n: number; m: number } | null;
  cursor: number;
  length: number;
  fault: Fault | null;
  /** keys of the link that are not known here, and what was left off */
  ignored: string[];
  /** those of them that are keys of links, with their values: they mean nothing in this one */
  unused: string[];
  /** what stands behind the link and was left off */
  leftOff: string | null;
  /** the reader has read what of the link does nothing */
  hasRead: boolean;
  place: Place;
  /** the view of the laboratory's tool last looked at */
  tool: Screen;
  presentation: Presentation;
  chosen: number | null;
  strategyChosen: boolean;
  /** one control dragged back and forth edits the run it started from */
  editing: { control: string; link: string; session: Session | null } | null;
  /** what the reader would decide in a general's place */
  advised: { general: number; order: Advice } | null;
  past: string[];
  future: string[];
  lang: Lang;
  langChosen: boolean;
  theme: Theme;
  playing: boolean;
  mode: Mode;
  speed: number;
  motion: Motion | null;
  still: boolean;
  sheet: Sheet;
  /** the sheet of narrow screens is up */
  raised: boolean;
  rail: boolean;
  sharing: boolean;
  /** two stages: how many traitors another world may have, whether the fog is lifted, whose eyes were used before */
  pair: { f: number | null; lifted: boolean; back: number | null; shown: number | null };
  /** of one of two runs side by side: the steps at which it differs from the other; null: not compared */
  differing: ReadonlySet<number> | null;
  /** the signed letter under the glass: its bytes as they travel, and as they were changed */
  letter: { step: number; sent: readonly number[]; bytes: readonly number[] } | null;
  leaf: Leaf | null;
  /** the messages of the round are listed */
  listing: boolean;
  /** keys that write a character do something */
  letters: boolean;
  projector: boolean;
  zoom: import('./zoom.js').Zoom;
  /** the step of the message whose note is open */
  message: number | null;
  /** the step of the message that everything else steps back for */
  lit: number | null;
  /** messages of the round shown that the last fork changed, and for how long they are still marked */
  flash: { steps: Set<number>; left: number } | null;
  /** generals that a row of the verdict points at */
  pointed: number[];
  aside: 'general' | 'lies';
  /** the beat of a lesson whose question has been answered, as `lesson.beat`: nothing of it is covered any more */
  uncovered: string | null;
  /** a run is on the stage of the lesson; else the lesson brings the one of the beat */
  isStaged: boolean;
  /** the title of the beat, for the window */
  heading: string | null;
}

/** What stands and rides on the map. */
export type World = SceneWorld;
export type Ride = SceneWorld['rides'][number];

export type Plain = string | number | boolean | null | undefined | ((event: any) => void);
export type Attrs = Record<string, Plain | (() => Plain)>;
export type Child = Node | string | null | (() => string);

/** Draws one panel. Functions given as attributes or children are live: `refresh` asks them again. */
export interface Binder {
  el<K extends keyof HTMLElementTagNameMap>(tag: K, attrs?: Attrs, ...children: Child[]): HTMLElementTagNameMap[K];
  /** A drawing, from its markup. */
  picture(read: () => string): SVGSVGElement;
  /** Keeps the children of `parent` equal to a row of things; each child has its own binder, asked again with this one. */
  list<T, E extends Element>(parent: E, things: () => T[], key: (thing: T) => string, make: (thing: T, own: Binder) => Node): E;
  refresh(): void;
}
