/** What the reader of a text did not understand, with the way to the place. */
import { t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import type { Draft, DraftWarning } from './draft.ts'
import { doubtText } from './draft-item.views.tsx'
import type { PlanDraft } from './draft.store.ts'
import { sheetPath, type View } from './review.ts'
import { linePath } from '#modules/plan/public.ts'

const isSpelling = ({ key }: DraftWarning) => key === 'texts.warning.heading_spelling'

/** The heading, as items carry it, that a note about spelling speaks of. */
function headingMeant({ items }: Draft, { params }: DraftWarning): string | undefined {
  const printed = String(params['printed'] ?? '')
  return items.find(({ heading }) => printed !== '' && heading.includes(printed))?.heading
}

type Props = { plan: PlanDraft; view: View; formKey: string }

const isOpen = ({ settled }: DraftWarning) => !settled

/** Notes on headings of the items shown: they stand among the items. */
function slipsOn({ plan: { draft }, view }: Pick<Props, 'plan' | 'view'>): DraftWarning[] {
  const shown = new Set(view.shown.map(({ item }) => item.heading))
  return draft.warnings.filter((one) => isOpen(one) && isSpelling(one) && shown.has(headingMeant(draft, one) ?? ' '))
}

export const HeadingSlips = (props: Props) => (
  <>
    {slipsOn(props).map((warning) => (
      <Spelling {...props} warning={warning} />
    ))}
  </>
)

export function Warnings(props: Props) {
  const { plan } = props
  const slips = slipsOn(props)
  const others = plan.draft.warnings.filter((one) => !slips.includes(one))
  const open = plan.draft.warnings.filter(isOpen).length
  if (others.length === 0) return null
  return (
    <Details summary={open ? t('plan.draft.warnings', { count: open }) : t('plan.draft.warnings_none')}>
      <ul>
        {others.map((warning) => (
          <li class="tg-row">
            <Place code={plan.code} warning={warning} /> <span>{doubtText(warning)}</span>{' '}
            {warning.settled ? (
              <span class="tg-small tg-muted">({t('plan.draft.warning_settled')})</span>
            ) : (
              <Settle {...props} warning={warning} />
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}

const Place = ({ code, warning: { span } }: { code: string; warning: DraftWarning }) =>
  span && (
    <a class="tg-code" href={linePath(code, span.fromLine)}>
      {t('plan.draft.warning_line', { line: span.fromLine })}
    </a>
  )

type OneProps = Props & { warning: DraftWarning }

const Hidden = ({ view, formKey, warning }: OneProps) => (
  <>
    <input type="hidden" name="_key" value={`${formKey}-${warning.id}`} />
    <input type="hidden" name="warning" value={warning.id} />
    <input type="hidden" name="muc" value={sheetPath(view.sheet)} />
    {view.section !== null && <input type="hidden" name="phan" value={view.section} />}
  </>
)

const Settle = (props: OneProps) => (
  <form action={`/ke-hoach/${props.plan.code}/duyet/da-xem`} method="post">
    <Hidden {...props} />
    <Button kind="plain">{t('plan.draft.warning_settle')}</Button>
  </form>
)

/** A heading that looks misspelt: its name on the board is for a person to choose, once for all items under it. */
function Spelling(props: OneProps) {
  const { plan, warning } = props
  const { printed, meant, ref } = warning.params
  const heading = headingMeant(plan.draft, warning) ?? ''
  const id = `ten-${warning.id}`
  return (
    <form class="tg-item" action={`/ke-hoach/${plan.code}/duyet/da-xem`} method="post">
      <header>
        <h3>{t('plan.draft.heading_title', { ref: ref ?? '' })}</h3>
        <Place code={plan.code} warning={warning} />
      </header>
      <div class="tg-stack">
        <p>{t('plan.draft.heading_says', { printed: printed ?? '' })}</p>
        <Hidden {...props} />
        <input type="hidden" name="from" value={heading} />
        <div class="ds-field">
          <label for={id}>{t('plan.draft.heading_as')}</label>
          <input
            class="ds-input"
            id={id}
            name="to"
            value={heading.replace(String(printed), String(meant))}
            autocomplete="off"
          />
        </div>
      </div>
      <footer>
        <Button>{t('plan.draft.heading_use')}</Button>
        <Button kind="second" action={`/ke-hoach/${plan.code}/duyet/da-xem?giu=1`}>
          {t('plan.draft.heading_keep')}
        </Button>
      </footer>
    </form>
  )
}
