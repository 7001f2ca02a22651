/** The package brings no types. */
declare module 'heic-decode' {
  type Picture = { width: number; height: number; data: Uint8ClampedArray }
  type Waiting = { width: number; height: number; decode: () => Promise<Picture> }
  const decode: ((of: { buffer: Uint8Array }) => Promise<Picture>) & {
    all: (of: { buffer: Uint8Array }) => Promise<Waiting[]>
  }
  export default decode
}
