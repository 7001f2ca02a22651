import { describe, expect, test } from 'vitest'
import { papersFor, papersLacking, type HeldFact } from './component.ts'
import type { Saying } from './saying.ts'
import type { Component } from './service.ts'

const paper = (code: string, more: Partial<Component> = {}): Component => ({
  code,
  name: { vi: code },
  manner: 'submit',
  originals: 1,
  copies: 0,
  ...more,
})
const components = [
  paper('notice', { notNeededIfKnown: 'record.birth_notice' }),
  paper('witness', { oneOf: 'instead' }),
  paper('undertaking', { oneOf: 'instead' }),
  paper('authorisation', { onlyIf: 'authorised' }),
  paper('photo', { optional: true }),
]
const service = {
  components,
  cases: [
    { code: 'notice', title: { vi: 'Có giấy' }, components: ['notice', 'authorisation', 'photo'], limits: {} },
    { code: 'none', title: { vi: 'Không có giấy' }, components: ['witness', 'undertaking'], limits: {} },
  ],
}
const saying = (...true_: string[]): Saying => ({ holds: (word) => true_.includes(word), numberOf: () => null })
const fact: HeldFact = { says: { vi: 'Bộ Y tế' }, at: null }
const codes = (of: readonly { code: string }[]) => of.map(({ code }) => code)

describe('§10.2 §10.3 the papers of a dossier', () => {
  test('are those of the case that was chosen', () => {
    const papers = papersFor(service, { case: 'notice', saying: saying(), known: new Map() })
    expect(codes(papers.needed)).toEqual(['notice', 'photo'])
    expect(codes(papers.notNow)).toEqual(['authorisation'])
  })

  test('and one more when an answer asks for it', () => {
    const papers = papersFor(service, { case: 'notice', saying: saying('authorised'), known: new Map() })
    expect(codes(papers.needed)).toEqual(['notice', 'authorisation', 'photo'])
  })

  test('one of several is enough', () => {
    const papers = papersFor(service, { case: 'none', saying: saying(), known: new Map() })
    expect(papers.needed.map((one) => codes(one.choices))).toEqual([['witness', 'undertaking']])
    expect(codes(papersLacking(papers, new Set()))).toEqual(['instead'])
    expect(papersLacking(papers, new Set(['undertaking']))).toEqual([])
  })

  test('what the state holds is not asked for, and it is said who holds it', () => {
    const papers = papersFor(service, {
      case: 'notice',
      saying: saying(),
      known: new Map([['record.birth_notice', fact]]),
    })
    expect(papers.held).toEqual([{ component: components[0], fact }])
    expect(papersLacking(papers, new Set())).toEqual([])
  })

  test('what may be left out is not lacking', () => {
    const papers = papersFor(service, { case: 'notice', saying: saying(), known: new Map() })
    expect(codes(papersLacking(papers, new Set()))).toEqual(['notice'])
  })
})
