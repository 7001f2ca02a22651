/** The words of the law: as they were published, and the texts they rest on. */
import { t } from '#kernel/text.ts'
import type { Procedure } from '#modules/catalogue/public.ts'
import { Details } from '#ui/details.tsx'

/** Lines as they were published, each a paragraph. */
export const Prose = ({ of }: { of: readonly string[] }) => (
  <div class="tg-stack">
    {of.flatMap((text) =>
      text
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => <p>{line}</p>),
    )}
  </div>
)

export const Law = ({ of }: { of: Procedure['legalBases'] }) =>
  of.length > 0 ? (
    <Details summary={t('catalogue.procedure.law', { count: of.length })}>
      <ul>
        {of.map(({ title, number }) => (
          <li>
            {number && <strong class="tg-nowrap">{number}</strong>}
            {number && number !== title && ': '}
            {number !== title && title}
          </li>
        ))}
      </ul>
    </Details>
  ) : null
