// What a lesson is made of, as its files say it (www/lang/lessons/LANG/ID.json; an exhibit is one beat, in the folder exhibits).

/** What a question is answered with. */
export type Answer = string | number | boolean | null;

/** A question of the closed list (questions.js), asked of a link; where none is given, of the beat's own. */
export interface Asked {
  ask: string;
  link?: string;
}

/** One of the things the reader can say. Right is the one whose `is` the question answers; without a question none is. */
export interface Choice {
  is?: Answer;
  text: string;
}

/** What the reader says before it is shown. */
export interface Prediction extends Partial<Asked> {
  question: string;
  choices: Choice[];
  /** what is answered to a wrong choice, before the reveal; left out where nothing is right */
  wrong?: string;
  /** the reader tries first: nothing is covered */
  isOpen?: true;
}

/** An answer shown beside a label. */
export interface Shown extends Asked {
  label: string;
}

/** What is to be reached, checked by computation: the question's answer is `is`, or where that is left out, is not `isNot`. */
export interface Goal {
  ask?: string;
  /** instead of a question: the letter under the glass, changed by the reader, is refused for this reason */
  letter?: string;
  is?: Answer;
  isNot?: Answer;
  /** questions whose answers must stay as they were at the start */
  keep?: string[];
  /** questions with the answers they must have besides */
  also?: Record<string, Answer>;
}

/** What the reader does himself. */
export interface Turn {
  told: string;
  /** where it starts; left out: on the beat's own stage */
  link?: string;
  goal?: Goal;
  /** false: nothing of the scenario is to be changed */
  hasTools?: false;
  hint?: string;
  /** told when the goal is reached, with what goes with it */
  reached?: string;
  source?: string;
  see?: Further[];
  /** a link at which the goal is reached, shown on request after the hint */
  solved?: string;
  /** where the goal cannot be reached: what the machine found, shown on request or after three tries */
  machine?: Shown[];
}

/** A further run worth seeing, opened on the same stage. */
export interface Further {
  text: string;
  link: string;
}

export interface Beat {
  title: string;
  /** at most 45 words, to "you" */
  told: string;
  /** the stage */
  link: string;
  /** the run begins by itself */
  plays?: true;
  predict?: Prediction;
  /** opened once the reader has chosen; left out: the run rides to its end */
  after?: string;
  reveal?: string;
  /** answers that stand under the reveal */
  shown?: Shown[];
  /** where it is from, or which kind of knowledge it is */
  source?: string;
  see?: Further[];
  turn?: Turn;
  /** numbers in the texts, by name: `{lies}` is the answer of `values.lies` */
  values?: Record<string, Asked>;
}

export interface Lesson {
  title: string;
  /** in the list: one question, not a summary */
  question: string;
  minutes: number;
  beats: Beat[];
}

/** What there is, in order. */
export interface Index {
  lessons: { id: string; title: string; question: string; minutes: number; beats: number }[];
  exhibits: { id: string; saying: string }[];
}
