/** What stands against the form of a service: a question nobody asks, a fact asked for though it is held. */
import { faultsOf as faultsInForm } from '#fields/form-faults.ts'
import type { Key, Params } from '#kernel/text.ts'
import { askedAgain, isHeldKey } from './held.ts'
import type { Fault } from './fault.ts'
import type { Service } from './service.ts'

const at = (item: string, field: string, says: Key, params: Params = {}): Fault => ({
  part: 'form',
  item,
  field,
  says,
  params,
})

/** Whoever files is asked for papers under such names (`filing`). */
const isReserved = (name: string) => name === 'giay_to' || name.startsWith('paper_')

export function faultsOfForm(service: Service): Fault[] {
  const { sections } = service.form
  const questions = sections.flatMap((section) => section.questions)
  const names = [...sections, ...questions].map(({ name }) => name)
  const others = new Set(service.aboutOthers)
  const asked = (name: string) => service.cases.some((one) => one.sections === undefined || one.sections.includes(name))
  return [
    ...faultsInForm(service.form).map(({ at: name, part, key, params }) => at(name, String(part), key, params)),
    ...names.filter(isReserved).map((name) => at(name, 'name', 'services.fault.reserved_name', { code: name })),
    ...[...others]
      .filter((name) => !names.includes(name))
      .map((name) => at('', 'aboutOthers', 'services.fault.unknown_section', { code: name })),
    ...sections.filter(({ name }) => !asked(name)).map(({ name }) => at(name, 'name', 'services.fault.unused_section')),
    ...questions
      .filter(({ known }) => known !== undefined && !isHeldKey(known))
      .map(({ name, known = '' }) => at(name, 'known', 'services.fault.unknown_fact', { key: known })),
    ...askedAgain(sections, others).map(({ question, key }) =>
      at(question, 'known', 'services.fault.asks_for_held', { key }),
    ),
  ]
}
