/** The step API as an expression: a worker must be one classic script, since modules do not run in workers of files and sandboxes. */
declare module '#engine-text' {
  const text: string;
  export default text;
}
