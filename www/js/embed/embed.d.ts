// The element <byzantine-generals> for pages with types, and the module's default export for anywidget and MyST.

/** Where a run stands. `verdict` is that of `Session.verdict()`; null until it is decided, or where the reader cannot know it. */
export type RunState = { link: string; step: number; length: number; verdict: object | null };

/** `<byzantine-generals scenario="v=1&p=om&n=4&t=3">`: each attribute is a property too. */
export interface ByzantineGenerals extends HTMLElement {
  /** A scenario link without `#`; a change opens it without loading anything again. */
  scenario: string | null;
  /** A lesson by its name. */
  lesson: string | null;
  controls: 'full' | 'play' | 'none' | null;
  /** `auto`, the default, is as the page. */
  theme: 'auto' | 'light' | 'dark' | null;
  /** CSS pixels, or any CSS length; else it is as high as its content asks for. */
  height: string | number | null;
  /** Plays when it is seen and nothing else of the page plays. */
  autoplay: boolean;
  loop: boolean;
  /** The step to stop at. */
  until: string | number | null;
  /** 0.5 to 4. */
  speed: string | number | null;
  /** `host` leaves keys to the page; in a reveal.js deck that is the default. */
  keys: 'own' | 'host' | null;
  /** Address of the single file; else it is beside the script. */
  src: string | null;
  /** Null until a run is open. */
  readonly state: RunState | null;
  play(): void;
  pause(): void;
  /** Past an end means the end; what is no integer is ignored. */
  seek(step: number): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'byzantine-generals': ByzantineGenerals;
  }
  interface HTMLElementEventMap {
    'byz:ready': CustomEvent<RunState>;
    'byz:step': CustomEvent<RunState>;
    'byz:verdict': CustomEvent<RunState>;
    'byz:link': CustomEvent<RunState>;
  }
}

/** The part of an anywidget model that is used; some hosts never tell of changes. */
export type Model = {
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on?(event: string, listener: () => void): void;
  off?(event: string, listener: () => void): void;
};

declare const widget: {
  /** Shows the run that the model's traits tell; returns what ends it. */
  render(context: { model: Model; el: HTMLElement }): () => void;
};
export default widget;
