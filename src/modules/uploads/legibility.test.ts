import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { greyOf } from '#kernel/picture.ts'
import { day } from '#kernel/time.ts'
import { jpegOf, paper } from '#test/upload-files.ts'
import { type Hint, hintsOf, lookAt } from './legibility.ts'
import { UploadRules, uploadRulesOn } from './upload-rules.ts'

const rules = uploadRulesOn(day('2025-05-14'))

async function hintsOfPicture(bytes: Uint8Array): Promise<Hint[]> {
  const { width, height } = await sharp(bytes).metadata()
  return hintsOf(lookAt(await greyOf(bytes, rules.photo.longSide), Math.max(width, height)), rules)
}

const jpeg = async (change: (drawn: Sharp) => Sharp) =>
  new Uint8Array(
    await change(sharp(paper(1700, 2400)))
      .jpeg({ quality: 85 })
      .toBuffer(),
  )

describe('§10.10 whether a photo can be read', () => {
  test('nothing is said of a page in focus, in fair light', async () => {
    expect(await hintsOfPicture(await jpegOf(1700, 2400))).toEqual([])
    expect(await hintsOfPicture(await jpegOf(2400, 1700))).toEqual([])
  })

  test('a blurred one is said to be blurred', async () => {
    for (const blur of [5, 9, 15]) expect(await hintsOfPicture(await jpegOf(1700, 2400, { blur }))).toEqual(['blurred'])
  })

  test('a dark one is said to be dark', async () => {
    expect(await hintsOfPicture(await jpeg((drawn) => drawn.linear(0.22, 0)))).toContain('dark')
  })

  test('glare is white where the paper is grey; a scan is white everywhere', async () => {
    const lamp = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1700" height="2400"><circle cx="900" cy="1200" r="420" fill="#fff"/></svg>',
    )
    const dull = await sharp(paper(1700, 2400)).linear(0.75, 0).png().toBuffer()
    const lit = new Uint8Array(
      await sharp(dull)
        .composite([{ input: lamp }])
        .jpeg()
        .toBuffer(),
    )
    expect(await hintsOfPicture(lit)).toEqual(['glare'])
    expect(await hintsOfPicture(await jpeg((drawn) => drawn.linear(1.1, 0)))).toEqual([])
  })

  test('a small one is said to be small, and is taken all the same', async () => {
    expect(await hintsOfPicture(await jpegOf(800, 600))).toContain('small')
  })

  test('blurring never makes a picture look sharper', async () => {
    const sharpnessAt = async (blur: number) =>
      lookAt(await greyOf(await jpegOf(1000, 1400, blur ? { blur } : {}), 3000), 1400).sharpness
    const all: number[] = []
    for (const blur of [0, 1, 2, 4, 8, 16]) all.push(await sharpnessAt(blur))
    expect(all).toEqual(all.toSorted((a, b) => b - a))
  })

  test('any picture at all gets an answer, also one smaller than a tile or of one colour', () => {
    const shape = fc.record({ width: fc.integer({ min: 1, max: 120 }), height: fc.integer({ min: 1, max: 120 }) })
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.nat(255)), ({ width, height }, shades) => {
        const pixels = Uint8Array.from({ length: width * height }, () => shades.next().value ?? 0)
        const look = lookAt({ pixels, width, height }, width)
        for (const value of Object.values(look)) expect(Number.isFinite(value)).toBe(true)
        expect(look.burnt).toBeGreaterThanOrEqual(0)
        expect(look.burnt).toBeLessThanOrEqual(1)
        hintsOf(look, rules)
      }),
    )
    const white = { pixels: new Uint8Array(100).fill(255), width: 10, height: 10 }
    expect(lookAt(white, 10)).toMatchObject({ sharpness: 0, burnt: 1, light: 255 })
  })
})

test('the numbers are dated, and say that they are ours', () => {
  expect(rules.assumed).toBe(true)
  const later = { ...rules, code: 'b', validFrom: day('2030-01-01') }
  const first = UploadRules.parse({ ...rules, validTo: '2029-12-31' })
  expect(uploadRulesOn(day('2029-12-31'), [first, later]).code).toBe(rules.code)
  expect(uploadRulesOn(day('2030-01-01'), [first, later]).code).toBe('b')
  expect(uploadRulesOn(day('2010-01-01'), [first, later]).code).toBe(rules.code)
})
