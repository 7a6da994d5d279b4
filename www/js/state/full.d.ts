// The whole engine's half in script: as a function that makes one, and as the text of which the laboratory's worker is made.
declare module '#full' {
  export const make: () => typeof import('#generals');
  export const text: string;
}
