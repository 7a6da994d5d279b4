// The element <byzantine-generals>: a run of the single file for any page, that speaks by events and obeys by methods.

import { ATTRIBUTES, adoptProperties, defineProperties } from './properties.js';
import { createRun } from './run.js';

export const NAME = 'byzantine-generals';

/** A page overrules all of it. */
const STYLE = ':host{display:block;background:#8882}:host([hidden]){display:none}iframe{display:block;width:100%;height:100%;border:0}';

/** The single file lies beside the script; that of a notebook may have come without an address, and it beside the page. */
const NOT_THE_FOLDER = /^blob:.*|[^/?#]*([?#].*)?$/;

/** @param {string} [script] its address */
export function define(script = '') {
  const { customElements, HTMLElement } = globalThis;
  // Modules are read without a browser too, and scripts twice.
  if (!customElements || customElements.get(NAME)) return;
  const file = `${script.replace(NOT_THE_FOLDER, '')}${NAME}.html`;

  class ByzantineGenerals extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    #run;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      this.#run = createRun(this, root, /** @type {CSSStyleRule} */ (sheet.cssRules[0]).style, file);
    }

    /** Where the run stands; null until one is open. */
    get state() {
      return this.#run.state();
    }

    play() {
      this.#run.ask('play');
    }

    pause() {
      this.#run.ask('pause');
    }

    /** @param {number} step */
    seek(step) {
      this.#run.ask('seek', { step });
    }

    connectedCallback() {
      adoptProperties(this);
      this.#run.join();
    }

    disconnectedCallback() {
      this.#run.leave();
    }

    /** @param {string} name @param {string | null} before @param {string | null} now */
    attributeChangedCallback(name, before, now) {
      if (before !== now) this.#run.change(name);
    }
  }

  defineProperties(ByzantineGenerals.prototype);
  customElements.define(NAME, ByzantineGenerals);
}
