import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFeed } from './ics.ts'
import { day } from './time.ts'

const stamp = new Date('2025-05-14T01:00:00Z')

test('no line is longer than 75 bytes and what was said reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const feed = calendarFeed('Kế hoạch', [{ uid: 'a@b', on: day('2025-05-24'), title }], stamp)
      expect(feed.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
      const unfolded = feed.replaceAll('\r\n ', '')
      const [, said = ''] = /\r\nSUMMARY:([\s\S]*?)\r\nTRANSP/.exec(unfolded) ?? []
      const back = said.replace(/\\(n|[\\;,])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
      expect(back).toBe(title.replace(/\r?\n/g, '\n'))
    }),
  )
})

test('a day ends when the next begins', () => {
  const feed = calendarFeed('x', [{ uid: 'a', on: day('2025-12-31'), title: 't' }], stamp)
  expect(feed).toContain('DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101')
})
