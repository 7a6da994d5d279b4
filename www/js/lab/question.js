// A question of the laboratory: asked once, however often the page is drawn; a refusal offers the nearest army of which it can be asked.

import { address, edit, read } from '../state/engine.js';
import { binder } from '../kit/dom.js';

/** @typedef {import('#generals').LabError} Refusal */

/**
 * @template A what is answered
 * @param {import('./lab.js').Bench} bench @param {boolean} [ofAny] asked whoever is a traitor: who is stays one in a smaller army
 */
export function question({ page: { store, t }, ask: laboratory, show, redraw }, ofAny) {
  const { el, refresh } = binder();
  let last = '';
  /** @type {A | null} */
  let answer = null;
  /** @type {Refusal | null} */
  let refused = null;

  function forget() {
    answer = null;
    refused = null;
  }

  /** @param {Refusal} error */
  function refuse(error) {
    refused = error;
    redraw();
  }

  return {
    answer: () => answer,
    refused: () => refused,
    refuse,
    forget,
    /** The same words are not asked again; what comes after other words is dropped. @param {string} words @param {() => Promise<A>} ask @returns {Promise<A | null>} */
    async put(words, ask) {
      if (words === last) return null;
      // What is no longer asked need not be answered first.
      if (last && answer === null && refused === null) laboratory.close();
      last = words;
      forget();
      show(null);
      try {
        const given = await ask();
        if (words !== last) return null;
        answer = given;
        return given;
      } catch (error) {
        if (/** @type {Error} */ (error).name !== 'LabError') throw error;
        if (words === last) refuse(/** @type {Refusal} */ (error));
        return null;
      }
    },
    /** Whatever comes now comes too late; what is answered stays. */
    stop() {
      if (answer === null) last = '';
    },
    refresh,
    nearest: el(
      'button',
      {
        class: 'bar-button line',
        'data-testid': 'lab-nearest',
        hidden: () => !refused?.nearest,
        onclick() {
          const army = refused?.nearest ?? '';
          const { n } = read(army).scenario;
          const traitors = store.state.scenario?.traitors.filter((id) => id <= n);
          store.apply({ type: 'open', link: address(ofAny ? edit(army, { traitors }) : army, { view: store.state.tool }) });
        },
      },
      () => {
        if (!refused?.nearest) return '';
        const { n, m } = read(refused.nearest).scenario;
        return t('lab.nearest', { n, m });
      },
    ),
  };
}
