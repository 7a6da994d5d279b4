// The style of a part of the page that comes later: laid over what is there when the part comes, once for the whole document.

/** @param {CSSStyleSheet} sheet */
export function adopt(sheet) {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
