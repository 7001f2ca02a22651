/** Pictures made fit to be read: upright, of a sensible size, in a form that every browser shows. */
import { inThread } from './in-thread.ts'
import { refuse } from './problem.ts'

export type PictureType = 'jpeg' | 'png' | 'heic'
export type Turn = 0 | 90 | 180 | 270
export type Made = {
  readonly bytes: Uint8Array
  readonly type: 'jpeg' | 'png'
  readonly width: number
  readonly height: number
}

/** The largest picture that is unpacked: more than the cameras of phones make, less than would fill the memory. */
const mostPixels = 120_000_000

/** Loaded when the first picture comes: a house that shows pages only does not keep it in memory. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp
}

const open = async (bytes: Uint8Array) => (await loadSharp())(bytes, { limitInputPixels: mostPixels, failOn: 'error' })

/** Upright as the camera held it: by the EXIF note of a JPEG; libheif has turned a HEIC already. */
async function upright(bytes: Uint8Array, type: PictureType) {
  if (type !== 'heic') return { picture: (await open(bytes)).autoOrient() }
  const { width, height, data } = await inThread<'heic'>({ kind: 'heic', bytes, mostPixels })
  return { picture: (await loadSharp())(data, { raw: { width, height, channels: 4 } }) }
}

const broken = () => refuse('wrong_type', 'kernel.stored_file.broken')

/** Whether a picture can stay as it is: it stands upright already, is not too large, and every browser shows it. */
async function isFit(bytes: Uint8Array, type: PictureType, longSide: number): Promise<Made | null> {
  if (type === 'heic') return null
  const { width, height, orientation = 1, pages = 1 } = await (await open(bytes)).metadata()
  return orientation === 1 && pages === 1 && Math.max(width, height) <= longSide ? { bytes, type, width, height } : null
}

type Wanted = { readonly longSide: number; readonly quality: number; readonly turn: Turn }

/** Refuses what cannot be unpacked. A picture that is fit already comes back as it was. */
export async function fitPicture(
  bytes: Uint8Array,
  type: PictureType,
  { longSide, quality, turn }: Wanted,
): Promise<Made> {
  try {
    const fit = turn === 0 ? await isFit(bytes, type, longSide) : null
    // Unpacked once even then: a damaged picture must be noticed now and not by whoever has to read it.
    if (fit) await (await open(bytes)).stats()
    if (fit) return fit
    const { picture: standing } = await upright(bytes, type)
    const small = standing.resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    // A turn of its own comes after the one of EXIF, so it needs a second pass over a picture that is small by now.
    const { data, info } = await small.flatten({ background: '#fff' }).raw().toBuffer({ resolveWithObject: true })
    const made = await (await loadSharp())(data, { raw: info })
      .rotate(turn)
      .jpeg({ quality, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    return { bytes: made.data, type: 'jpeg', width: made.info.width, height: made.info.height }
  } catch {
    return broken()
  }
}

export type Grey = { readonly pixels: Uint8Array; readonly width: number; readonly height: number }

/** The picture in shades of grey, at most so long. */
export async function greyOf(bytes: Uint8Array, longSide: number): Promise<Grey> {
  const { data, info } = await (await open(bytes))
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = new Uint8Array(info.width * info.height)
  for (let at = 0; at < pixels.length; at++) pixels[at] = data[at * info.channels] ?? 0
  return { pixels, width: info.width, height: info.height }
}

/** A small one to look at. */
export const smallPicture = async (bytes: Uint8Array, longSide: number): Promise<Uint8Array> =>
  (await open(bytes))
    .autoOrient()
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 78 })
    .toBuffer()
    .catch(broken)
