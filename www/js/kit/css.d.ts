// A style sheet as a module: `with { type: 'css' }`.
declare module '*.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}
