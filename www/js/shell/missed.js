// What was asked for and could not be done, since what it needs could not be fetched: it says so, and offers to try again.

import { failureNotice } from '../kit/late-part.js';

/** @param {HTMLElement} root @param {import('./page.js').Page} page */
export function missed(root, page) {
  const { store } = page;
  const leave = () => store.apply({ type: 'dismiss' });
  const again = () => {
    const { missed: action } = store.state;
    leave();
    if (action) store.apply(action);
  };
  const { node, refresh } = failureNotice(page, again, leave);
  node.dataset.testid = 'missed';
  return () => {
    const isMissed = store.state.missed !== null;
    refresh();
    if (isMissed && !node.isConnected) root.append(node);
    if (!isMissed) node.remove();
  };
}
