/** The tree of units as it stood on a day, and what each unit was called over time. */
import { Day, dayOf, plusDays } from '#kernel/time.ts'
import { refuse } from '#kernel/problem.ts'
import { DayInput } from '#kernel/day-input.ts'
import { listCodes, listVersions, type UnitCodeLine, type UnitVersionLine } from '#kernel/unit-history.store.ts'
import { listUnits, type UnitRow } from '#kernel/unit.store.ts'
import { t } from '#kernel/text.ts'
import { get, type Answer, type WebContext } from '#kernel/web.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { branches, isSinceEver, type Branch } from './unit-tree.ts'

const list = '/quan-tri/don-vi'
const needs = 'admin.units'

async function show(c: WebContext): Promise<Answer> {
  const today = dayOf(c.var.ctx.now)
  const asked = DayInput.safeParse(c.req.query('ngay'))
  const on = asked.success ? asked.data : today
  const units = await listUnits(c.var.ctx.db, on)
  return <TreePage roots={branches(units)} count={units.length} on={on} />
}

async function showOne(c: WebContext): Promise<Answer> {
  const slug = [c.req.param('unit'), c.req.param('below')].filter(Boolean).join('/')
  const versions = await listVersions(c.var.ctx.db, slug)
  if (versions.length === 0) refuse('missing', 'kernel.unit.missing')
  return <UnitPage slug={slug} versions={versions} codes={await listCodes(c.var.ctx.db, slug)} />
}

const Tree = ({ of }: { of: readonly Branch<UnitRow>[] }) => (
  <ul class="tg-tree">
    {of.map(({ unit, below }) => (
      <li>
        {below.length === 0 ? (
          <UnitLink unit={unit} />
        ) : (
          <details class="tg-more" open={unit.parentId === null}>
            <summary>
              {unit.name} <span class="tg-muted">({t('admin.unit.below', { count: below.length })})</span>
            </summary>
            <p>
              <a href={`${list}/${unit.slug}`}>{t('admin.unit.history', { name: unit.name })}</a>
            </p>
            <Tree of={below} />
          </details>
        )}
      </li>
    ))}
  </ul>
)

const UnitLink = ({ unit }: { unit: UnitRow }) => <a href={`${list}/${unit.slug}`}>{unit.name}</a>

const TreePage = ({ roots, count, on }: { roots: readonly Branch<UnitRow>[]; count: number; on: Day }) => (
  <Desk title={t('admin.unit.list')} lead={t('admin.unit.count', { count, day: dayText(on) })}>
    <div class="tg-panel">
      <Filters
        action={list}
        filters={[{ name: 'ngay', label: t('admin.unit.day'), value: dayText(on) }]}
        clear={list}
      />
      {roots.length === 0 ? <p>{t('admin.unit.none')}</p> : <Tree of={roots} />}
    </div>
  </Desk>
)

const fromText = (validFrom: Day) => (isSinceEver(validFrom) ? t('admin.unit.since_ever') : dayText(validFrom))
const toText = (validTo: Day | null) => (validTo ? dayText(plusDays(validTo, -1)) : t('admin.unit.still'))

type UnitProps = { slug: string; versions: readonly UnitVersionLine[]; codes: readonly UnitCodeLine[] }

function UnitPage({ slug, versions, codes }: UnitProps) {
  const name = versions[0]?.name ?? slug
  const versionColumns: Column<UnitVersionLine>[] = [
    { key: 'name', label: t('admin.unit.name'), head: true, cell: (version) => version.name },
    { key: 'parent', label: t('admin.unit.parent'), cell: (version) => version.parent ?? '–' },
    { key: 'from', label: t('admin.post.from'), cell: (version) => fromText(version.validFrom) },
    { key: 'to', label: t('admin.post.to'), cell: (version) => toText(version.validTo) },
    {
      key: 'verified',
      label: t('admin.unit.verified'),
      cell: (version) => (version.verified ? t('admin.unit.is_verified') : t('admin.unit.not_verified')),
    },
  ]
  const codeColumns: Column<UnitCodeLine>[] = [
    { key: 'code', label: t('admin.unit.code'), head: true, cell: ({ code }) => <span class="tg-code">{code}</span> },
    { key: 'system', label: t('admin.unit.system'), cell: ({ system }) => system },
    { key: 'from', label: t('admin.post.from'), cell: ({ validFrom }) => fromText(validFrom) },
    { key: 'to', label: t('admin.post.to'), cell: ({ validTo }) => toText(validTo) },
  ]
  return (
    <Desk title={name} crumbs={[{ href: list, label: t('admin.unit.list') }, { label: name }]}>
      <div class="tg-stack-lg">
        <Card title={t('admin.unit.versions')} flush>
          <Table
            caption={t('admin.unit.versions')}
            captionHidden
            columns={versionColumns}
            rows={versions}
            empty={t('admin.unit.none')}
          />
        </Card>
        <Card title={t('admin.unit.codes')} flush>
          <Table
            caption={t('admin.unit.codes')}
            captionHidden
            columns={codeColumns}
            rows={codes}
            empty={t('admin.unit.no_codes')}
          />
        </Card>
      </div>
    </Desk>
  )
}

/** `my-tho/phuong-1`: the slug of a commune has two parts. */
export const unitPages = [
  get(list, needs, show),
  get(`${list}/:unit`, needs, showOne),
  get(`${list}/:unit/:below`, needs, showOne),
]
