/** The package brings no types. Only what we use. */
declare module 'fontkit' {
  type Font = {
    readonly postscriptName: string
    readonly characterSet: readonly number[]
    readonly hasGlyphForCodePoint: (code: number) => boolean
    readonly glyphForCodePoint: (code: number) => {
      readonly path: { readonly commands: unknown[] }
      readonly advanceWidth: number
    }
    readonly layout: (text: string) => unknown
  }
  export function create(bytes: Uint8Array): Font
}
