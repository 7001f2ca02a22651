import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openObjectStore, type ObjectStore } from '#test/outside-store.ts'
import { nobody } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/open.ts'
import { fileType, type FileType, savedAs } from './file.ts'
import { openFolderHouse, placeOf, type FileHouse } from './file-house.ts'
import { findFile, isWhole, readFile, storeFile } from './file.store.ts'
import { openS3House, readS3Url, sign } from './s3.ts'

let database: Database
let ctx: Ctx
let folder: string
let store: ObjectStore
const now = new Date('2025-05-14T07:00:00Z')

beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  store = await openObjectStore()
  ctx = { db: database.db, actor: nobody, now, requestId: 'r-1' }
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

const bytes = (text: string) => new TextEncoder().encode(text)
const typeOf = (content: Uint8Array, name = 'x') => fileType(content, content, name)
/** Only the directory at the end of an archive, which is all that is looked at. */
const zipOf = (...names: string[]) => {
  const entries = names.map((name) => {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(name.length, 28)
    return Buffer.concat([header, Buffer.from(name)])
  })
  return new Uint8Array(Buffer.concat([Buffer.from('PK\u0003\u0004'), ...entries]))
}
const workbook = () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Chỉ tiêu', 95]]), 'A')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

describe('the type of a file', () => {
  test('is told by its content, whatever it is called', () => {
    const known: [Uint8Array, FileType | null][] = [
      [bytes('%PDF-1.7\n'), 'pdf'],
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
      [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
      [workbook(), 'xlsx'],
      [zipOf('[Content_Types].xml', 'word/document.xml'), 'docx'],
      [zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), null],
      [zipOf('a.exe'), null],
      [bytes('Kế hoạch chuyển đổi số'), 'txt'],
      [bytes('\ufeff<!DOCTYPE html><title>x</title>'), 'html'],
      [bytes('hello <script>alert(1)</script>'), 'html'],
      [bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
      [bytes('<?xml version="1.0"?><a/>'), null],
      [new Uint8Array([0x4d, 0x5a, 0x90, 0x00]), null],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), null],
      [new Uint8Array(), null],
    ]
    for (const [content, type] of known) expect(typeOf(content, 'x.pdf'), new TextDecoder().decode(content)).toBe(type)
  })

  test('is a table only where its name says so, and it is text', () => {
    expect(typeOf(bytes('a;b\n1;2'), 'Số liệu.CSV')).toBe('csv')
    expect(typeOf(bytes('a;b\n1;2'), 'a.txt')).toBe('txt')
    expect(typeOf(bytes('<html>'), 'a.csv')).toBe('html')
  })

  test('survives a letter cut through at the end, and any bytes at all', () => {
    expect(typeOf(bytes('đ').subarray(0, 1), 'x')).toBe('txt')
    fc.assert(fc.property(fc.uint8Array(), fc.string(), (content, name) => void typeOf(content, name)))
  })
})

const houses: [string, () => Promise<FileHouse>][] = [
  ['a folder', () => openFolderHouse(join(folder, 'files'))],
  [
    'an S3 server',
    () => {
      const url = `s3://KEY:${encodeURIComponent(store.secret)}@${store.host}/t%E1%BB%87p/2025?region=vn-south&plain=1`
      return openS3House(readS3Url(url), join(folder, 'incoming'), () => now)
    },
  ],
]
const admission = { name: 'a.txt', types: ['txt', 'pdf'], most: 200_000 } as const
const content = bytes('Kế hoạch '.repeat(10_000))

describe.each(houses)('files in %s', (_, openHouse) => {
  test('come back as they went in, under their hash, once', async () => {
    const house = await openHouse()
    const hash = createHash('sha256').update(content).digest('hex')
    expect(await house.has(hash)).toBe(false)
    const half = content.length / 2
    const stored = await storeFile(
      ctx,
      house,
      Readable.from([content.subarray(0, half), content.subarray(half)]),
      admission,
    )
    expect(stored).toEqual({ hash, size: content.length, type: 'txt' })
    expect(await storeFile(ctx, house, content, admission)).toEqual(stored)
    expect(await findFile(database.db, hash)).toEqual(stored)
    const { bytes: back, type } = await readFile(database.db, house, hash)
    expect(type).toBe('txt')
    expect(new Uint8Array(Buffer.concat(await back.toArray()))).toEqual(content)
    expect(await isWhole(house, hash)).toBe(true)
    expect(readdirSync(house.incoming)).toEqual([])
  })

  test('that are too large, empty or of a wrong kind are refused and leave nothing', async () => {
    const house = await openHouse()
    const refused: [Uint8Array, string, string][] = [
      [new Uint8Array(200_001), 'too_large', 'kernel.stored_file.too_large'],
      [new Uint8Array(), 'invalid', 'kernel.stored_file.empty'],
      [new Uint8Array([0xff, 0xd8, 0xff, 1]), 'wrong_type', 'kernel.stored_file.wrong_type'],
      [bytes('<html>hello'), 'wrong_type', 'kernel.stored_file.wrong_type'],
    ]
    for (const [body, kind, key] of refused) {
      await expect(storeFile(ctx, house, body, admission)).rejects.toMatchObject({ kind, key })
      const hash = createHash('sha256').update(body).digest('hex')
      expect(await house.has(hash)).toBe(false)
      expect(await findFile(database.db, hash)).toBeUndefined()
    }
    expect(readdirSync(house.incoming)).toEqual([])
  })

  test('that break off while coming in leave nothing', async () => {
    const house = await openHouse()
    const broken = Readable.from(
      (function* () {
        yield content
        throw new Error('the line broke')
      })(),
    )
    await expect(storeFile(ctx, house, broken, admission)).rejects.toThrow('the line broke')
    expect(readdirSync(house.incoming)).toEqual([])
  })

  test('that nobody stored are missing', async () => {
    const house = await openHouse()
    await expect(readFile(database.db, house, 'f'.repeat(64))).rejects.toMatchObject({ kind: 'missing' })
    expect(await isWhole(house, 'f'.repeat(64))).toBe(false)
  })
})

test('a file that was changed where it lies is noticed', async () => {
  const house = await openFolderHouse(join(folder, 'files'))
  const { hash } = await storeFile(ctx, house, bytes('as it was'), admission)
  writeFileSync(join(folder, 'files', placeOf(hash)), 'as it is')
  expect(await isWhole(house, hash)).toBe(false)
})

describe('a request to an S3 server', () => {
  test('with the wrong secret is an error, not a missing file', async () => {
    const s3 = readS3Url(`s3://KEY:wrong@${store.host}/b?plain=1`)
    const house = await openS3House(s3, join(folder, 'incoming'), () => now)
    await expect(house.has('a'.repeat(64))).rejects.toThrow('403')
    await expect(storeFile(ctx, house, bytes('never kept'), admission)).rejects.toThrow('403')
    const hash = createHash('sha256').update('never kept').digest('hex')
    expect(await findFile(database.db, hash)).toBeUndefined()
  })

  // The worked examples of the S3 documentation, "Signature calculations for the Authorization header".
  test.each([
    [
      { method: 'GET', path: '/test.txt', headers: { range: 'bytes=0-9' } },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      { method: 'GET', path: '/', query: 'lifecycle=' },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      { method: 'GET', path: '/', query: 'max-keys=2&prefix=J' },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('is signed as the documentation shows: %j', (asked, signature) => {
    const example = {
      keyId: 'AKIAIOSFODNN7EXAMPLE',
      secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      region: 'us-east-1',
      host: 'examplebucket.s3.amazonaws.com',
    }
    const nothing = createHash('sha256').digest('hex')
    const headers = sign(example, { ...asked, bodyHash: nothing }, new Date('2013-05-24T00:00:00Z'))
    expect(headers['authorization']).toContain(`Signature=${signature}`)
  })
})

test('a file is saved under the name it was given, whatever stands in it', () => {
  expect(savedAs(`Báo cáo (1)'s"\r\nX: y\ud800.pdf`)).toBe(
    `attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%281%29%27s%22%0D%0AX%3A%20y%EF%BF%BD.pdf`,
  )
})
