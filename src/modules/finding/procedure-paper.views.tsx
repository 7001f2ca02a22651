/** What to bring: by the province's own design of the service where there is one, else as the catalogue lists it. */
import { t } from '#kernel/text.ts'
import type { Offer, OfferedCase, Procedure } from '#modules/catalogue/public.ts'
import { Details, DetailsList } from '#ui/details.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { wordsText } from './words.views.tsx'

type Group = Procedure['groups'][number]
type Paper = Group['papers'][number]

const countsText = ({ originals, copies }: Paper) =>
  t('catalogue.procedure.counts', { originals, copies, both: originals > 0 && copies > 0 ? 'yes' : 'no' })

/** Some names are whole articles of law: their first words name the paper, the rest explains. */
const longestName = 200

function partsOf(name: string): { title: string; more: string } {
  const text = name.replace(bullet, '')
  if (text.length <= longestName) return { title: text, more: '' }
  const head = text.slice(0, longestName)
  const at = Math.max(...['. ', '; ', ': ', ', '].map((mark) => head.lastIndexOf(mark) + 1), 0)
  const cut = at > 40 ? at : head.lastIndexOf(' ')
  return { title: `${text.slice(0, cut).trim()} …`, more: text.slice(cut).trim() }
}

const bullet = /^[\s\-+*•]+/

const PaperText = ({ paper, manner }: { paper: Paper; manner: Group['manner'] }) => (
  <>
    {[
      partsOf(paper.name).more,
      manner && t(manner === 'show' ? 'catalogue.procedure.show' : 'catalogue.procedure.submit'),
      countsText(paper),
      paper.onlyIf &&
        !paper.name.includes(paper.onlyIf) &&
        t('catalogue.procedure.only_if', { condition: paper.onlyIf }),
      paper.forms.length > 0 && t('catalogue.procedure.form', { names: paper.forms.join(', ') }),
    ]
      .filter(Boolean)
      .join(' · ')}
  </>
)

const Papers = ({ group }: { group: Group }) => (
  <>
    {group.title && <h3>{group.title.replace(bullet, '')}</h3>}
    <DocumentList
      of={group.papers.map((paper) => ({
        title: partsOf(paper.name).title,
        ...(!paper.heading && { text: <PaperText paper={paper} manner={group.manner} /> }),
      }))}
    />
  </>
)

/** So many papers are shown before the rest is folded: a long list hides that most of it is for other cases. */
const shownAtOnce = 12

export function PublishedPapers({ groups }: { groups: readonly Group[] }) {
  const full = groups.filter(({ papers }) => papers.length > 0)
  if (full.length === 0) return <p>{t('catalogue.procedure.papers_none')}</p>
  let shown = 0
  const first = full.filter(
    ({ papers }, at) => at === 0 || (shown += papers.length) + (full[0]?.papers.length ?? 0) <= shownAtOnce,
  )
  const rest = full.filter((group) => !first.includes(group))
  const left = rest.reduce((sum, { papers }) => sum + papers.length, 0)
  return (
    <>
      {first.map((group) => (
        <Papers group={group} />
      ))}
      {rest.length > 0 && (
        <Details summary={t('catalogue.procedure.more_papers', { count: left })}>
          <div class="tg-stack">
            {rest.map((group) => (
              <Papers group={group} />
            ))}
          </div>
        </Details>
      )}
    </>
  )
}

const CasePapers = ({ of }: { of: OfferedCase }) => (
  <DocumentList
    of={of.papers.map(({ name, note, held }) => ({
      title: wordsText(name),
      ...(held && { have: t('catalogue.procedure.not_needed') }),
      ...(note && { text: wordsText(note) }),
    }))}
  />
)

/** The first case as it is, the others folded under their names. */
export function OfferedPapers({ cases }: Pick<Offer, 'cases'>) {
  const [first, ...others] = cases
  if (!first) return null
  return (
    <>
      {others.length > 0 && <h3>{wordsText(first.title)}</h3>}
      <CasePapers of={first} />
      {others.length > 0 && (
        <DetailsList>
          {others.map((one) => (
            <Details summary={t('catalogue.procedure.other_case', { title: wordsText(one.title) })}>
              <CasePapers of={one} />
            </Details>
          ))}
        </DetailsList>
      )}
    </>
  )
}
