/** The same page for search engines, in the words of schema.org. A block of data, not a script: nothing runs. */
import { localeNow } from '#kernel/text.ts'
import type { Procedure } from '#modules/catalogue/public.ts'
import { useShell } from '#ui/shell.ts'

/** Nothing in it may end the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

type Props = { procedure: Procedure; title: string; publicUrl: string }

export function StructuredData({ procedure, title, publicUrl }: Props) {
  const { province, help } = useShell()
  const url = `${publicUrl}/thu-tuc/${procedure.code}`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: title,
    identifier: procedure.code,
    ...(procedure.field && { category: procedure.field }),
    inLanguage: localeNow(),
    serviceType: procedure.field || undefined,
    provider: { '@type': 'GovernmentOrganization', name: procedure.agency || province.authority },
    areaServed: { '@type': 'AdministrativeArea', name: province.name },
    audience: procedure.subjects.map((name) => ({ '@type': 'Audience', audienceType: name })),
    serviceOutput: procedure.results.map(({ name }) => ({ '@type': 'Thing', name })),
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: url,
      servicePhone: { '@type': 'ContactPoint', telephone: help.phone },
    },
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asData(data) }} />
}
