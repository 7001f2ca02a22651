import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Qr } from './qr.tsx'

/** The squares of the picture, row by row: dark where an odd number of outlines lies around the middle of the square. */
function squaresOf(svg: string): boolean[][] {
  const [, from, , whole] = (/viewBox="(-\d+) (-\d+) (\d+)/.exec(svg) ?? []).map(Number)
  const side = ((whole ?? 0) + 2 * (from ?? 0)) / 4
  const outlines = [...(/<path d="([^"]+)"/.exec(svg)?.[1] ?? '').matchAll(/M([^Z]+)Z/g)].map(([, points = '']) =>
    points.split('L').map((point) => point.split(' ').map(Number) as [number, number]),
  )
  const isDark = (x: number, y: number) =>
    outlines.filter((points) => {
      const crossed = points.filter(([x1, y1], at) => {
        const [, y2] = points[(at + 1) % points.length] ?? [0, 0]
        return x1 > x && y1 > y !== y2 > y
      })
      return crossed.length % 2 === 1
    }).length %
      2 ===
    1
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => isDark(4 * column + 2, 4 * row + 2)),
  )
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Reads the smallest code there is (21 squares, ISO/IEC 18004), which holds a short text in bytes. */
function textIn(squares: boolean[][]): string {
  const dark = (row: number, column: number) => squares[row]?.[column] ?? false
  const number = (bits: readonly boolean[]) => bits.reduce((sum, bit) => 2 * sum + Number(bit), 0)
  // Beside the upper left corner: how much is corrected and which mask lies over the rest, itself masked with 10101…
  const mask = masks[number([2, 3, 4].map((column) => dark(8, column))) ^ 0b101]
  const reserved = (r: number, c: number) =>
    r === 6 || c === 6 || (r < 9 && c < 9) || (r < 9 && c > 12) || (r > 12 && c < 9)
  const bits: boolean[] = []
  for (const [turn, right] of [20, 18, 16, 14, 12, 10, 8, 5, 3, 1].entries())
    for (let step = 0; step < 21; step++)
      for (const column of [right, right - 1]) {
        const row = turn % 2 === 0 ? 20 - step : step
        if (!reserved(row, column)) bits.push(dark(row, column) !== (mask?.(row, column) ?? false))
      }
  expect(number(bits.slice(0, 4))).toBe(0b0100)
  const length = number(bits.slice(4, 12))
  const bytes = Array.from({ length }, (_, at) => number(bits.slice(12 + 8 * at, 20 + 8 * at)))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

test('the picture says what it was drawn for', () => {
  for (const text of ['tgs:hoa/1', 'sông Tiền'])
    expect(textIn(squaresOf(render(<Qr of={text} label="mã" />)))).toBe(text)
})

test('a longer text makes a finer picture, and room is left around it', () => {
  const svg = render(<Qr of={`otpauth://totp/tgs:hoa?secret=${'A'.repeat(32)}`} label="mã" />)
  expect(svg).not.toContain('style=')
  expect(squaresOf(svg).length).toBeGreaterThan(21)
  expect(svg).toContain('viewBox="-16 -16 ')
})
