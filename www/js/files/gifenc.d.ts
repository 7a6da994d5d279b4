// What the page uses of gifenc, which has no types of its own.

declare module 'gifenc/dist/gifenc.esm.js' {
  type Colour = [number, number, number];
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, most: number, options?: { format?: 'rgb565' | 'rgb444' }): Colour[];
  export function nearestColorIndex(palette: readonly Colour[], colour: readonly number[]): number;
  export function GIFEncoder(): {
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options: { palette: readonly Colour[] | null; delay: number; repeat: number; transparent: boolean; transparentIndex: number; dispose: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
