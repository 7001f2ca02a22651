/** Two people edited one thing. Both versions side by side; the second person decides, and nothing is lost. */
import { useId } from 'preact/hooks'
import { t } from '#kernel/text.ts'
import { Button, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { Table } from './table.tsx'

export type Difference = { readonly label: string; readonly theirs: string; readonly yours: string }

type Props = {
  /** Who saved first, and when. */
  by: string
  at: string
  differences: readonly Difference[]
  /** The page as it is saved now. */
  theirs: string
  /**
   * The form to send again, when this block stands outside of it. The form's hidden `_version` must be the version
   * just saved, so that "keep mine" says: I have seen theirs.
   */
  form?: string
}

const text = (value: string) => (value === '' ? <span class="tg-muted">{t('ui.changed.blank')}</span> : value)

export function Changed({ by, at, differences, theirs, form }: Props) {
  const id = useId()
  const same = differences.length === 0
  return (
    <section class="tg-changed tg-stack" role="alert" aria-labelledby={id}>
      <div class="tg-changed-head">
        <Icon name="people" />
        <div>
          <h2 id={id}>{t('ui.changed.title', { by })}</h2>
          <p>{t(same ? 'ui.changed.lead_same' : 'ui.changed.lead', { at })}</p>
        </div>
      </div>
      {!same && <Differences of={differences} />}
      <div class="tg-row tg-form-actions">
        {!same && (
          <Button name="_keep" value="mine" {...(form && { form })}>
            {t('ui.changed.keep_mine')}
          </Button>
        )}
        <LinkButton kind={same ? 'main' : 'second'} href={theirs}>
          {t(same ? 'ui.changed.go_on' : 'ui.changed.take_theirs')}
        </LinkButton>
      </div>
    </section>
  )
}

const Differences = ({ of }: { of: readonly Difference[] }) => (
  <>
    <Table
      caption={t('ui.changed.caption')}
      captionHidden
      rows={of}
      empty=""
      columns={[
        { key: 'label', label: t('ui.changed.field'), head: true, cell: (one) => one.label },
        { key: 'theirs', label: t('ui.changed.theirs'), cell: (one) => <ins>{text(one.theirs)}</ins> },
        { key: 'yours', label: t('ui.changed.yours'), cell: (one) => <b>{text(one.yours)}</b> },
      ]}
    />
    <p class="tg-small">{t('ui.changed.same')}</p>
  </>
)
