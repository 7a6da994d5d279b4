// Everything that can be done to the state, each with what it needs: the page's one door takes nothing else.

import type { Changes, Lie } from './engine.js';
import type { Lang, Leaf, Mode, Order, Sheet, State, Theme } from './types.js';
import type { Screen } from '#generals';

/** What a message is changed to: T the truth, an order, or that nobody is sent. */
export type Said = 'T' | 'A' | 'R' | 'O' | 'N';
/** How far a lie reaches: this message, all of its round by the same general, all of his. */
export type Reach = import('./lies.js').Reach;

type Bare<T extends string> = { type: T };

/** The run: which one, and its lies. */
export type RunAction =
  /**
   * `entry`: as a new entry of the history, so that Back leads to what is open now; `back`: the reader comes back to what he left,
   * in his own language and colours, and undo and redo know there what they knew; `alike`: shown as what is open, where the link
   * does not say otherwise: in a frame a frame
   */
  | { type: 'open'; link: string; entry?: boolean; alike?: boolean; back?: Pick<State, 'past' | 'future'> }
  /** `control`: dragged back and forth it edits the run that it started from; `entry`: Back leads to what was open before */
  | { type: 'edit'; changes: Changes; control?: string; entry?: boolean }
  | { type: 'turn'; general: number }
  | { type: 'lie'; step: number; choice: Said; reach?: Reach }
  | { type: 'remove-lie'; lie: Lie }
  | { type: 'history'; by: number }
  /** another engine has taken the place of one that broke off, or none could */
  | { type: 'replaced'; isLost: boolean }
  | Bare<'undo' | 'redo' | 'reset-lies'>;

/** Time. */
export type TimeAction =
  | { type: 'seek'; step: number }
  | { type: 'advance'; ms: number }
  /** `place`: steps, and parts of a ride between them */
  | { type: 'scrub'; place: number }
  | { type: 'mode'; mode: Mode }
  | { type: 'speed'; speed: number }
  | { type: 'still'; still: boolean }
  | Bare<'step' | 'back' | 'start' | 'end' | 'next-round' | 'previous-round' | 'play' | 'pause' | 'skip'>;

/** What is looked at. */
export type LookAction =
  | { type: 'message' | 'pick' | 'light'; step: number | null }
  | { type: 'point'; generals: number[] }
  | { type: 'aside'; aside: State['aside'] }
  | { type: 'choose'; general: number }
  | { type: 'pov'; general: number | null }
  | { type: 'advise'; general: number; order: import('./types.js').Advice }
  | { type: 'view'; view: Screen }
  | { type: 'both'; both: string }
  | { type: 'rule'; rule: string | null }
  /** the army that the program is to hold for */
  | { type: 'goal'; goal: string | null }
  | { type: 'fold'; fold: number | null }
  | { type: 'open-path'; path: number[] | null };

/** How the page is looked at. */
export type UiAction =
  | { type: 'lang'; lang: Lang }
  | { type: 'theme'; theme: Theme }
  | { type: 'sheet'; sheet: Sheet }
  | { type: 'raise'; up: boolean }
  | { type: 'rail' | 'share' | 'listing'; open: boolean }
  | { type: 'leaf'; leaf: Leaf | null }
  | { type: 'letters'; on: boolean }
  | { type: 'projector'; on?: boolean }
  | { type: 'zoom'; by: number; at?: { x: number; y: number } }
  | { type: 'pan'; dx: number; dy: number }
  | { type: 'look-at'; at: { x: number; y: number } }
  /** `cancel`: what still waits is not wanted any more; `dismiss`: nor is what could not be done; `read`: what of the link does nothing is known */
  | Bare<'zoom-out' | 'dismiss' | 'cancel' | 'read'>;

/** Two runs side by side. */
export type PairAction =
  | { type: 'pair'; general?: number | null }
  | { type: 'pair-f'; f: number | null }
  | { type: 'pair-lift'; lifted: boolean }
  | Bare<'pair-close'>;

/** The letter under the glass. */
export type LetterAction = { type: 'letter'; step: number } | { type: 'letter-bytes'; bytes: readonly number[] } | Bare<'letter-close'>;

/** Lessons. */
export type LessonAction =
  /** a lesson from its first beat, a page about lessons, or out of them with the run as it is */
  | { type: 'lesson'; lesson: string | null }
  /** the question of the beat has been answered, or there is none; `rides`: the run goes on to its end */
  | { type: 'uncover'; rides: boolean }
  /** what the document is called besides its name */
  | { type: 'heading'; heading: string | null }
  | Bare<'cover'>;

export type Action = RunAction | TimeAction | LookAction | UiAction | PairAction | LetterAction | LessonAction;

/** What each action of a kind makes of the state. */
export type Handlers<A extends Action> = {
  [T in A['type']]: (s: State, action: Extract<A, { type: T }> & { type: T }) => Partial<State>;
};
