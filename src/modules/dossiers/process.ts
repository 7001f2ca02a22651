/** The inner process of one dossier: which steps it has, which are to be begun now, and what a way back undoes. */
import { stepsOfCase, type Service, type Step } from '#modules/services/public.ts'

/** A step that the dossier came to; the same step done again is another. */
export type Taken = { readonly code: string; readonly isOpen: boolean; readonly counts: boolean }

/** Of the case, and of those only what its condition (over the answers) lets in. */
export function processOf(
  { steps }: Pick<Service, 'steps'>,
  caseCode: string,
  holds: (expression: string) => boolean,
): readonly Step[] {
  const asked = steps.map((step) => (step.onlyIf === undefined || holds(step.onlyIf) ? step : { ...step, cases: [] }))
  return stepsOfCase(asked, caseCode)
}

/** Ways to an end that is no result (a refusal) are come to by their edge alone. */
const isOnTheWay = ({ kind, after }: Step): boolean => kind === 'receive' || after.length > 0

const doneIn = (taken: readonly Taken[]): ReadonlySet<string> =>
  new Set(taken.filter(({ isOpen, counts }) => !isOpen && counts).map(({ code }) => code))

const openIn = (taken: readonly Taken[]) => new Set(taken.filter(({ isOpen }) => isOpen).map(({ code }) => code))

/**
 * Everything whose turn has come: steps that wait for the same ones open together. The return is not among them: it opens
 * with the result.
 */
export function stepsToOpen(process: readonly Step[], taken: readonly Taken[]): readonly Step[] {
  const [done, open] = [doneIn(taken), openIn(taken)]
  return process.filter(
    (step) =>
      step.kind !== 'return' &&
      isOnTheWay(step) &&
      !done.has(step.code) &&
      !open.has(step.code) &&
      step.after.every((code) => done.has(code)),
  )
}

/** Nothing is left to be done but to give the result out. */
export function isReadyToIssue(process: readonly Step[], taken: readonly Taken[]): boolean {
  const done = doneIn(taken)
  return process.some(
    ({ kind, after }) => kind === 'return' && after.length > 0 && after.every((code) => done.has(code)),
  )
}

/** The step at which the result is given: the one whose turn has come, or any. */
export function returnStep(process: readonly Step[], taken: readonly Taken[]): Step | undefined {
  const done = doneIn(taken)
  const ends = process.filter(({ kind }) => kind === 'return')
  return ends.find(({ after }) => after.length > 0 && after.every((code) => done.has(code))) ?? ends[0]
}

/** The step itself and everything that comes after it, at any distance: done again from there, they count no more. */
export function undoneBy(process: readonly Step[], code: string): ReadonlySet<string> {
  const undone = new Set([code])
  for (let grew = true; grew; ) {
    grew = false
    for (const step of process)
      if (!undone.has(step.code) && step.after.some((one) => undone.has(one))) {
        undone.add(step.code)
        grew = true
      }
  }
  return undone
}

/** Where a dossier goes that its signer sends back: as the process says, else to what was worked on last before it. */
export function sentBackTo(process: readonly Step[], from: Step | undefined): Step | undefined {
  const named = process.find(({ code, kind }) => code === from?.onRefusal && kind !== 'return')
  if (named) return named
  const before = process.filter(({ code, kind }) => kind === 'process' && (from?.after.includes(code) ?? true))
  return before.at(-1) ?? process.findLast(({ kind }) => kind === 'process')
}

/**
 * Working hours that the steps not begun yet may take, one after the other where they wait for one another: the longest
 * way from what is open to the end.
 */
export function hoursAhead(process: readonly Step[], taken: readonly Taken[]): number {
  const [done, open] = [doneIn(taken), openIn(taken)]
  const known = new Map<string, number>()
  const until = (code: string): number => {
    const before = known.get(code)
    if (before !== undefined) return before
    known.set(code, 0)
    const step = process.find((one) => one.code === code)
    const own = !step || done.has(code) || open.has(code) ? 0 : step.hours
    const whole = own + Math.max(0, ...(step?.after ?? []).map(until))
    known.set(code, whole)
    return whole
  }
  const toResult = process.filter((step) => isOnTheWay(step) && step.kind !== 'return')
  return Math.ceil(Math.max(0, ...toResult.map(({ code }) => until(code))))
}
