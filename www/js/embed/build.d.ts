/** What the build gives to the element: what the page is called, from the catalogues. */
declare const TITLES: Record<string, string>;
