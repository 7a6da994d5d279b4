/** The worker as one classic script: a module worker would not run from a file, nor in a sandbox. */
declare module '#lab-worker' {
  const text: string;
  export default text;
}
