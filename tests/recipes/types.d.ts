// A recipe, and what it is followed with.

import type { Browser } from 'playwright-core';

export interface Kitchen {
  browser: Browser;
  /** The address of the hosted page, as the recipes' pages name it. */
  site: string;
  /** An empty folder for the document. */
  folder: string;
  /** The code of a recipe's page, by the file it is for. */
  pasted: (page: string) => Promise<Record<string, string>>;
  /** Says what was found true. */
  checked: (fact: string) => void;
}

export interface Recipe {
  name: string;
  /** Of the tool; throws `Missing` where there is none. */
  version: () => Promise<string>;
  cook: (kitchen: Kitchen) => Promise<void>;
}

export interface Row {
  recipe: string;
  version: string;
  outcome: 'ok' | 'FAILED' | 'not run';
  facts: string[];
}
