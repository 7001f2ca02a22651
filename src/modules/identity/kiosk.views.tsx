import { kioskPlaces } from '#kernel/kiosk.ts'
import { t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'

type Props = {
  isOn: boolean
  /** An officer stands before it. */
  maySet: boolean
  how: 'ready' | 'done' | 'idle'
  minutes: number
  provider: string
}

export const KioskPage = ({ isOn, maySet, how, minutes, provider }: Props) => (
  <Page title={t('identity.kiosk.title')} lead={t('identity.kiosk.lead')} narrow>
    <div class="tg-stack-lg">
      {how !== 'ready' && <Notice tone="done">{t(`identity.kiosk.${how}`)}</Notice>}
      {isOn && (
        <div class="tg-row">
          <LinkButton href="/dang-nhap-vneid?tiep=/dich-vu-cong" large icon="shield">
            {t('identity.kiosk.sign_in', { provider })}
          </LinkButton>
          <LinkButton href="/dich-vu-cong" large kind="second">
            {t('identity.kiosk.find')}
          </LinkButton>
        </div>
      )}
      <Card title={t('identity.kiosk.how')}>
        <DocumentList
          of={[
            { icon: 'shield', title: t('identity.kiosk.who'), text: t('identity.kiosk.who_text', { provider }) },
            { icon: 'file', title: t('identity.kiosk.same'), text: t('identity.kiosk.same_text') },
            { icon: 'clock', title: t('identity.kiosk.finish'), text: t('identity.kiosk.finish_text', { minutes }) },
          ]}
        />
      </Card>
      {maySet && (
        <Card title={t('identity.kiosk.set')}>
          <p>{t(isOn ? 'identity.kiosk.is_on' : 'identity.kiosk.is_off')}</p>
          <form action={`${kioskPlaces.home}/${isOn ? 'tat' : 'bat'}`} method="post">
            <Button kind="second">{t(isOn ? 'identity.kiosk.turn_off' : 'identity.kiosk.turn_on')}</Button>
          </form>
        </Card>
      )}
    </div>
  </Page>
)
