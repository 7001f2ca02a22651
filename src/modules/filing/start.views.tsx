import { inWords } from '#fields/words.ts'
import type { Returned } from '#kernel/submit.ts'
import { say, t } from '#kernel/text.ts'
import type { Service } from '#modules/services/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { Facts } from '#ui/facts.tsx'
import { Form, Hidden, type Values } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Steps } from '#ui/steps.tsx'
import { Void } from '#ui/void.tsx'
import type { Draft } from './draft.ts'
import type { Receiver } from './receiver.ts'

export const procedurePath = (code: string): string => `/thu-tuc/${encodeURIComponent(code)}`

type StartProps = {
  service: Service
  receivers: readonly Receiver[]
  action: string
  isOnline: boolean
  mayStart: boolean
  mayHelp: boolean
  isSignedIn: boolean
  chosenCase: string | null
  idempotencyKey: string
  back?: Returned | undefined
}

export function StartPage(props: StartProps) {
  const { service, isOnline, mayStart, mayHelp, back } = props
  const title = inWords(service.title)
  return (
    <Page
      title={t('filing.start.title', { title })}
      lead={service.lead && inWords(service.lead)}
      crumbs={[
        { href: '/dich-vu-cong', label: t('filing.start.services') },
        { href: procedurePath(service.procedure), label: title },
        { label: t('filing.start.file') },
      ]}
      narrow
      problem={Boolean(back)}
    >
      <div class="tg-stack-lg">
        <Facts
          of={[
            {
              icon: 'clock',
              label: t('filing.start.minutes'),
              value: service.minutes
                ? t('filing.start.about', { count: service.minutes })
                : t('filing.start.at_leisure'),
            },
            {
              icon: 'shield',
              label: t('filing.start.assurance'),
              value: t('filing.start.level', { level: service.assurance }),
              small: t('filing.start.when_filing'),
            },
          ]}
        />
        {service.partialReason && (
          <Notice tone="wait">
            <p>{inWords(service.partialReason.says)}</p>
          </Notice>
        )}
        {!isOnline ? <NotOnline service={service} /> : mayStart ? <Begin {...props} /> : <ForStaff mayHelp={mayHelp} />}
      </div>
    </Page>
  )
}

const NotOnline = ({ service }: { service: Service }) => (
  <Notice tone="wait">
    <p>
      {t('filing.start.not_online', {
        channels: service.channels.map((channel) => say(`filing.channel.${channel}`)).join(', '),
      })}
    </p>
    <p>
      <a href={procedurePath(service.procedure)}>{t('filing.start.what_to_bring')}</a>
    </p>
  </Notice>
)

const ForStaff = ({ mayHelp }: { mayHelp: boolean }) => (
  <Notice>
    <p>{t('filing.draft.staff_help_at_the_desk')}</p>
    {mayHelp && (
      <p>
        <a href="/mot-cua/lam-giup">{t('filing.start.help')}</a>
      </p>
    )}
  </Notice>
)

function Begin({ service, receivers, action, isSignedIn, chosenCase, idempotencyKey, back }: StartProps) {
  const values: Values = { case: chosenCase ?? '' }
  return (
    <>
      <Form
        action={action}
        words="filing.start"
        send="filing.start.send"
        idempotencyKey={idempotencyKey}
        back={back}
        values={values}
        after={isSignedIn ? t('filing.start.kept') : t('filing.start.kept_here')}
      >
        <Way service={service} receivers={receivers} />
      </Form>
      {service.citizenSteps.length > 0 && (
        <section class="tg-stack">
          <h2>{t('filing.start.steps')}</h2>
          <Steps of={service.citizenSteps.map(({ title, text }) => ({ title: inWords(title), text: inWords(text) }))} />
        </section>
      )}
    </>
  )
}

/** Which case and which office; what leaves no choice is not asked. */
export function Way({ service, receivers }: { service: Service; receivers: readonly Receiver[] }) {
  const { cases } = service
  const [only] = cases
  const [place] = receivers
  return (
    <>
      {cases.length === 1 && only ? (
        <Hidden name="case" value={only.code} />
      ) : (
        <Radios
          name="case"
          stacked
          options={cases.map(({ code, title, help }) => ({
            value: code,
            label: inWords(title),
            ...(help && { hint: inWords(help) }),
          }))}
        />
      )}
      {receivers.length === 1 && place ? (
        <>
          <Hidden name="receiver" value={place.slug} />
          <p>{t('filing.start.goes_to', { name: place.name })}</p>
        </>
      ) : (
        <>
          {service.receivers.includes('any_commune') && <p>{t('filing.start.any_commune')}</p>}
          <Select
            name="receiver"
            width="full"
            options={receivers.map(({ slug, name, above }) => ({
              value: slug,
              label: name,
              ...(above && { group: above }),
            }))}
          />
        </>
      )}
    </>
  )
}

export const NotOfferedPage = ({ code }: { code: string }) => (
  <Page title={t('filing.start.not_offered')} bare>
    <Void
      level={1}
      title={t('filing.start.not_offered')}
      actions={
        <>
          <LinkButton href={procedurePath(code)}>{t('filing.start.what_to_bring')}</LinkButton>
          <LinkButton kind="second" href="/ho-so">
            {t('filing.start.my_drafts')}
          </LinkButton>
        </>
      }
    >
      <p>{t('filing.start.not_offered_why')}</p>
    </Void>
  </Page>
)

type RedirectProps = {
  draft: Draft
  service: Service
  receivers: readonly Receiver[]
  back?: Returned | undefined
}

export const RedirectPage = ({ draft, service, receivers, back }: RedirectProps) => (
  <Page
    title={t('filing.start.redirect')}
    lead={inWords(service.title)}
    crumbs={[{ href: `/to-khai/${draft.id}`, label: inWords(service.title) }, { label: t('filing.start.redirect') }]}
    narrow
    problem={Boolean(back)}
  >
    <Form
      action={`/to-khai/${draft.id}/noi-nhan`}
      words="filing.start"
      send="filing.start.save"
      back={back}
      values={{
        case: draft.caseCode,
        receiver: receivers.find(({ id }) => id === draft.receiverId)?.slug ?? '',
      }}
      also={
        <LinkButton kind="second" href={`/to-khai/${draft.id}`}>
          {t('filing.start.leave')}
        </LinkButton>
      }
    >
      <Way service={service} receivers={receivers} />
    </Form>
  </Page>
)
