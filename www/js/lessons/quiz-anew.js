// Beginning the quiz anew: asked twice, since what was said is lost.

/** @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {import('./quiz-open.js').OpenQuiz} at */
export function anew(own, { t }, at) {
  let isAsked = false;
  const press = () => {
    if (isAsked) return at.clear();
    isAsked = true;
    own.refresh();
  };
  return own.el(
    'p',
    { class: 'quiz-anew' },
    own.el('button', { class: 'text-button', 'data-testid': 'quiz-anew', onclick: press }, () => t(isAsked ? 'quiz.anew.sure' : 'quiz.anew')),
    own.el('span', { class: 'unseen', role: 'status' }, () => (isAsked ? t('quiz.anew.sure') : '')),
  );
}
