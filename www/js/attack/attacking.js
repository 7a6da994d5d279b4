// An attack as a question, whoever asks: of which army, what is known of it by now; and the last one that was asked, for who would ask the same.

import { aboutOf, questionOf } from './about.js';
import { asking } from './asking.js';
import { attack } from './attack.js';

/** @typedef {import('./about.js').OtherArmy} OtherArmy */
/** What was asked, and what is known of it by now. @typedef {{question: string, about: import('./work.js').About, stolen: readonly number[], attack: import('./work.js').Attack | null, began: number} & import('./asking.js').Course} Kept */
/** @typedef {ReturnType<typeof attacking>} Attacking */

/** @param {import('../shell/page.js').Page} page @param {() => void} redraw @param {() => OtherArmy} army of whom it is asked @param {import('./place.js').Answered} answered */
export function attacking(page, redraw, army, answered) {
  /** @type {ReturnType<typeof asking<Omit<Kept, keyof import('./asking.js').Course>>>} */
  const ask = asking(page, () => (redraw(), answered.tell()));
  /** The question as it would be asked now. */
  let [asked, question] = ['', ''];
  function now() {
    const { link } = page.store.state;
    const key = `${link} ${JSON.stringify(army())}`;
    if (asked !== key) [asked, question] = [key, questionOf(link, army())];
    return question;
  }
  /** What is known: of the same question what was asked last, wherever that was. @returns {Kept | null} */
  function known() {
    const [mine, last] = [ask.now(), answered.last()];
    if (mine?.isBusy || !last || last.isCancelled || last.hasFailed) return mine;
    return last.question === now() ? last : mine;
  }
  return {
    now: known,
    /** Whether what is known was asked elsewhere: there its answer stands. */
    isElsewhere: () => known() !== ask.now(),
    question: now,
    start() {
      const { link, stolen } = page.store.state;
      const about = aboutOf(link, army());
      ask.start({ question: now(), about, stolen, attack: null, began: performance.now() }, (lab, tell) => attack(about, lab, (one) => tell({ attack: one })));
      answered.keep(/** @type {Kept} */ (ask.now()));
    },
    cancel: ask.cancel,
  };
}
