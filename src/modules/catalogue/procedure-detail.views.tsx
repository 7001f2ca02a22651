/** What few ask of a procedure: its codes, and what was not told apart. */
import { say, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { levelsText } from './figure.views.tsx'
import type { Procedure } from './procedure.ts'

type CodesProps = { procedure: Procedure; version: { no: number; since: Date }; officer: boolean }

/** Plain words stand above; whoever needs the codes finds them here, officers without unfolding. */
export function Codes({ procedure, version, officer }: CodesProps) {
  const fact = (label: string, value: string) => (value ? { label, value } : null)
  return (
    <Details summary={t('catalogue.procedure.codes')} open={officer}>
      <SummaryList
        of={[
          fact(t('catalogue.procedure.code'), procedure.code),
          fact(t('catalogue.procedure.decision'), procedure.decision),
          fact(t('catalogue.procedure.level'), levelsText(procedure.levels)),
          fact(t('catalogue.procedure.field'), procedure.field),
          fact(t('catalogue.procedure.authority'), procedure.authority),
          fact(t('catalogue.procedure.cooperating'), procedure.cooperating),
          fact(t('catalogue.procedure.subjects'), procedure.subjects.join(', ')),
          fact(t('catalogue.procedure.kind'), procedure.kind),
          procedure.results.length > 0
            ? {
                label: t('catalogue.procedure.results'),
                value: procedure.results.map(({ name, code }) => (
                  <div>
                    {name} {code && <span class="tg-code">{code}</span>}
                  </div>
                )),
              }
            : null,
          fact(
            t('catalogue.procedure.version'),
            t('catalogue.procedure.version_of', { no: version.no, on: dayText(dayOf(version.since)) }),
          ),
        ]}
      />
      {procedure.url && (
        <p>
          <a href={procedure.url}>{t('catalogue.procedure.national')}</a>
        </p>
      )}
    </Details>
  )
}

/** For officers: every note in full, and each piece that was not told apart with the reason. */
export const WholeText = ({ procedure }: { procedure: Procedure }) => (
  <>
    {procedure.unstructured.length > 0 && (
      <Details summary={t('catalogue.procedure.unstructured')}>
        <ul>
          {procedure.unstructured.map(({ part, reason, text }) => (
            <li>
              <strong>
                {say(`catalogue.part.${part}`)}: {say(`catalogue.reason.${reason}`)}
              </strong>{' '}
              {text.slice(0, 400)}
            </li>
          ))}
        </ul>
      </Details>
    )}
  </>
)
