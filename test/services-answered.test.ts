/** Every modelled service can be answered, so that it can be filed: by each of its cases. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkForm } from '#fields/check-form.ts'
import type { FileAnswer } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { placeBook } from '#fields/place-book.ts'
import { day } from '#kernel/time.ts'
import { formOfDossier } from '#modules/filing/dossier-form.ts'
import { Service } from '#modules/services/public.ts'
import { answersThatDo } from './some-answers.ts'

const services = globSync('data/national/services/*.json').map((path) =>
  Service.parse(JSON.parse(readFileSync(path, 'utf8'))),
)

test('there are ten, and the general one', () => expect(services.length).toBeGreaterThanOrEqual(11))

describe.each(services.map((service) => [service.procedure, service] as const))('%s', (_, service) => {
  test.each(service.cases.map(({ code }) => code))('case %s', (code) => {
    const files = new Map<string, FileAnswer>()
    const fileFor = (name: string): FileAnswer => {
      const type = 'application/pdf'
      const file = files.get(name) ?? { upload: `upload-${files.size}`, name: `${name}.pdf`, hash: 'a', size: 9, type }
      files.set(name, file)
      return file
    }
    const uploads = { get: (id: string) => [...files.values()].find(({ upload }) => upload === id) }
    const books = { today: day('2025-05-14'), places: placeBook([]), units: [], uploads } as unknown as Books
    const form = formOfDossier(service, code, new Set())
    expect(checkForm(form, answersThatDo(form, books, fileFor), books).problems).toEqual([])
  })
})
