/** How files look on a page, and the page of one's own. */
import type { FieldProblem } from '#kernel/problem.ts'
import { type Key, t } from '#kernel/text.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { UploadField, type UploadItem } from '#ui/upload-field.tsx'
import { hintKeys } from './upload-words.ts'
import type { Upload } from './upload.store.ts'
import { isPicture, takenAccept } from './upload.ts'

/** For `UploadField`. */
export const itemOf = (upload: Upload): UploadItem => ({
  id: upload.id,
  name: upload.name,
  size: upload.fileSize ?? upload.declaredSize,
  state: upload.state === 'dropped' ? 'refused' : upload.state,
  pages: upload.pages ?? undefined,
  refusal: upload.refusal ? { key: upload.refusal } : undefined,
  hints: hintKeys(upload),
  picture: isPicture(upload.fileType),
})

type Props = {
  uploads: readonly Upload[]
  megabytes: number
  days: number
  /** A scanner is set up. */
  scanned: boolean
  visitor: boolean
  problems: readonly FieldProblem[]
}

const send: Key = 'uploads.page.send'

export function UploadsPage({ uploads, megabytes, days, scanned, visitor, problems }: Props) {
  const back = problems.length > 0 ? { typed: {}, problems, key: 'kernel.check_the_form' as const } : undefined
  return (
    <Page title={t('uploads.page.title')} lead={t('uploads.page.lead', { days })} narrow problem={problems.length > 0}>
      <div class="tg-stack-lg">
        {visitor && <Notice>{t('uploads.page.visitor')}</Notice>}
        <Form action="/tai-tep" words="uploads.page" send={send} files back={back}>
          <UploadField
            name="tep"
            items={uploads.map(itemOf)}
            several
            optional
            accept={takenAccept}
            megabytes={megabytes}
          />
        </Form>
        {!scanned && <p class="tg-small tg-muted">{t('uploads.page.not_scanned')}</p>}
      </div>
    </Page>
  )
}
