// The quiz: its beginning, one question after the other, and at the end what came out; keys 1 to 4 choose, Enter goes on.

import { failureNotice } from '../kit/late-part.js';
import { binder } from '../kit/dom.js';
import { lessonsPage } from '../state/lesson.js';
import { openQuiz } from './quiz-open.js';
import { question } from './quiz-question.js';
import { result } from './quiz-result.js';
import { start } from './quiz-start.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** What Enter does something else on than to go on. */
const OWN_ENTER = 'a, button, summary, dialog, select, textarea, input:not([type="radio"])';
/** What characters are typed into, or what lies over the page. */
const OWN_LETTERS = 'dialog, select, textarea, input:not([type="radio"])';

/** @param {HTMLElement} root @param {Page} page */
export function quiz(root, page) {
  const { store } = page;
  const drawing = binder();
  const at = openQuiz(page, refresh);
  root.dataset.testid = 'quiz';
  const screen = () => {
    const take = at.running();
    if (!at.isHere()) return [];
    if (!take) return [at.results().length > 0 ? `result ${at.results().length}` : 'start'];
    return [`question ${take.when} ${at.asked()?.id ?? ''}`];
  };
  const failed = failureNotice(page, at.again);
  root.append(
    failed.node,
    drawing.list(drawing.el('div', { class: 'quiz' }), screen, String, (name, own) =>
      name.startsWith('question') ? question(own, page, at) : name === 'start' ? start(own, page, at) : result(own, page, at),
    ),
  );

  let shown = '';
  function refresh() {
    at.settle();
    failed.node.hidden = !at.hasFailed();
    failed.refresh();
    drawing.refresh();
    const [now = shown] = screen();
    // Who goes on reads from the heading of what comes; who came by a link begins at the page's own beginning.
    if (shown !== '' && now !== shown) {
      root.parentElement?.scrollTo(0, 0);
      /** @type {HTMLElement | null} */ (root.querySelector('h2'))?.focus({ preventScroll: true });
    }
    shown = now;
  }

  // Before the keys of the page, which mean its generals by figures.
  page.root.addEventListener('keydown', answerKeys, { capture: true });
  /** @param {KeyboardEvent} event */
  function answerKeys(event) {
    const asked = lessonsPage(store.state) === 'quiz' ? at.asked() : null;
    if (!asked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = /** @type {Element} */ (event.target);
    if (event.key === 'Enter' && !target.closest(OWN_ENTER)) {
      event.preventDefault();
      press('next');
    }
    if (!/^[1-9]$/.test(event.key) || target.closest(OWN_LETTERS)) return;
    // Who has switched the keys of the page off has them among the choices alone.
    if (!store.state.letters && !root.contains(target)) return;
    event.preventDefault();
    press(`choice-${event.key}`);
  }
  /** @param {string} name */
  const press = (name) => {
    const control = /** @type {HTMLElement | null} */ (root.querySelector(`[data-testid="quiz-${name}"]`));
    control?.click();
    control?.querySelector('input')?.focus();
  };
  return refresh;
}
