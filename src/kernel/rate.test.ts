import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, neighbourhoodOf } from './address.ts'
import { openGate } from './rate.ts'

const at = (seconds: number) => new Date(Date.UTC(2025, 4, 14) + seconds * 1000)

describe('the gate', () => {
  test('lets so many pass at once, then one each time that one has grown back', () => {
    const gate = openGate({ atOnce: 3, perMinute: 6 })
    const tries = [0, 0, 0, 0].map((second) => gate.enter('10.0.0.1', at(second)))
    expect(tries).toEqual([null, null, null, at(10)])
    expect([gate.enter('10.0.0.1', at(9)), gate.enter('10.0.0.1', at(10)), gate.enter('10.0.0.1', at(10))]).toEqual([
      at(10),
      null,
      at(20),
    ])
  })

  test('does not hold one address to account for another', () => {
    const gate = openGate({ atOnce: 1, perMinute: 1 })
    expect([gate.enter('10.0.0.1', at(0)), gate.enter('10.0.0.2', at(0))]).toEqual([null, null])
  })

  test('costs nothing who does everything right, however often', () => {
    const gate = openGate({ atOnce: 2, perMinute: 1 })
    for (let n = 0; n < 100; n++) {
      expect(gate.enter('10.0.0.1', at(0))).toBeNull()
      gate.giveBack('10.0.0.1', at(0))
    }
  })

  test('never lets more pass in any time than were allowed in it', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(steps, (waits) => {
        const gate = openGate({ atOnce: 5, perMinute: 6 })
        let second = 0
        let passed = 0
        for (const wait of waits) {
          second += wait
          if (gate.enter('10.0.0.1', at(second)) === null) passed++
          expect(passed).toBeLessThanOrEqual(5 + second / 10 + 1e-6)
        }
      }),
    )
  })

  test('says truly from when on it lets pass again', () => {
    const gate = openGate({ atOnce: 1, perMinute: 7 })
    gate.enter('10.0.0.1', at(0))
    const open = gate.enter('10.0.0.1', at(1))
    expect(open && gate.enter('10.0.0.1', open)).toBeNull()
    expect(open).not.toBeNull()
  })
})

describe('an address', () => {
  test('is that of the socket, whatever a request says of itself', () => {
    expect(addressOf('203.0.113.7', '1.2.3.4', 0)).toBe('203.0.113.7')
  })

  test('is what the outermost trusted proxy saw, and nothing that was made up before it', () => {
    expect(addressOf('10.0.0.9', '1.2.3.4, 203.0.113.7', 1)).toBe('203.0.113.7')
    expect(addressOf('10.0.0.9', '1.2.3.4, 203.0.113.7, 10.0.0.8', 2)).toBe('203.0.113.7')
    expect(addressOf('10.0.0.9', undefined, 1)).toBe('10.0.0.9')
  })

  test('of version 6 counts with its neighbours', () => {
    const homes = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::5', '2001:db8:1:2:3:4:5:6']
    expect(new Set(homes.map(neighbourhoodOf)).size).toBe(1)
    expect(neighbourhoodOf('2001:db8:1:3::1')).not.toBe(neighbourhoodOf('2001:db8:1:2::1'))
    expect([neighbourhoodOf('::ffff:203.0.113.7'), neighbourhoodOf('::1')]).toEqual(['203.0.113.7', '0:0:0:0'])
  })
})
