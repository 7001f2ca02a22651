/** The form as citizens will see it, with the papers and fees that the answers lead to. */
import { QuestionForm } from '#fields/form.views.tsx'
import type { FormPage } from '#fields/page.ts'
import { inWords } from '#fields/words.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { AssumedCard } from './basis.views.tsx'
import { papersFor } from './component.ts'
import { classesOf, feeLines } from './fee.ts'
import { FeeTable } from './fee.views.tsx'
import { list, servicePath } from './part-path.ts'
import { sayingOf } from './saying.ts'
import type { Case, Service } from './service.ts'

type Props = { service: Service; chosen: Case; page: FormPage; on: Day }

export function PreviewPage({ service, chosen, page, on }: Props) {
  const at = `${servicePath(service.procedure)}/xem-truoc`
  const title = t('services.preview.title')
  return (
    <Desk
      title={title}
      eyebrow={service.procedure}
      lead={t('services.preview.lead')}
      problem={page.problems.length > 0}
      crumbs={[
        { href: list, label: t('services.nav') },
        { href: servicePath(service.procedure), label: inWords(service.title) },
        { label: title },
      ]}
    >
      <div class="tg-stack">
        <Chips
          label={t('services.preview.case')}
          of={service.cases.map((one) => ({
            href: `${at}?truong-hop=${one.code}`,
            label: inWords(one.title),
            current: one.code === chosen.code,
          }))}
        />
        <div class="tg-cols tg-cols-2">
          <Card>
            <QuestionForm action={`${at}?truong-hop=${chosen.code}`} send="services.part.show" page={page} />
          </Card>
          <div class="tg-stack">
            <Papers service={service} chosen={chosen} page={page} on={on} />
            <FeesOfAll service={service} chosen={chosen} page={page} on={on} />
            <AssumedCard form={page.form} on={on} />
          </div>
        </div>
      </div>
    </Desk>
  )
}

function Papers({ service, chosen, page, on }: Props) {
  const saying = sayingOf(page.filled.answers, on)
  const { needed, notNow } = papersFor(service, { case: chosen.code, saying, known: new Map() })
  return (
    <Card title={t('services.preview.papers')}>
      <ul class="tg-docs">
        {needed.map(({ choices, optional }) => (
          <li>
            <div>
              {choices.map(({ name }) => inWords(name)).join(` – ${t('services.offer.or')} `)}
              {optional && <small class="tg-muted"> {t('services.offer.optional')}</small>}
            </div>
          </li>
        ))}
      </ul>
      {notNow.map(({ name, onlyIf = '' }) => (
        <p class="tg-small tg-muted">
          {inWords(name)}: {t('services.drawing.only', { text: onlyIf })}
        </p>
      ))}
    </Card>
  )
}

const FeesOfAll = ({ service, chosen, page, on }: Props) => {
  const { answers } = page.filled
  const asked = { case: chosen.code, saying: sayingOf(answers, on), classes: classesOf(answers), on }
  return (
    <>
      {service.channels.map((channel) => (
        <Card flush title={t('services.preview.fees', { channel: t(`services.channel.${channel}`) })}>
          <FeeTable fees={feeLines(service, { ...asked, channel })} />
        </Card>
      ))}
    </>
  )
}
