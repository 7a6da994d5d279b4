// The top bar: the page's name, the scenario button of middle widths, language, theme, projector, help, share.

import { binder } from '../kit/dom.js';
import { icon, logo } from '../kit/icons.js';
import { TAGS } from '../words/i18n.js';
import { viewPill } from './tabs.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Theme} Theme */

/** @type {Theme[]} */
const THEMES = ['auto', 'light', 'dark'];
/** @type {Record<Theme, 'both' | 'sun' | 'moon'>} */
const THEME_ICONS = { auto: 'both', light: 'sun', dark: 'moon' };
/** Each language by its own name. @type {Record<import('../state/types.js').Lang, string>} */
const LANGUAGES = { en: 'EN', zh: '中文' };

/** @param {Binder} binder @param {Page} page */
function languageChoice({ el }, { store, t }) {
  const codes = /** @type {import('../state/types.js').Lang[]} */ (Object.keys(LANGUAGES));
  return el(
    'span',
    { class: 'language', role: 'group', 'data-testid': 'lang', 'aria-label': () => t('language') },
    ...codes.map((code) =>
      el(
        'button',
        {
          value: code,
          lang: TAGS[code],
          'aria-pressed': () => String(store.state.lang === code),
          onclick: () => store.apply({ type: 'lang', lang: code }),
        },
        LANGUAGES[code],
      ),
    ),
  );
}

/** @param {Binder} binder @param {Page} page */
function themeChoice({ el, list }, { store, t }) {
  const theme = () => store.state.theme;
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'data-testid': 'theme',
      'aria-label': () => t('theme'),
      value: theme,
      onchange: () => store.apply({ type: 'theme', theme: /** @type {Theme} */ (select.value) }),
    },
    ...THEMES.map((name) => el('option', { value: name }, () => t(`theme.${name}`))),
  );
  const sign = list(
    el('span', { 'aria-hidden': 'true' }),
    () => [theme()],
    (name) => name,
    (name) => icon(THEME_ICONS[name], 19),
  );
  return el('span', { class: 'sign-choice', title: () => t('theme') }, sign, select);
}

/** A button that is a sign, with what it does as its name. @param {Binder} binder @param {Page} page */
function signButtons({ el }, { store, t }) {
  const isBroken = () => store.state.fault !== null;
  /** @param {Parameters<typeof icon>[0]} sign @param {string} key @param {string} looks @param {import('../state/types.js').Attrs} attrs */
  const button = (sign, key, looks, attrs) =>
    el(
      'button',
      { class: `bar-button square ${looks}`, 'aria-label': () => t(key), title: () => t(key), hidden: isBroken, ...attrs },
      icon(sign, 19),
    );
  return [
    button('hall', 'projector', 'hall-button', {
      'data-testid': 'projector',
      'aria-pressed': () => String(store.state.projector),
      onclick: () => store.apply({ type: 'projector' }),
    }),
    button('help', 'help.title', 'help-button', {
      'data-testid': 'help',
      'aria-haspopup': 'dialog',
      onclick: () => store.apply({ type: 'leaf', leaf: 'help' }),
    }),
  ];
}

/** @param {HTMLElement} root @param {Page} page */
export function topbar(root, page) {
  const { store, t, id } = page;
  const own = binder();
  const { el, refresh } = own;
  const isBroken = () => store.state.fault !== null;
  const scenarioButton = el(
    'button',
    {
      class: 'bar-button scenario-button',
      'aria-expanded': () => String(store.state.rail),
      'aria-controls': id('rail'),
      hidden: isBroken,
      onclick: () => store.apply({ type: 'rail', open: !store.state.rail }),
    },
    icon('scenario', 18),
    el('span', {}, () => t('scenario')),
  );
  const shareButton = el(
    'button',
    {
      class: 'bar-button solid',
      'data-testid': 'share',
      'aria-haspopup': 'dialog',
      'aria-label': () => t('share'),
      hidden: isBroken,
      onclick: () => store.apply({ type: 'share', open: true }),
    },
    icon('share', 17),
    el('span', {}, () => t('share')),
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
    scenarioButton,
    languageChoice(own, page),
    themeChoice(own, page),
    ...signButtons(own, page),
    shareButton,
  );
  return refresh;
}
