import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { moved, readAction, readIds } from './upload-list.ts'
import { fileName, nameOfMade, objectionToMore, objectionToUse, ownersOf, ownerText } from './upload.ts'

const citizen = { personId: 'p', partyId: 'o', assurance: 2 } as const

describe('whose a file is', () => {
  test('the party acted for comes before the browser; staff are their account', () => {
    const texts = (actor: object, visitor: string | null) => ownersOf({ ...nobody, ...actor }, visitor).map(ownerText)
    expect(texts({}, null)).toEqual([])
    expect(texts({}, 'h')).toEqual(['visitor:h'])
    expect(texts({ citizen }, 'h')).toEqual(['party:o', 'visitor:h'])
    expect(texts({ accountId: 'a' }, null)).toEqual(['account:a'])
    expect(texts({ clientId: 'c' }, null)).toEqual(['client:c'])
  })

  test('so much may lie about unused, and not a byte more', () => {
    const most = { files: 3, megabytes: 1 }
    expect(objectionToMore({ files: 2, bytes: 900_000 }, 100_000, most)).toBeNull()
    expect(objectionToMore({ files: 2, bytes: 900_000 }, 100_001, most)).toBe('uploads.upload.too_many')
    expect(objectionToMore({ files: 3, bytes: 0 }, 1, most)).toBe('uploads.upload.too_many')
  })
})

test('a file is used when it is ready, and by one thing only', () => {
  expect(objectionToUse({ state: 'ready', usedBy: null })).toBeNull()
  expect(objectionToUse({ state: 'ready', usedBy: 'a' }, 'a')).toBeNull()
  expect(objectionToUse({ state: 'ready', usedBy: 'a' }, 'b')).toBe('uploads.upload.in_use')
  expect(objectionToUse({ state: 'checking', usedBy: null })).toBe('uploads.upload.not_ready')
  expect(objectionToUse({ state: 'refused', usedBy: null })).toBe('uploads.upload.was_refused')
  expect(objectionToUse({ state: 'dropped', usedBy: null })).toBe('uploads.upload.missing')
})

describe('names', () => {
  test('keep nothing of folders, and are never empty', () => {
    expect(fileName('C:\\Users\\Lan\\đơn.pdf')).toBe('đơn.pdf')
    expect(fileName('../../etc/passwd')).toBe('passwd')
    expect(fileName('')).toBe('tep')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const kept = fileName(name)
        expect(kept.length).toBeGreaterThan(0)
        expect(kept.length).toBeLessThanOrEqual(200)
        expect(kept).not.toMatch(/[\\/\0]/)
      }),
    )
  })

  test('end as what they are', () => {
    expect(nameOfMade('Ảnh 1.HEIC', 'jpeg')).toBe('Ảnh 1.jpg')
    expect(nameOfMade('a.jpeg', 'jpeg')).toBe('a.jpeg')
    expect(nameOfMade('a.JPG', 'jpeg')).toBe('a.JPG')
    expect(nameOfMade('don.exe', 'pdf')).toBe('don.pdf')
    expect(nameOfMade('không có đuôi', 'pdf')).toBe('không có đuôi.pdf')
  })
})

describe('the list of files of a question', () => {
  const a = '0198f2c4-0000-7000-8000-00000000000a'
  const b = '0198f2c4-0000-7000-8000-00000000000b'

  test('reads the buttons, and nothing that is none', () => {
    expect(readAction(`turn:paper:${a}`)).toEqual({ verb: 'turn', field: 'paper', id: a })
    expect(readAction('join:children.0.paper:')).toEqual({ verb: 'join', field: 'children.0.paper', id: null })
    for (const odd of [null, 7, '', 'turn', `burn:paper:${a}`, 'turn::x']) expect(readAction(odd)).toBeNull()
    expect(readAction('drop:paper:../x')).toEqual({ verb: 'drop', field: 'paper', id: null })
  })

  test('keeps each id once, in its order, and what is no id not at all', () => {
    expect(readIds([a, 'x', b, a])).toEqual([a, b])
    expect(readIds(undefined)).toEqual([])
    expect(readIds(a)).toEqual([a])
  })

  test('moving one step and back changes nothing but at the ends; nothing is ever lost', () => {
    const lists = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lists, fc.nat(), fc.constantFrom('up' as const, 'down' as const), (ids, at, verb) => {
        const id = ids[at % ids.length] ?? ''
        const after = moved(ids, id, verb)
        expect(after.toSorted()).toEqual(ids.toSorted())
        const atEnd = verb === 'up' ? ids[0] === id : ids.at(-1) === id
        expect(moved(after, id, verb === 'up' ? 'down' : 'up')).toEqual(
          atEnd ? moved(ids, id, verb === 'up' ? 'down' : 'up') : ids,
        )
      }),
    )
    expect(moved([a], b, 'up')).toEqual([a])
  })
})
