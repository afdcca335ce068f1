/** The part that is used of a package without types of its own. */
declare module 'qrcode' {
  const qr: {
    readonly toString: (
      text: string,
      options: { readonly type: 'terminal'; readonly small: boolean; readonly errorCorrectionLevel: 'L' },
    ) => Promise<string>;
    /** PNG; `scale` pixels a module. */
    readonly toBuffer: (
      text: string,
      options: { readonly margin: number; readonly scale: number },
    ) => Promise<Uint8Array>;
  };
  export default qr;
}
