/** The letters our papers are written with: read and opened once, made smaller before they are put into files. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

export type Face = 'regular' | 'bold' | 'italic'

/** Official papers are in Times New Roman (NĐ 30/2020, annex I); this is a free face of the same widths. */
const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
}

/** Instructions for coarse screens take half of a letter; and nothing here wants letters joined (`GSUB`). */
const dropped = new Set(['fpgm', 'prep', 'cvt ', 'gasp', 'GSUB', 'GDEF', 'DSIG'])

type Table = { readonly tag: string; readonly bytes: Uint8Array }

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Tables of a font file (OpenType, `sfnt`): a directory of sixteen bytes each after the first twelve. */
function tablesOf(font: Uint8Array): Table[] {
  const view = viewOf(font)
  return Array.from({ length: view.getUint16(4) }, (_, at) => {
    const entry = 12 + 16 * at
    const from = view.getUint32(entry + 8)
    const tag = new TextDecoder('latin1').decode(font.subarray(entry, entry + 4))
    return { tag, bytes: font.subarray(from, from + view.getUint32(entry + 12)) }
  })
}

/** Of a letter drawn by itself: after its frame and the ends of its outlines stand the length of the program, and it. */
function simpleWithout(glyph: Uint8Array, outlines: number): Uint8Array {
  const at = 10 + 2 * outlines
  const program = viewOf(glyph).getUint16(at)
  const made = new Uint8Array(glyph.length - program)
  made.set(glyph.subarray(0, at))
  made.set(glyph.subarray(at + 2 + program), at + 2)
  return made
}

/** Of a letter put together of others: the program follows the last part, and flag 0x100 of the parts announces it. */
function composedWithout(glyph: Uint8Array): Uint8Array {
  const made = glyph.slice()
  const view = viewOf(made)
  for (let at = 10; ; ) {
    const flags = view.getUint16(at)
    view.setUint16(at, flags & ~0x100)
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    if (!(flags & 0x20)) return made.subarray(0, at)
  }
}

function glyphWithout(glyph: Uint8Array): Uint8Array {
  if (glyph.length === 0) return glyph
  const outlines = viewOf(glyph).getInt16(0)
  return outlines < 0 ? composedWithout(glyph) : simpleWithout(glyph, outlines)
}

/** Letters begin at multiples of four bytes, as `loca` of either form can say. */
const padded = (length: number) => Math.ceil(length / 4) * 4

function lettersWithout(glyf: Uint8Array, loca: Uint8Array, long: boolean) {
  const count = loca.length / (long ? 4 : 2) - 1
  const old = viewOf(loca)
  const placeIn = (view: DataView, at: number) => (long ? view.getUint32(4 * at) : 2 * view.getUint16(2 * at))
  const glyphs = Array.from({ length: count }, (_, at) =>
    glyphWithout(glyf.subarray(placeIn(old, at), placeIn(old, at + 1))),
  )
  const made = new Uint8Array(glyphs.reduce((sum, { length }) => sum + padded(length), 0))
  const places = new Uint8Array(loca.length)
  const view = viewOf(places)
  const setPlace = (at: number, place: number) =>
    long ? view.setUint32(4 * at, place) : view.setUint16(2 * at, place / 2)
  let place = 0
  for (const [at, glyph] of glyphs.entries()) {
    setPlace(at, place)
    made.set(glyph, place)
    place += padded(glyph.length)
  }
  setPlace(count, place)
  return { glyf: made, loca: places }
}

function fileOf(tables: readonly Table[], kind: number): Uint8Array {
  const made = new Uint8Array(
    12 + 16 * tables.length + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0),
  )
  const view = viewOf(made)
  view.setUint32(0, kind)
  view.setUint16(4, tables.length)
  let place = 12 + 16 * tables.length
  for (const [at, { tag, bytes }] of tables.entries()) {
    const entry = 12 + 16 * at
    made.set(new TextEncoder().encode(tag), entry)
    view.setUint32(entry + 8, place)
    view.setUint32(entry + 12, bytes.length)
    made.set(bytes, place)
    place += padded(bytes.length)
  }
  return made
}

/** The same outlines without what made them fit coarse screens. For fonts of TrueType outlines. */
export function withoutHints(font: Uint8Array): Uint8Array {
  const tables = tablesOf(font)
  const find = (tag: string) => tables.find((table) => table.tag === tag)?.bytes ?? new Uint8Array()
  const made = lettersWithout(find('glyf'), find('loca'), viewOf(find('head')).getInt16(50) === 1)
  const kept = tables.filter(({ tag }) => !dropped.has(tag))
  return fileOf(
    kept.map(({ tag, bytes }) => ({ tag, bytes: tag === 'glyf' ? made.glyf : tag === 'loca' ? made.loca : bytes })),
    viewOf(font).getUint32(0),
  )
}

const require = createRequire(import.meta.url)
export const fileOfFace = (face: Face): string => require.resolve(`@expo-google-fonts/tinos/${files[face]}`)

/** Written alike in some faces, and only one of them is a letter of Vietnamese. */
const rather = ['Đ', 'đ', ' ', '-'].map((letter) => letter.codePointAt(0) ?? 0)

/**
 * A letter remembers for which sign it was first looked up, and that is what copying from our papers gives. Looked up as a
 * part of another (the O of an Ò) it would remember none; so all are looked up once before the first paper.
 */
function lookUpAll(font: Font) {
  for (const code of [...rather, ...font.characterSet]) font.glyphForCodePoint(code)
}

async function openFace(face: Face): Promise<[Face, Font]> {
  const { create } = await import('fontkit')
  const font = create(withoutHints(await readFile(fileOfFace(face))))
  lookUpAll(font)
  return [face, font]
}

let opened: Promise<readonly [Face, Font][]> | null = null

/** All faces; what a letter looks like is worked out once for all papers. */
export const openFaces = (): Promise<readonly [Face, Font][]> =>
  (opened ??= Promise.all((Object.keys(files) as Face[]).map(openFace)))
