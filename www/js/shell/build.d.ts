/** What the build gives to the page's scripts, and to names that no file has (crate/xtask/bundle). */

/** Addresses of the catalogues, each a module; in the single file there are none. */
declare const CATALOGUES: Partial<Record<'en' | 'zh', string>>;
/** The address of the wasm of the first screen; empty in the single file. */
declare const ENGINE: string;
/** The address of the wasm that knows everything; empty in the single file. */
declare const FULL: string;

/** What the link seems to say of a key: the early script leaves it to the first picture. */
declare var asked: (key: string, values: string) => string | undefined;

/** Says why the page cannot start: the early script leaves it to what starts the page. A host may forbid that script. */
declare var bar: (why: 'apart' | 'text' | 'old') => void;
/** What a deck said last of the slide that this file is on, before anything of it was there. */
declare var slide: 'slide:start' | 'slide:stop' | undefined;

/** The elements of the single file before anything was drawn: it can be written again. In the hosted page there are none. */
declare var asItCame: HTMLElement | undefined;

/** The same addresses, for modules of the hosted page. */
declare module '#addresses' {
  export const ENGINE: string;
  export const FULL: string;
}

/** The engine that knows everything, as a function without surroundings. */
declare module '#full' {
  /** A new one, which has no wasm yet. */
  export const make: () => typeof import('#generals');
  /** The same as an expression: a worker must be one classic script, since modules do not run in workers of files and sandboxes. */
  export const text: string;
}

declare module '*.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}
