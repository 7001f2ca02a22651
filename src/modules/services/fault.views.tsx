/** What stands between a draft and being published, each with the way to where it is mended. */
import { t } from '#kernel/text.ts'
import type { Fault } from './fault.ts'
import { faultPath } from './part-path.ts'
import type { Service } from './service.ts'

/** Parameters that are words of ours are said in the language of the reader. */
const said = ({ says, params }: Fault) => t(says, params)

const partOf = ({ part, item }: Fault) => {
  const name = t(`services.part.${part === 'form' ? 'sections' : part}`)
  return item ? `${name} – ${item}` : name
}

export const FaultList = ({ service, faults }: { service: Service; faults: readonly Fault[] }) => (
  <ul class="tg-docs">
    {faults.map((fault) => (
      <li>
        <div>
          <a href={faultPath(service, fault)}>{said(fault)}</a>
          <small class="tg-muted"> {partOf(fault)}</small>
        </div>
      </li>
    ))}
  </ul>
)
