// What a fork changed, said to screen readers; the eye sees it flash.

import { binder } from '../kit/dom.js';
import { tellFork } from '../words/describe-change.js';
import { povOf } from '../state/pov.js';

/** @param {HTMLElement} root @param {import('./page.js').Page} page */
export function announcer(root, { store, say }) {
  const { el, refresh } = binder();
  let words = '';
  /** @type {import('../state/types.js').State | null} */
  let before = null;
  root.append(el('p', { class: 'unseen', role: 'status', 'data-testid': 'news' }, () => words));
  return () => {
    const now = store.state;
    const forked = povOf(now) === null && before && before.link !== now.link && now.past.length + now.future.length > 0;
    if (forked && before?.scenario && now.scenario) {
      const parts = [tellFork(say(), before.scenario, now.scenario)];
      if (now.flash) parts.push(say().t('news.changed', { count: now.flash.steps.size }));
      words = parts.join(say().t('fork.join'));
    } else if (before && before.link !== now.link) words = '';
    before = now;
    refresh();
  };
}
