/** What the platform holds of whoever files, and how one sees that a question asks for it. */
import { z } from 'zod'
import type { Question, Section } from '#fields/form.ts'
import { fold } from '#kernel/fold.ts'
import file from '../../../data/national/held-facts.json' with { type: 'json' }

const HeldKind = z.object({
  key: z.string(),
  /** A question of this kind asks for it whatever its label says. */
  kinds: z.array(z.string()).default([]),
  /** As labels say it. */
  words: z.array(z.string()).default([]),
})
type HeldKind = z.infer<typeof HeldKind>

const facts = z.array(HeldKind).parse(file.facts)
const resultType = /^KQ\.[A-Z]\d{2}\.\d{6}$/

/** A fact by its key, or the result of an earlier dossier by its type. */
export const isHeldKey = (key: string): boolean => resultType.test(key) || facts.some((one) => one.key === key)

export const heldKeys: readonly string[] = facts.map(({ key }) => key)

const plain = (text: string) =>
  ` ${fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `

const saysIt = (label: string, { words }: HeldKind) => words.some((word) => plain(label).includes(plain(word)))

const asksFor = (question: Question, fact: HeldKind): boolean =>
  fact.kinds.includes(question.kind) ||
  (['text', 'day', 'choice', 'place'].includes(question.kind) && saysIt(question.label.vi, fact))

/**
 * The questions that ask whoever files for what is held, without saying so; `others` are sections and questions about
 * somebody else.
 */
export function askedAgain(sections: readonly Section[], others: ReadonlySet<string>) {
  return sections
    .filter(({ name, repeat }) => !others.has(name) && !repeat)
    .flatMap(({ questions }) => questions)
    .filter(({ name, known }) => known === undefined && !others.has(name))
    .flatMap((question) => {
      const fact = facts.find((one) => asksFor(question, one))
      return fact ? [{ question: question.name, key: fact.key }] : []
    })
}
