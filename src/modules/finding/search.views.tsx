/** Finding a procedure: the first page, the list with its filters, and what belongs to an event of life. */
import { t } from '#kernel/text.ts'
import { channelText, levels, levelsText, levelText, limitText } from '#modules/catalogue/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card, Tile } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Filters } from '#ui/filters.tsx'
import { Form } from '#ui/form.tsx'
import { FoundList } from '#ui/found.tsx'
import { Hero, Search } from '#ui/hero.tsx'
import { Page } from '#ui/page.tsx'
import { Pager } from '#ui/pager.tsx'
import { Tag } from '#ui/status.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import { type LifeEvent, lifeEvents, type OftenAsked } from './life-event.ts'
import type { Facet, Filter } from './search-index.ts'
import type { Listed } from './search.store.ts'
import { wordsText } from './words.views.tsx'

const list = '/dich-vu-cong'

type HomeProps = { count: number; often: readonly OftenAsked[] }

export function HomePage({ count, often }: HomeProps) {
  return (
    <Page
      title={t('catalogue.home.page_title')}
      hero={
        <Hero title={t('catalogue.home.title')} lead={t('catalogue.home.lead')}>
          <Search action={list} label={t('catalogue.home.title')} example={t('catalogue.home.example')} />
          {often.length > 0 && (
            <Chips
              label={t('catalogue.home.often')}
              of={often.map(({ procedure, title }) => ({ href: `/thu-tuc/${procedure}`, label: wordsText(title) }))}
            />
          )}
        </Hero>
      }
    >
      <div class="tg-stack-lg">
        <div class="tg-cols tg-cols-2">
          <Follow />
          <SignIn />
        </div>
        <section aria-labelledby="doi-song">
          <div class="tg-head2">
            <h2 id="doi-song">{t('catalogue.home.events')}</h2>
            <a href={list}>{t('catalogue.home.all', { count })}</a>
          </div>
          <EventTiles of={lifeEvents} />
        </section>
        <Card title={t('catalogue.home.figures')} tint>
          <p>{t('catalogue.home.figures_why')}</p>
          <div class="tg-row">
            <LinkButton kind="second" icon="chart" href="/tien-do">
              {t('catalogue.home.figures_do')}
            </LinkButton>
          </div>
        </Card>
      </div>
    </Page>
  )
}

const Follow = () => (
  <Card title={t('catalogue.home.follow')} raised>
    <Form action="/ho-so/tra-cuu" words="catalogue.follow" send="catalogue.follow.send">
      <TextField name="ma" code maxLength={60} />
    </Form>
  </Card>
)

const SignIn = () => (
  <Card title={t('catalogue.home.sign_in')} tint>
    <p>{t('catalogue.home.sign_in_why')}</p>
    <div class="tg-row">
      <LinkButton href="/dang-nhap-vneid">{t('catalogue.home.sign_in_do')}</LinkButton>
    </div>
  </Card>
)

const EventTiles = ({ of }: { of: readonly LifeEvent[] }) => (
  <div class="tg-grid">
    {of.map(({ slug, icon, title, lead }) => (
      <Tile href={`/doi-song/${slug}`} icon={icon} title={wordsText(title)}>
        {wordsText(lead)}
      </Tile>
    ))}
  </div>
)

export type ListProps = {
  words: string
  filter: Filter
  found: readonly Listed[]
  total: number
  from: number
  previous: string | undefined
  next: string | undefined
  fields: readonly Facet[]
  agencies: readonly Facet[]
  isEmpty: boolean
}

const optionsOf = (facets: readonly Facet[]) =>
  facets.map(({ value, count }) => ({ value, label: `${value} (${count})` }))

export function ListPage(props: ListProps) {
  const { words, filter, found, total, from } = props
  const isFiltered = Boolean(filter.field ?? filter.level ?? filter.agency ?? filter.event)
  return (
    <Page
      title={t('catalogue.search.heading', { query: words ? 'some' : 'none', words })}
      lead={props.isEmpty ? t('catalogue.search.empty') : t('catalogue.search.found', { count: total })}
    >
      <div class="tg-stack">
        <Search action={list} label={t('catalogue.search.label')} example={t('catalogue.home.example')} typed={words} />
        <FilterForm {...props} />
        {found.length > 0 ? (
          <>
            <Lines of={found} />
            <Pager
              from={from}
              to={from + found.length - 1}
              total={total}
              {...(props.previous && { previous: props.previous })}
              {...(props.next && { next: props.next })}
            />
          </>
        ) : (
          <None words={words} isFiltered={isFiltered} />
        )}
      </div>
    </Page>
  )
}

const FilterForm = ({ words, filter, fields, agencies }: ListProps) => (
  <Filters
    action={list}
    hidden={words ? { q: words } : {}}
    {...(Object.values(filter).some(Boolean) && { clear: words ? `${list}?q=${encodeURIComponent(words)}` : list })}
    filters={[
      {
        name: 'doi-song',
        label: t('catalogue.search.event'),
        value: filter.event ?? '',
        options: lifeEvents.map(({ slug, title }) => ({ value: slug, label: wordsText(title) })),
      },
      { name: 'linh-vuc', label: t('catalogue.search.field'), value: filter.field ?? '', options: optionsOf(fields) },
      {
        name: 'cap',
        label: t('catalogue.search.level'),
        value: filter.level ?? '',
        options: levels.map((level) => ({ value: level, label: levelText(level) })),
      },
      {
        name: 'co-quan',
        label: t('catalogue.search.agency'),
        value: filter.agency ?? '',
        options: optionsOf(agencies),
      },
    ]}
  />
)

const None = ({ words, isFiltered }: { words: string; isFiltered: boolean }) => (
  <>
    <Void title={words ? t('catalogue.search.none', { words }) : t('catalogue.search.found', { count: 0 })}>
      <p>{t(isFiltered ? 'catalogue.search.none_filtered' : 'catalogue.search.none_why')}</p>
    </Void>
    <EventTiles of={lifeEvents} />
  </>
)

const Lines = ({ of }: { of: readonly Listed[] }) => (
  <FoundList
    of={of.map((entry) => ({
      href: `/thu-tuc/${entry.code}`,
      title: entry.name,
      note: (
        <>
          {noteOf(entry)} <Where entry={entry} />
        </>
      ),
    }))}
  />
)

const noteOf = ({ field, levels: all, limit, free, channels }: Listed) =>
  [
    field,
    levelsText(all),
    limit && limitText(limit),
    free && t('catalogue.fee.free'),
    channels.map(channelText).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')

function Where({ entry }: { entry: Listed }) {
  if (entry.offered === 'modelled' || entry.offered === 'general') return <Tag>{t('catalogue.search.online')}</Tag>
  return entry.owned || entry.offered === 'handed_over' ? <Tag>{t('catalogue.search.elsewhere')}</Tag> : null
}

type EventProps = { event: LifeEvent; found: readonly Listed[]; missing: readonly string[] }

export const EventPage = ({ event, found, missing }: EventProps) => (
  <Page
    title={wordsText(event.title)}
    lead={t('catalogue.event.lead', { lead: wordsText(event.lead) })}
    crumbs={[{ href: list, label: t('catalogue.procedure.crumb') }, { label: wordsText(event.title) }]}
  >
    <div class="tg-stack-lg">
      <Lines of={found} />
      {missing.length > 0 && <p class="tg-muted">{t('catalogue.event.missing', { codes: missing.join(', ') })}</p>}
      <section class="tg-stack" aria-labelledby="viec-khac">
        <h2 id="viec-khac">{t('catalogue.event.others')}</h2>
        <EventTiles of={lifeEvents.filter(({ slug }) => slug !== event.slug)} />
      </section>
    </div>
  </Page>
)
