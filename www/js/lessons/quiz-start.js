// Before the quiz begins: who takes it, when, and in which form.

import { icon } from '../kit/icons.js';
import { formOf, NICKNAME_MOST, nicknameOf, otherForm } from './quiz-forms.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./quiz-kept.js').When} When */
/** @typedef {import('./quiz-forms.js').Form} Form */

/** @param {Binder} own @param {Page} page @param {import('./quiz-open.js').OpenQuiz} at */
export function start(own, page, at) {
  const { el } = own;
  const { t } = page;
  /** @type {When} */
  let when = 'before';
  /** By the teacher. @type {Form | ''} */
  let set = '';
  const name = nicknameField(own, page, begin);
  /** Who takes it after the lessons takes the form that he did not begin with. */
  const form = () => set || (when === 'before' ? formOf(name.value()) : otherForm(formOf(name.value())));
  function begin() {
    if (name.value() === '') name.miss();
    else at.begin(name.value(), when, form());
  }
  return el(
    'div',
    { class: 'quiz-start' },
    el('h2', { tabindex: -1 }, () => t('quiz.title')),
    el('p', { class: 'quiz-told' }, () => t('quiz.told')),
    el('p', { class: 'quiz-told' }, () => t('quiz.private')),
    name.node,
    moments(own, page, () => when, (value) => (when = value)),
    teachersForm(own, page, (value) => (set = value)),
    el(
      'div',
      { class: 'quiz-foot' },
      el('span', { class: 'fine', 'data-testid': 'quiz-form-own' }, () => (name.value() === '' ? '' : t('quiz.form.yours', { nickname: name.value(), form: form() }))),
      el('button', { class: 'bar-button solid', 'data-testid': 'quiz-begin', onclick: begin }, el('span', {}, () => t('quiz.begin')), icon('step', 15)),
    ),
  );
}

/** @param {Binder} own @param {Page} page @param {() => void} begin */
function nicknameField({ el, refresh }, { t, id }, begin) {
  let isMissing = false;
  const field = el('input', {
    type: 'text',
    id: id('quiz-nickname'),
    'data-testid': 'quiz-nickname',
    maxlength: NICKNAME_MOST,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id('quiz-nickname-hint')} ${id('quiz-nickname-missing')}`,
    'aria-invalid': () => (isMissing ? 'true' : null),
    oninput: () => {
      isMissing = false;
      refresh();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.isComposing && begin(),
  });
  return {
    value: () => nicknameOf(field.value),
    /** Says that there is none. */
    miss() {
      isMissing = true;
      refresh();
      field.focus();
    },
    node: el(
      'div',
      { class: 'quiz-field' },
      el('label', { for: field.id }, () => t('quiz.nickname')),
      field,
      el('p', { class: 'fine', id: id('quiz-nickname-hint') }, () => t('quiz.nickname.hint')),
      el('p', { class: 'quiz-missing', id: id('quiz-nickname-missing'), role: 'status' }, () => (isMissing ? t('quiz.nickname.missing') : '')),
    ),
  };
}

/** @param {Binder} own @param {Page} page @param {() => When} when @param {(when: When) => void} choose */
function moments({ el, refresh }, { t, id }, when, choose) {
  const change = (/** @type {When} */ value) => {
    choose(value);
    refresh();
  };
  /** @param {When} value */
  const moment = (value) =>
    el(
      'label',
      { class: () => `choice${when() === value ? ' on' : ''}`, 'data-testid': `quiz-when-${value}` },
      el('input', { type: 'radio', name: id('quiz-when'), checked: () => when() === value, onchange: () => change(value) }),
      el('span', {}, () => t(`quiz.when.${value}`)),
    );
  return el('fieldset', { class: 'quiz-field' }, el('legend', {}, () => t('quiz.when')), el('div', { class: 'choices' }, moment('before'), moment('after')));
}

/** @param {Binder} own @param {Page} page @param {(form: Form | '') => void} set */
function teachersForm({ el, refresh }, { t, id }, set) {
  const forms = el(
    'select',
    {
      id: id('quiz-form'),
      'data-testid': 'quiz-form',
      onchange: () => {
        set(/** @type {Form | ''} */ (forms.value));
        refresh();
      },
    },
    el('option', { value: '' }, () => t('quiz.form.own')),
    ...['A', 'B'].map((name) => el('option', { value: name }, () => t('quiz.form', { form: name }))),
  );
  return el(
    'details',
    {},
    el('summary', {}, () => t('quiz.teachers')),
    el('div', { class: 'quiz-field field' }, el('label', { for: forms.id }, () => t('quiz.form.set')), el('span', { class: 'choose' }, forms)),
  );
}
