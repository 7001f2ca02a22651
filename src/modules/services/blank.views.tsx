/** A procedure of the catalogue that nobody has begun to design. */
import { t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Notice } from '#ui/notice.tsx'
import { list, servicePath } from './part-path.ts'

type Props = { procedure: string; title: string; handedOver: boolean; mayPublish: boolean; formKey: string }

export const BlankPage = ({ procedure, title, handedOver, mayPublish, formKey }: Props) => (
  <Desk title={title} eyebrow={procedure} crumbs={[{ href: list, label: t('services.nav') }, { label: title }]}>
    {handedOver ? (
      <Notice>{t('services.draft.handed_over')}</Notice>
    ) : (
      <Card>
        <p>{t('services.begin.lead')}</p>
        <form class="tg-row" action={`${servicePath(procedure)}/bat-dau`} method="post">
          <input type="hidden" name="procedure" value={procedure} />
          <input type="hidden" name="_key" value={formKey} />
          <Button icon="pen">{t('services.begin.send')}</Button>
          {mayPublish && (
            <Button kind="second" action={`${list}/mau-chung`}>
              {t('services.begin.general')}
            </Button>
          )}
        </form>
      </Card>
    )}
  </Desk>
)
