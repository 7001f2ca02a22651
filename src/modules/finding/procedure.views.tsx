/** One procedure for citizens: what it is, what to bring, how long, how much, and the way to begin. Codes come last. */
import { t } from '#kernel/text.ts'
import { Codes, type Local, type Offer, type Procedure, WholeText } from '#modules/catalogue/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details, DetailsList } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { PhoneLink } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Status } from '#ui/status.tsx'
import { Steps } from '#ui/steps.tsx'
import type { LifeEvent } from './life-event.ts'
import { OfferedPapers, PublishedPapers } from './procedure-paper.views.tsx'
import { Law, Prose } from './procedure-text.views.tsx'
import { Ways, waysOf, waysOfCase } from './procedure-way.views.tsx'
import { StructuredData } from './structured-data.views.tsx'
import { wordsText } from './words.views.tsx'

export type ProcedureProps = {
  procedure: Procedure
  version: { no: number; since: Date }
  offer: Offer | undefined
  local: Local
  events: readonly LifeEvent[]
  /** Names of those that are often done together with it. */
  related: readonly { code: string; name: string }[]
  publicUrl: string
  /** An officer reads it: codes and what could not be told apart stand open. */
  officer: boolean
  mayManage: boolean
}

const ownerOf = ({ offer, local }: ProcedureProps) =>
  offer?.handedOverTo ?? (offer && offer.kind !== 'handed_over' ? undefined : local.owner?.content)

export function ProcedurePage(props: ProcedureProps) {
  const { procedure, offer, events } = props
  const title = offer ? wordsText(offer.title) : procedure.name
  const event = events[0]
  return (
    <Page
      title={title}
      bare
      crumbs={[
        { href: '/dich-vu-cong', label: t('catalogue.procedure.crumb') },
        ...(event ? [{ href: `/doi-song/${event.slug}`, label: wordsText(event.title) }] : []),
        { label: title },
      ]}
    >
      <div class="tg-cols tg-cols-main">
        <div class="tg-stack-lg">
          <Head {...props} title={title} />
          <Body {...props} />
        </div>
        <Aside {...props} />
      </div>
      <StructuredData {...props} title={title} />
    </Page>
  )
}

function Head(props: ProcedureProps & { title: string }) {
  const { procedure, offer, title } = props
  const lead = offer?.lead
    ? wordsText(offer.lead)
    : procedure.subjects.length > 0
      ? t('catalogue.procedure.for', { subjects: procedure.subjects.join(', ') })
      : null
  return (
    <div class="tg-stack">
      <div>
        <h1>{title}</h1>
        {lead && <p class="tg-lead">{lead}</p>}
      </div>
      <FourFacts {...props} />
      <Begin {...props} />
    </div>
  )
}

const allWays = ({ procedure, local, offer }: ProcedureProps) => {
  const first = offer?.cases[0]
  return first && offer ? waysOfCase(first, offer.channels) : waysOf(procedure, local)
}

/** One figure where all ways agree; else where to look. */
const same = (values: readonly string[]) =>
  new Set(values).size === 1 ? (values[0] ?? '') : t('catalogue.procedure.by_channel')

function FourFacts(props: ProcedureProps) {
  const { procedure, offer } = props
  const ways = allWays(props)
  const results = offer?.results.map(({ name }) => wordsText(name)) ?? procedure.results.map(({ name }) => name)
  const [first, ...more] = results
  return (
    <Facts
      of={[
        {
          icon: 'clock',
          label: t('catalogue.procedure.time'),
          value: ways.length ? same(ways.map(({ limit }) => limit)) : t('catalogue.limit.none'),
        },
        {
          icon: 'money',
          label: t('catalogue.procedure.fee'),
          value: ways.length ? same(ways.map(({ fee }) => fee)) : t('catalogue.fee.none'),
        },
        {
          icon: 'place',
          label: t('catalogue.procedure.place'),
          value: procedure.agency || procedure.authority || t('catalogue.limit.none'),
        },
        {
          icon: 'file',
          label: t('catalogue.procedure.result'),
          value: first ?? t('catalogue.limit.none'),
          ...(more.length > 0 && { small: t('catalogue.procedure.more_results', { count: more.length }) }),
        },
      ]}
    />
  )
}

function Begin(props: ProcedureProps) {
  const { procedure, offer } = props
  const owner = ownerOf(props)
  if (owner)
    return (
      <div class="tg-stack">
        <div class="tg-row">
          <LinkButton large href={owner.url}>
            {t('catalogue.procedure.handed_over', { name: owner.name })}
          </LinkButton>
        </div>
        <p class="tg-small tg-muted">{t('catalogue.procedure.handed_over_why')}</p>
      </div>
    )
  if (offer && offer.kind !== 'handed_over')
    return (
      <div class="tg-stack">
        <div class="tg-row">
          <LinkButton large icon="next" href={`/nop-ho-so/${procedure.code}`}>
            {t('catalogue.procedure.start')}
          </LinkButton>
        </div>
        <p class="tg-small tg-muted">
          {offer.minutes
            ? t('catalogue.procedure.minutes', { minutes: offer.minutes })
            : t('catalogue.procedure.draft')}
        </p>
        <LevelLine {...props} />
      </div>
    )
  return (
    <div class="tg-stack">
      <Notice>{t('catalogue.procedure.not_online')}</Notice>
      <LevelLine {...props} />
      {procedure.url && (
        <p>
          <a href={procedure.url}>{t('catalogue.procedure.national')}</a>
        </p>
      )}
    </div>
  )
}

/** Full or partial, and why not full: by the design of the service, else by what the province has laid down. */
function LevelLine({ offer, local }: ProcedureProps) {
  const said = local.level?.content
  const level = offer?.level ?? said?.level
  const reason = offer?.partialReason ? wordsText(offer.partialReason.says) : said?.says
  if (!level && !local.paperless) return null
  return (
    <div class="tg-row">
      {level && (
        <Status tone={level === 'full' ? 'done' : 'new'} icon={level === 'full' ? 'check' : 'minus'}>
          {t(level === 'full' ? 'catalogue.procedure.full' : 'catalogue.procedure.partial')}
        </Status>
      )}
      {local.paperless && (
        <Status tone="done" icon="leaf">
          {t('catalogue.procedure.paperless')}
        </Status>
      )}
      {level === 'partial' && reason && (
        <span class="tg-small">{t('catalogue.procedure.partial_why', { reason })}</span>
      )}
    </div>
  )
}

/** A page of law is folded; what can be read at a glance is not. */
const isShort = (steps: readonly string[]) => steps.reduce((sum, { length }) => sum + length, 0) < 2_500

function Body(props: ProcedureProps) {
  const { procedure, offer, officer } = props
  const steps = offer?.steps.length
    ? offer.steps.map(({ title, text }) => ({ title: wordsText(title), text: wordsText(text) }))
    : null
  return (
    <>
      <section class="tg-stack" aria-labelledby="giay-to">
        <h2 id="giay-to">{t('catalogue.procedure.papers')}</h2>
        {offer?.cases.length ? <OfferedPapers cases={offer.cases} /> : <PublishedPapers groups={procedure.groups} />}
      </section>
      <section class="tg-stack" aria-labelledby="thoi-gian">
        <h2 id="thoi-gian">{t('catalogue.procedure.by_way')}</h2>
        <Ways ways={allWays(props)} />
      </section>
      {steps && (
        <section class="tg-stack" aria-labelledby="cac-buoc">
          <h2 id="cac-buoc">{t('catalogue.procedure.steps')}</h2>
          <Steps of={steps} />
        </section>
      )}
      <DetailsList>
        {!steps && procedure.steps.length > 0 && (
          <Details summary={t('catalogue.procedure.steps')} open={isShort(procedure.steps)}>
            <Prose of={procedure.steps} />
          </Details>
        )}
        {procedure.requirements && (
          <Details summary={t('catalogue.procedure.requirements')}>
            <Prose of={[procedure.requirements]} />
          </Details>
        )}
        {procedure.receivedAt && (
          <Details summary={t('catalogue.procedure.where')}>
            <Prose of={[procedure.receivedAt]} />
          </Details>
        )}
        <Law of={procedure.legalBases} />
        <Codes {...props} />
        {officer && <WholeText procedure={procedure} />}
      </DetailsList>
    </>
  )
}

function Aside({ procedure, events, related, mayManage }: ProcedureProps) {
  return (
    <aside class="tg-stack" aria-label={t('catalogue.procedure.related')}>
      {related.length > 0 && (
        <div class="tg-card tg-card-tint tg-stack">
          <h2>{t('catalogue.procedure.same_event')}</h2>
          <ul>
            {related.map(({ code, name }) => (
              <li>
                <a href={`/thu-tuc/${code}`}>{name}</a>
              </li>
            ))}
          </ul>
          {events[0] && (
            <p>
              <a href={`/doi-song/${events[0].slug}`}>{wordsText(events[0].title)}</a>
            </p>
          )}
        </div>
      )}
      <div class="tg-card">
        <h3>{t('catalogue.procedure.help')}</h3>
        <p class="tg-muted">
          {t('catalogue.procedure.help_why')} <PhoneLink />.
        </p>
      </div>
      {mayManage && (
        <LinkButton kind="second" href={`/danh-muc/${procedure.code}`}>
          {t('catalogue.procedure.manage')}
        </LinkButton>
      )}
    </aside>
  )
}
