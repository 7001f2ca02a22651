/** The event log, to be looked through by thing, person and day. */
import { z } from 'zod'
import { careOf } from '#kernel/account-reach.store.ts'
import { DayInput } from '#kernel/day-input.ts'
import { browseEvents } from '#kernel/event-browse.store.ts'
import { hasMessage, say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { get, type Answer, type WebContext } from '#kernel/web.ts'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Table, type Column } from '#ui/table.tsx'

const path = '/quan-tri/nhat-ky'
const perPage = 50

type Event = Awaited<ReturnType<typeof browseEvents>>[number]

/** An address that somebody spoilt shows the log from its newest end rather than nothing. */
const Asked = z.object({
  viec: z.string().trim().max(200).catch(''),
  nguoi: z.string().trim().max(100).catch(''),
  ngay: DayInput.optional().catch(undefined),
  truoc: z.coerce.number().int().positive().optional().catch(undefined),
})

async function show(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const { viec, nguoi, ngay, truoc } = Asked.parse({ viec: '', nguoi: '', ...c.req.query() })
  const scope = await careOf(ctx)
  const filter = { about: viec, login: nguoi, on: ngay, before: truoc, scope, limit: perPage + 1 }
  const found = await browseEvents(ctx.db, filter)
  const rows = found.slice(0, perPage)
  const last = found.length > perPage ? rows.at(-1)?.seq : undefined
  return <LogPage rows={rows} thing={viec} person={nguoi} on={ngay} last={last} />
}

type Props = {
  rows: readonly Event[]
  thing: string
  person: string
  on: Day | undefined
  last: number | undefined
}

function LogPage({ rows, thing, person, on, last }: Props) {
  const day = on ? dayText(on) : ''
  const asked = { viec: thing, nguoi: person, ngay: day }
  const older = new URLSearchParams({ ...asked, truoc: String(last ?? '') })
  return (
    <Desk title={t('admin.log.title')} lead={t('admin.log.lead')}>
      <div class="tg-panel">
        <Filters
          action={path}
          filters={[
            { name: 'viec', label: t('admin.log.about'), value: thing },
            { name: 'nguoi', label: t('admin.log.login'), value: person },
            { name: 'ngay', label: t('admin.log.day'), value: day },
          ]}
          {...(Object.values(asked).some(Boolean) && { clear: path })}
        />
        <Table
          caption={t('admin.log.title')}
          captionHidden
          columns={columns()}
          rows={rows}
          empty={t('admin.log.none')}
        />
      </div>
      {last !== undefined && (
        <p>
          <a href={`${path}?${older}`}>{t('admin.log.older')}</a>
        </p>
      )}
    </Desk>
  )
}

const linkTo = (query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`

/** A sign-in says in its result what came of it. */
const isRefused = (result: unknown) =>
  result !== null && typeof result === 'object' && 'outcome' in result && result.outcome === 'refused'

/** "Chỉ tiêu …9dfaedcdf": what it is, and enough of its id to tell it from others. */
function thingName(about: string): string {
  const [kind = '', id = ''] = about.split('/')
  const key = `admin.thing.${kind}`
  return hasMessage(key) ? `${say(key)} ${id.length > 12 ? `…${id.slice(-6)}` : id}` : about
}

const columns = (): Column<Event>[] => [
  { key: 'seq', label: t('admin.log.number'), number: true, cell: ({ seq }) => seq },
  {
    key: 'command',
    label: t('admin.log.what'),
    head: true,
    cell: ({ command, result }) => (
      <>
        {hasMessage(command) ? say(command) : command}
        {isRefused(result) && ` – ${t('admin.log.refused')}`}
      </>
    ),
  },
  { key: 'at', label: t('admin.log.at'), cell: ({ at }) => momentText(at) },
  {
    key: 'who',
    label: t('admin.log.person'),
    cell: ({ name, login }) => (login ? <a href={linkTo({ nguoi: login })}>{name}</a> : t('admin.log.nobody')),
  },
  {
    key: 'about',
    label: t('admin.log.about'),
    cell: ({ about, aboutName }) => <a href={linkTo({ viec: about })}>{aboutName ?? thingName(about)}</a>,
  },
  {
    key: 'detail',
    label: t('admin.log.detail'),
    cell: ({ detail, rule }) => {
      const written = [rule, detail && JSON.stringify(detail)].filter(Boolean).join(' · ')
      return written ? (
        <Details summary={t('admin.log.see')}>
          <code class="tg-code">{written}</code>
        </Details>
      ) : (
        '–'
      )
    },
  },
]

export const logPages = [get(path, 'admin.log', show)]
