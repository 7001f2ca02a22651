/** Whether a photo of a paper can be read: a hint to whoever took it, never a reason to refuse it. */
import type { UploadRules } from './upload-rules.ts'

export const hintNames = ['small', 'blurred', 'dark', 'glare', 'active'] as const
/** `active`: a PDF that can do something by itself; it is saved and not opened in the browser. */
export type Hint = (typeof hintNames)[number]

export type Look = {
  readonly longSide: number
  /** Variance of the Laplacian in the tiles with the sharpest edges; empty paper between lines does not count. */
  readonly sharpness: number
  /** Mean of all. */
  readonly light: number
  /** Part of the tiles that are nothing but white. */
  readonly burnt: number
  /** Of the tiles that are not. */
  readonly paper: number
}

const tile = 48

type Grey = { readonly pixels: Uint8Array; readonly width: number; readonly height: number }

/** Mean, and variance of the Laplacian, of one tile. */
function lookAtTile({ pixels, width, height }: Grey, left: number, top: number) {
  const [right, bottom] = [Math.min(left + tile, width), Math.min(top + tile, height)]
  let [sum, edges, squares, count, inner] = [0, 0, 0, 0, 0]
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = y * width + x
      const here = pixels[at] ?? 0
      sum += here
      count++
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue
      const around =
        (pixels[at - 1] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at - width] ?? 0) + (pixels[at + width] ?? 0)
      const edge = around - 4 * here
      edges += edge
      squares += edge * edge
      inner++
    }
  return { mean: sum / count, edge: inner ? squares / inner - (edges / inner) ** 2 : 0 }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

const white = 250

/** `longSide` is that of the picture itself, which may be larger than what is looked at. */
export function lookAt(grey: Grey, longSide: number): Look {
  const tiles: { mean: number; edge: number }[] = []
  for (let top = 0; top < grey.height; top += tile)
    for (let left = 0; left < grey.width; left += tile) tiles.push(lookAtTile(grey, left, top))
  const edges = tiles.map(({ edge }) => edge).toSorted((a, b) => a - b)
  const others = tiles.filter(({ mean }) => mean < white).map(({ mean }) => mean)
  return {
    longSide,
    sharpness: at(edges, 0.95),
    light: tiles.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, tiles.length),
    burnt: 1 - others.length / Math.max(1, tiles.length),
    paper: at(
      others.toSorted((a, b) => a - b),
      0.5,
    ),
  }
}

/** The white of a scan is everywhere; glare is white where the paper around it is grey. */
export function hintsOf(look: Look, { legible }: Pick<UploadRules, 'legible'>): Hint[] {
  const hints: Hint[] = []
  if (look.longSide < legible.longSide) hints.push('small')
  if (look.sharpness < legible.sharpness) hints.push('blurred')
  if (look.light < legible.darkness) hints.push('dark')
  if (look.burnt > legible.glareShare && look.paper < legible.glareUnder && look.paper > 0) hints.push('glare')
  return hints
}
