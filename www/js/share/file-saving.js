// The one button that saves the chosen file, named after it; while the file is made, how far it is, and a way to stop.

import { drawn } from '../kit/picture.js';
import { saveBlob } from '../kit/saving.js';
import { picture } from '../paint/svg.js';

/** @typedef {import('./files-column.js').Chosen} Chosen */

const arrow = () =>
  drawn(
    picture({ class: 'icon', width: 17, height: 17, viewBox: '0 0 20 20', fill: 'none', 'aria-hidden': 'true' }, [
      { kind: 'path', d: 'M10 3v9.5M5.8 8.4 10 12.6l4.2-4.2M3.5 16.6h13', stroke: 'currentColor', width: 1.9, cap: 'round', join: 'round' },
    ]),
  );

/** What is being made. @typedef {{name: string, share: number, stop: AbortController}} Work */

/** @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {() => Work | null} work */
function progressBar({ el }, { t }, work) {
  const percent = () => Math.round((work()?.share ?? 0) * 100);
  const making = () => {
    const now = work();
    return now ? t('share.making', { name: now.name, percent: percent() }) : '';
  };
  return el(
    'div',
    {
      class: 'file-progress',
      role: 'progressbar',
      'aria-label': () => work()?.name ?? '',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': percent,
      style: () => `--share: ${percent()}%`,
    },
    el('span', {}, making),
  );
}

/**
 * @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {Chosen} chosen
 * @param {() => boolean} isRefused whether there is no such file
 */
export function fileSaving(own, page, chosen, isRefused) {
  const { el, refresh } = own;
  const { t, store } = page;
  /** @type {Work | null} */
  let work = null;
  let answer = '';
  const nameOf = () => (store.state.sharing && !isRefused() ? chosen.offer.name(page, chosen.options) : '');

  async function save() {
    if (work || isRefused()) return;
    const { offer, options } = chosen;
    const mine = (work = { name: offer.name(page, options), share: 0, stop: new AbortController() });
    answer = '';
    refresh();
    cancel.focus();
    try {
      const progress = (/** @type {number} */ share) => {
        mine.share = share;
        if (work === mine) refresh();
      };
      const blob = await offer.make(page, options, { progress, signal: mine.stop.signal });
      if (mine.stop.signal.aborted) return;
      saveBlob(blob, mine.name);
      answer = t('share.saved', { name: mine.name });
    } catch (error) {
      if (mine.stop.signal.aborted) return;
      answer = t('share.failed');
      reportError(error);
    } finally {
      if (work === mine) end();
    }
  }
  function end() {
    const hadFocus = document.activeElement === cancel;
    work = null;
    refresh();
    if (hadFocus) button.focus();
  }
  function stop() {
    work?.stop.abort();
    if (work) end();
  }

  const button = el(
    'button',
    { class: 'bar-button solid file-save', 'data-testid': 'file-save', hidden: () => work !== null, 'aria-disabled': () => (isRefused() ? 'true' : null), onclick: save },
    arrow(),
    el('span', {}, () => t(nameOf() ? 'share.save' : 'share.save.none', { name: nameOf() })),
  );
  const cancel = el('button', { class: 'bar-button line', 'data-testid': 'file-cancel', onclick: stop }, () => t('share.cancel'));
  const node = el(
    'div',
    { class: 'file-saving' },
    button,
    el(
      'div',
      { class: 'file-work', hidden: () => work === null },
      progressBar(own, page, () => work),
      cancel,
    ),
    el('p', { class: 'file-answer', role: 'status' }, () => answer),
  );
  return { node, stop };
}
