/** The service of a procedure that nobody has modelled: the general form, with what the catalogue says of the procedure. */
import type { Words } from '#fields/form.ts'
import file from '../../../data/national/services/general.json' with { type: 'json' }
import { type Channel, type Limit, Service } from './service.ts'

export type Unmodelled = {
  readonly code: string
  readonly title: Words
  readonly channels?: readonly Channel[]
  /** As the catalogue gives them; a limit it does not give is not made up here. */
  readonly limits?: Readonly<Partial<Record<Channel, Limit>>>
  readonly results?: Service['results']
}

const template = Service.parse(file)

export const generalService = ({ code, title, channels, limits, results }: Unmodelled): Service => ({
  ...template,
  procedure: code,
  title,
  channels: channels?.length ? [...channels] : template.channels,
  cases: template.cases.map((one) => ({ ...one, limits: limits ?? one.limits })),
  results: results?.length ? results : template.results,
})
