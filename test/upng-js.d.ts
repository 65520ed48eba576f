/** The two functions of upng-js that we use: it ships no types. */
declare module "upng-js" {
  interface Image {
    readonly width: number;
    readonly height: number;
  }
  const UPNG: {
    decode(file: ArrayBuffer): Image;
    /** One RGBA buffer per frame. */
    toRGBA8(image: Image): ArrayBuffer[];
    /** `colours`: size of the palette; 0 keeps them all. */
    encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export default UPNG;
}
