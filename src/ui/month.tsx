/** A month as a small table: which days are worked, which are not, and which are not as usual. */
import { t } from '#kernel/text.ts'

export type MonthDay = {
  readonly number: number
  readonly worked: boolean
  /** What is not as usual, said whole for those who listen; its mark is seen. */
  readonly special?: { readonly says: string; readonly mark: string; readonly href?: string }
  readonly today?: boolean
}

type Props = {
  caption: string
  /** Weeks from Monday to Sunday; `null` where a week reaches into another month. */
  weeks: readonly (readonly (MonthDay | null)[])[]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export const Month = ({ caption, weeks }: Props) => (
  <table class="tg-month">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {weekdays.map((n) => (
          <th scope="col" abbr={t(`ui.month.weekday_${n}`)}>
            {t(`ui.month.short_${n}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week) => (
        <tr>
          {weekdays.map((n) => (
            <Cell day={week[n - 1] ?? null} label={t(`ui.month.weekday_${n}`)} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

function Cell({ day, label }: { day: MonthDay | null; label: string }) {
  if (!day) return <td data-label={label} />
  const { number, worked, special, today } = day
  const state = worked ? undefined : <span class="tg-sr"> {t('ui.month.off')}</span>
  return (
    <td
      data-label={label}
      data-off={!worked || undefined}
      data-special={special ? true : undefined}
      aria-current={today ? 'date' : undefined}
    >
      {special?.href ? <a href={special.href}>{number}</a> : number}
      {special ? (
        <>
          <small aria-hidden="true">{special.mark}</small>
          <span class="tg-sr"> {special.says}</span>
        </>
      ) : (
        state
      )}
    </td>
  )
}
