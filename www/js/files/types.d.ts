// What a run can be taken away as: a file a kind, with what can be chosen of it, how it looks before it is saved, and how it is made.

import type { Page } from '../shell/page.js';

/** `page` is this page with this run inside. */
export type FileKind = 'png' | 'svg' | 'gif' | 'video' | 'tikz' | 'mermaid' | 'json' | 'itf' | 'tsv' | 'page';

/** What can be chosen. Each kind names those that it has. */
export type FileOptions = {
  /** Colours of pictures and films. */
  theme: 'light' | 'dark';
  /** Pixels of a picture for each CSS pixel. */
  times: 1 | 2 | 4;
  /** A line under the picture that names the run and its link. */
  caption: boolean;
};

/** What a file will be, before it is made. A picture is a drawing that fits into any room; of a long text the beginning is shown. */
export type Preview =
  | { kind: 'picture'; node: Element; /** Pixels of the file. */ size: { width: number; height: number } | null }
  | { kind: 'text'; text: string; /** UTF-16 units of the whole. */ length: number };

/** While a file is made: how far it is, 0 to 1, and whether nobody wants it any more. */
export type Work = { progress: (share: number) => void; signal: AbortSignal };

export type FileOffer = {
  kind: FileKind;
  options: readonly (keyof FileOptions)[];
  /** Whether it can be had of what is shown; else the key of the sentence that says why not and what to take instead. */
  refused: (page: Page) => string | null;
  /** What it is of what is shown, in a few words: "the whole run, 14 s". */
  about: (page: Page) => string;
  /** The name that it is saved under: it tells the run, in ASCII. */
  name: (page: Page, options: FileOptions) => string;
  preview: (page: Page, options: FileOptions) => Promise<Preview> | Preview;
  /** Throws an AbortError where it was cancelled. */
  make: (page: Page, options: FileOptions, work: Work) => Promise<Blob>;
};
