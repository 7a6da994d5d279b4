// What was asked for and waits until more of the page has come, in the order in which it was asked for.

import { runHandlers } from './run-actions.js';

/** @typedef {import('./actions.js').Action} Action */

/** Whether it changes the run. @param {Action} action */
const isOfRun = ({ type }) => type in runHandlers;

/** What an action is about: of two the later one counts, also while the first still waits. @param {Action} action */
export function subjectOf(action) {
  if (action.type === 'open') return 'run';
  if (action.type === 'lang') return 'language';
  if (action.type === 'edit') return Object.keys(action.changes).sort().join(' ');
  return ['view', 'pair', 'pair-close', 'both'].includes(action.type) ? 'screen' : null;
}

/** @param {(isAny: boolean) => void} changed called when something begins to wait, and when nothing waits any more */
export function createWaiting(changed) {
  /** @type {Action[]} */
  let actions = [];
  /** @param {Action[]} next */
  function put(next) {
    const [was, is] = [actions.length > 0, next.length > 0];
    actions = next;
    if (is !== was) changed(is);
  }
  return {
    /** @param {Action} action */
    add: (action) => put([...actions, action]),
    /** It waits no more; tells whether it was still wanted. @param {Action} action */
    end(action) {
      const isWanted = actions.includes(action);
      put(actions.filter((other) => other !== action));
      return isWanted;
    },
    /**
     * Lets go of what this action makes pointless; tells whether that is all that it does: what waits is not done yet, so it
     * is what undo takes back.
     * @param {Action} action
     */
    giveWay(action) {
      if (action.type === 'cancel' || (action.type === 'undo' && actions.some(isOfRun))) {
        put(actions.slice(0, -1));
        return true;
      }
      const about = subjectOf(action);
      if (about === 'run') put([]);
      else if (about) put(actions.filter((other) => subjectOf(other) !== about));
      return false;
    },
  };
}
