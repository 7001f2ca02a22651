/** The source beside the items: as printed, with a number at the beginning of whatever was read. */
import { t } from '#kernel/text.ts'
import { Mark } from '#ui/review.tsx'
import type { Block, Piece } from './review.ts'

export function Excerpt({ blocks, now }: { blocks: readonly Block[]; now: string | undefined }) {
  return (
    <>
      {blocks.length === 0 && <p class="tg-muted">{t('plan.draft.no_source')}</p>}
      {blocks.map((block) =>
        block.kind === 'gap' ? (
          <p class="tg-line">{t('plan.draft.gap', { from: block.fromLine, to: block.toLine })}</p>
        ) : (
          <p>
            {block.pieces.map((piece) => (
              <Stretch piece={piece} now={piece.n !== undefined && piece.n === now} />
            ))}
          </p>
        ),
      )}
    </>
  )
}

function Stretch({ piece: { text, n, doubt, read }, now }: { piece: Piece; now: boolean }) {
  if (n !== undefined)
    return (
      <Mark n={n} doubt={doubt ?? false} now={now}>
        {text}
      </Mark>
    )
  return read ? <mark>{text}</mark> : <>{text}</>
}
