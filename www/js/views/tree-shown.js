// Which vote tree is shown: whose, of whose word, how far it is folded and where it is open. It is held as long as it is shown.

import { isCovered } from '../state/lesson.js';
import { hasOpinions } from '../state/spec.js';
import { foldsOf, openPath, sourceOf, voterOf } from './vote-tree.js';

/** @typedef {import('#generals').VoteTree} VoteTree */
/** What is shown of a tree. @typedef {{tree: VoteTree, open: number[], folds: number, rounds: number}} Shown */
/** @typedef {ReturnType<typeof shownTree>} ShownTree */

/** @param {import('../shell/page.js').Page['store']} store */
export function shownTree(store) {
  const s = () => store.state;
  /** @type {{of: import('../state/types.js').Session, general: number, source: number, tree: VoteTree | undefined} | null} */
  let kept = null;
  let folds = 0;

  const source = () => sourceOf(s(), voterOf(s()));
  const m = () => s().scenario?.m ?? 0;

  /** The tree of the general who is looked at; null where he has none. */
  function held() {
    const { session } = s();
    const general = voterOf(s());
    if (!session || general === null) return null;
    const from = source();
    if (kept?.of !== session || kept.general !== general || kept.source !== from) {
      kept?.tree?.free();
      kept = { of: session, general, source: from, tree: session.voteTree(general, hasOpinions(s()) ? from : undefined) };
    }
    return kept.tree ?? null;
  }

  return {
    source,
    m,
    folds: () => folds,
    /** @returns {Shown | null} */
    now() {
      const tree = held();
      return tree && { tree, open: openPath(tree, s().place.path, [source()]), folds, rounds: m() + 1 };
    },
    /** Folds it as far as it is known by now, and no majority while a lesson asks about them; tells whether that is another depth. */
    fold() {
      const before = folds;
      folds = isCovered(s()) ? Math.min(0, m() - 1) : foldsOf(s(), m());
      return folds !== before;
    },
    leave() {
      kept?.tree?.free();
      kept = null;
    },
  };
}
