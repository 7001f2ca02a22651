/** Which uploads somebody names: in answers, or in what a form has just sent. */
import { isId } from '#kernel/id.ts'
import type { Typed } from '#fields/filled.ts'
import type { Aside } from '#fields/carry-over.ts'
import type { Answers } from '#fields/form.ts'

const isUpload = (one: unknown): one is { upload: string } =>
  one !== null && typeof one === 'object' && 'upload' in one && typeof one.upload === 'string' && isId(one.upload)

/** Wherever they stand, in the order they stand. */
export function uploadsOf(answers: Answers): string[] {
  const found = Object.values(answers).flatMap((answer): string[] => {
    if (!Array.isArray(answer)) return []
    return answer.flatMap((one: unknown) =>
      typeof one === 'string' && isId(one)
        ? [one]
        : isUpload(one)
          ? [one.upload]
          : one !== null && typeof one === 'object'
            ? uploadsOf(one as Answers)
            : [],
    )
  })
  return [...new Set(found)]
}

type Naming = { readonly answers: Answers; readonly typed: Typed; readonly setAside?: readonly Aside[] }

/** All that a draft names: answered, still being checked, set aside. */
export const uploadsNamed = ({ answers, typed, setAside = [] }: Naming): string[] => [
  ...new Set([
    ...uploadsOf(answers),
    ...uploadsIn(typed),
    ...setAside.flatMap(({ answer, typed: aside = {} }) => [...uploadsOf({ answer }), ...uploadsIn(aside)]),
  ]),
]

/** Anything that could be the id of an upload. */
export const uploadsIn = (sent: Typed): string[] => [
  ...new Set(
    Object.values(sent)
      .flat()
      .filter((one) => isId(one)),
  ),
]
