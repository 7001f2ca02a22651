import type { Returned } from '#kernel/submit.ts'
import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/steps.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Application, stages, stagesDone } from './application.ts'
import { codeOf } from './application.views.tsx'
import { Standing } from './progress.views.tsx'
import type { Progress as Told } from './progress.ts'

export const TrackingPage = ({ back }: { back?: Returned | undefined }) => (
  <Page title={t('filing.tracking.title')} lead={t('filing.tracking.lead')} narrow problem={Boolean(back)}>
    <Form
      action="/ho-so/tra-cuu"
      words="filing.tracking"
      send="filing.tracking.send"
      back={back}
      after={t('filing.tracking.why')}
    >
      <TextField name="code" code width="md" maxLength={30} />
      <TextField name="four" width="sm" maxLength={4} kind="tel" />
    </Form>
  </Page>
)

/** The code and how far it has come. Who it belongs to and what it is about are for them who sign in. */
export const TrackedPage = ({
  application,
  progress,
  isTheirs,
}: {
  application: Application
  progress: Told | undefined
  isTheirs: boolean
}) => (
  <Page title={t('filing.tracking.found')} eyebrow={<span class="tg-num">{codeOf(application)}</span>} narrow>
    <div class="tg-stack">
      <p>
        <Standing application={application} progress={progress} large />
      </p>
      {application.state !== 'withdrawn' && (
        <Progress
          of={stages.map((stage) => ({ label: say(`filing.stage.${stage}`) }))}
          at={progress?.stage ?? stagesDone(application)}
        />
      )}
      <Card tint>
        <p>{isTheirs ? t('filing.tracking.yours') : t('filing.tracking.more')}</p>
        <div class="tg-row">
          <LinkButton href={isTheirs ? `/ho-so/${application.id}` : `/dang-nhap-vneid?tiep=/ho-so/${application.id}`}>
            {isTheirs ? t('filing.receipt.back') : t('filing.mine.sign_in')}
          </LinkButton>
          <LinkButton href="/ho-so/tra-cuu" kind="second">
            {t('filing.tracking.another')}
          </LinkButton>
        </div>
      </Card>
    </div>
  </Page>
)
