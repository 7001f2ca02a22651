/** One box for everything an officer works with: targets, tasks and units, by plain words. */
import { findIn } from '#kernel/search.ts'
import { t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits, type UnitRow } from '#kernel/unit.store.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { FoundList } from '#ui/found.tsx'
import { Search } from '#ui/hero.tsx'
import { Void } from '#ui/void.tsx'
import { listPlans, listTargets, listTasks, type PlanHead, type Target, type Task } from '#modules/plan/public.ts'

const most = 30

type Found = {
  query: string
  plan: PlanHead | undefined
  targets: readonly Target[]
  tasks: readonly Task[]
  units: readonly UnitRow[]
}

async function find(c: WebContext): Promise<Found> {
  const query = (c.req.query('q') ?? '').trim().slice(0, 200)
  const { db, now } = c.var.ctx
  const plan = (await listPlans(db)).find(({ state }) => state === 'published')
  if (!query) return { query, plan, targets: [], tasks: [], units: [] }
  const [targets, tasks, units] = await Promise.all([
    plan ? listTargets(db, plan.id) : [],
    plan ? listTasks(db, plan.id) : [],
    listUnits(db, dayOf(now)),
  ])
  return {
    query,
    plan,
    targets: findIn(query, targets, ({ ref, title, wording }) => `${title} ${wording} ${ref}`).slice(0, most),
    tasks: findIn(query, tasks, ({ ref, wording, heading }) => `${wording} ${heading} ${ref}`).slice(0, most),
    units: findIn(query, units, ({ name, shortName }) => `${name} ${shortName ?? ''}`).slice(0, most),
  }
}

type Line = { href: string; title: string; note: string }

const Group = ({ title, lines }: { title: string; lines: readonly Line[] }) =>
  lines.length > 0 ? (
    <Card title={title}>
      <FoundList of={lines} />
    </Card>
  ) : null

function SearchPage({ query, plan, targets, tasks, units }: Found) {
  const at = `/ke-hoach/${plan?.code ?? ''}`
  const none = targets.length + tasks.length + units.length === 0
  return (
    <Desk title={t('plan.search.title')} narrow>
      <div class="tg-stack">
        <Search action="/tim" label={t('plan.search.label')} example={t('plan.search.example')} typed={query} />
        {query && none && <Void title={t('plan.search.none', { query })}>{t('plan.search.none_why')}</Void>}
        <Group
          title={t('plan.search.targets')}
          lines={targets.map(({ ref, title, pillar }) => ({
            href: `${at}/chi-tieu/${encodeURIComponent(ref)}`,
            title,
            note: pillar,
          }))}
        />
        <Group
          title={t('plan.search.tasks')}
          lines={tasks.map(({ ref, wording, heading }) => ({
            href: `${at}/nhiem-vu/${encodeURIComponent(ref)}`,
            title: wording,
            note: `${ref}. ${heading}`,
          }))}
        />
        <Group
          title={t('plan.search.units')}
          lines={units.map(({ slug, name, shortName }) => ({
            href: `${at}?don-vi=${encodeURIComponent(slug)}`,
            title: name,
            note: shortName ?? '',
          }))}
        />
      </div>
    </Desk>
  )
}

export const searchPages = [get('/tim', 'plan.read', async (c) => <SearchPage {...(await find(c))} />)]
