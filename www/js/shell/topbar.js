// The top bar: the page's name, the scenario button of middle widths, language, theme, share.

import { binder } from '../kit/dom.js';
import { TAGS } from '../words/i18n.js';
import { icon, logo } from '../kit/icons.js';
import { viewPill } from './tabs.js';

/** @typedef {import('./page.js').Page} Page */

const THEMES = ['auto', 'light', 'dark'];

/** @param {HTMLElement} root @param {Page} page */
export function topbar(root, page) {
  const { store, t } = page;
  const own = binder();
  const { el, list, refresh } = own;
  const lang = () => store.state.lang;
  const theme = () => store.state.theme;
  const working = () => store.state.fault === null;
  /** @param {import('../state/types.js').Lang} code @param {string} name */
  const choice = (code, name) =>
    el(
      'button',
      {
        value: code,
        lang: TAGS[code],
        'aria-pressed': () => String(lang() === code),
        onclick: () => store.apply({ type: 'lang', lang: code }),
      },
      name,
    );
  /** @type {HTMLSelectElement} */
  const themes = el(
    'select',
    {
      'data-testid': 'theme',
      'aria-label': () => t('theme'),
      value: theme,
      onchange: () => store.apply({ type: 'theme', theme: themes.value }),
    },
    ...THEMES.map((name) => el('option', { value: name }, () => t(`theme.${name}`))),
  );
  root.replaceChildren(
    el(
      'h1',
      { class: 'brand' },
      logo(),
      el('span', {}, () => t('title')),
    ),
    viewPill(own, page),
    el('span', { class: 'spring' }),
    el(
      'button',
      {
        class: 'bar-button scenario-button',
        'aria-expanded': () => String(store.state.rail),
        'aria-controls': 'rail',
        hidden: () => !working(),
        onclick: () => store.apply({ type: 'rail', open: !store.state.rail }),
      },
      icon('scenario', 18),
      el('span', {}, () => t('scenario')),
    ),
    el(
      'span',
      { class: 'language', role: 'group', 'data-testid': 'lang', 'aria-label': () => t('language') },
      choice('en', 'EN'),
      choice('zh', '中文'),
    ),
    el(
      'span',
      { class: 'sign-choice', title: () => t('theme') },
      list(
        el('span', { 'aria-hidden': 'true' }),
        () => [theme()],
        (name) => name,
        (name) => icon(name === 'auto' ? 'both' : name === 'light' ? 'sun' : 'moon', 19),
      ),
      themes,
    ),
    el(
      'button',
      {
        class: 'bar-button square hall-button',
        'data-testid': 'projector',
        'aria-pressed': () => String(store.state.projector),
        'aria-label': () => t('projector'),
        title: () => t('projector'),
        hidden: () => !working(),
        onclick: () => store.apply({ type: 'projector' }),
      },
      icon('hall', 19),
    ),
    el(
      'button',
      {
        class: 'bar-button square help-button',
        'data-testid': 'help',
        'aria-haspopup': 'dialog',
        'aria-label': () => t('help.title'),
        title: () => t('help.title'),
        hidden: () => !working(),
        onclick: () => store.apply({ type: 'leaf', leaf: 'help' }),
      },
      icon('help', 19),
    ),
    el(
      'button',
      {
        class: 'bar-button solid',
        'data-testid': 'share',
        'aria-haspopup': 'dialog',
        'aria-label': () => t('share'),
        hidden: () => !working(),
        onclick: () => store.apply({ type: 'share', open: true }),
      },
      icon('share', 17),
      el('span', {}, () => t('share')),
    ),
  );
  return refresh;
}
