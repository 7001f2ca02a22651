/** A paper to be handed over: it prints on one page, without the page around it. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'

type Props = {
  paper?: 'a4' | 'a5'
  /** Wider than high: a register. */
  lies?: boolean
  title: string
  level?: 1 | 2
  /** The issuing body: the one above it, its own name, the number of the paper. */
  issuer: { readonly above?: string; readonly name: string; readonly number?: string }
  /** "Mỹ Tho, ngày 08 tháng 5 năm 2025" */
  placeAndDay: string
  /** The code of the thing, with a picture of it if there is one. */
  code?: { readonly label: string; readonly value: string; readonly picture?: ComponentChildren }
  /** Who signs at the left and at the right. */
  sign?: readonly [ComponentChildren, ComponentChildren]
  children: ComponentChildren
}

export function PrintSheet({
  paper = 'a5',
  lies = false,
  title,
  level = 1,
  issuer,
  placeAndDay,
  code,
  sign,
  children,
}: Props) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <>
      <p class="tg-noprint tg-slip-note">{t('ui.print.how', { paper: paper.toUpperCase() })}</p>
      <article class="tg-slip" data-paper={paper} data-lies={lies || undefined}>
        <div class="tg-slip-top">
          <div>
            {issuer.above}
            <b>{issuer.name}</b>
            {issuer.number}
          </div>
          <div>
            <b>{t('ui.print.state')}</b>
            <b>{t('ui.print.motto')}</b>
            {placeAndDay}
          </div>
        </div>
        <Heading class="tg-slip-title">{title}</Heading>
        {code && (
          <div class="tg-slip-code">
            {code.picture}
            <div>
              <small>{code.label}</small>
              <b class="tg-num">{code.value}</b>
            </div>
          </div>
        )}
        {children}
        {sign && (
          <div class="tg-sign">
            <div>{sign[0]}</div>
            <div>{sign[1]}</div>
          </div>
        )}
      </article>
    </>
  )
}
