/**
 * One or more files. They are sent and looked at elsewhere; the answer names finished uploads of whoever fills in. A form
 * posts the ids of those that stay, and new files under `name.file`.
 */
import { t } from '#kernel/text.ts'
import { InlineButton } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { numberText } from '#ui/figures.ts'
import { useField } from '#ui/form.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import type { FileAnswer, Question } from './form.ts'
import { type AskProps, type Books, type Fault, fieldKind } from './kind.ts'

/** Pictures and PDF, which everybody can open. */
const usualTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/webp']

const fileTypes = (question: Question): readonly string[] => [...usualTypes, ...(question.files?.types ?? [])]
const mostFiles = (question: Question): number => question.files?.most ?? 1

const isFile = (one: unknown): one is FileAnswer => {
  if (one === null || typeof one !== 'object') return false
  const { upload, name, hash, size, type } = one as Record<string, unknown>
  const texts = [upload, name, hash, type].every((text) => typeof text === 'string' && text !== '')
  return texts && Number.isSafeInteger(size) && (size as number) >= 0 && Object.keys(one).length === 5
}
const isFiles = (answer: unknown): answer is readonly FileAnswer[] => Array.isArray(answer) && answer.every(isFile)

/** The upload is there, and is what the answer says it is. */
const isTrue = ({ uploads }: Books, file: FileAnswer) => {
  const there = uploads.get(file.upload)
  return there?.hash === file.hash && there.size === file.size && there.type === file.type && there.name === file.name
}

/** Why some of these cannot stand as an answer now: what takes only a little patience is said before what takes work. */
function unusable(ids: readonly string[], { unfinished }: Books): Fault {
  const states = ids.map((id) => unfinished?.get(id))
  if (states.includes('refused')) return { key: 'fields.file_refused' }
  return states.includes('checking') ? { key: 'fields.file_checking' } : { key: 'fields.file_lost' }
}

function check(question: Question, answer: readonly FileAnswer[], books: Books): Fault | null {
  if (answer.length === 0) return { key: 'fields.file_needed' }
  if (new Set(answer.map((one) => one.upload)).size !== answer.length) return { key: 'input.wrong' }
  if (answer.length > mostFiles(question)) return { key: 'fields.file_too_many', params: { most: mostFiles(question) } }
  const wrong = answer.filter((one) => !isTrue(books, one))
  if (wrong.length > 0)
    return unusable(
      wrong.map(({ upload }) => upload),
      books,
    )
  return answer.every((one) => fileTypes(question).includes(one.type)) ? null : { key: 'fields.file_type' }
}

const sizeText = (bytes: number) =>
  bytes < 1_000_000 ? `${numberText(Math.max(1, bytes / 1000))}\u00a0KB` : `${numberText(bytes / 1_000_000, 1)}\u00a0MB`

const named = ({ name, size }: FileAnswer) => (
  <>
    {name} <span class="tg-muted">({sizeText(size)})</span>
  </>
)

/** With all that can be done to a file, where the page knows what became of each; else only a list. */
function FilesField(props: AskProps) {
  const { question, name, optional, books } = props
  const field = useField(name)
  if (!books.sent) return <FilesList {...props} />
  const { items, megabytes } = books.sent
  return (
    <UploadField
      name={name}
      items={field.chosen.flatMap((id) => items.get(id) ?? [])}
      optional={optional}
      several={mostFiles(question) > 1}
      accept={fileTypes(question).join(',')}
      megabytes={megabytes}
    />
  )
}

function FilesList({ question, name, optional, books }: AskProps) {
  const field = useField(name)
  const kept = field.chosen.flatMap((id) => books.uploads.get(id) ?? [])
  return (
    <Field field={field} optional={optional}>
      <div class="tg-drop">
        {kept.map((file) => (
          <p class="tg-row">
            <input type="hidden" name={name} value={file.upload} />
            <span>{named(file)}</span>
            <InlineButton name="_drop" value={`${name}:${file.upload}`}>
              {t('fields.file.drop')}
              <span class="tg-sr"> {file.name}</span>
            </InlineButton>
          </p>
        ))}
        <input
          type="file"
          id={field.id}
          name={`${name}.file`}
          multiple={mostFiles(question) > 1}
          accept={fileTypes(question).join(',')}
          {...field.control}
        />
      </div>
    </Field>
  )
}

export const fileKind = fieldKind<readonly FileAnswer[]>({
  kind: 'file',
  type: 'rows',
  parts: [''],
  settings: ['files'],
  byHand: false,
  needed: 'fields.file_needed',
  is: isFiles,
  read: (_, sent, books) => {
    const ids = [...new Set(sent('').filter(Boolean))]
    if (ids.length === 0) return null
    const missing = ids.filter((id) => !books.uploads.has(id))
    if (missing.length > 0) return { fault: unusable(missing, books) }
    return { answer: ids.flatMap((id) => books.uploads.get(id) ?? []) }
  },
  check,
  ask: FilesField,
  show: (_, answer) => (
    <>
      {answer.map((one, at) => (
        <>
          {at > 0 && <br />}
          {named(one)}
        </>
      ))}
    </>
  ),
  write: (answer) => ({ '': answer.map((one) => one.upload) }),
  jsonSchema: (question) => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        upload: { type: 'string', minLength: 1 },
        name: { type: 'string', minLength: 1 },
        hash: { type: 'string', minLength: 1 },
        size: { type: 'integer', minimum: 0 },
        type: { enum: fileTypes(question) },
      },
      required: ['upload', 'name', 'hash', 'size', 'type'],
      additionalProperties: false,
    },
    minItems: 1,
    maxItems: mostFiles(question),
    uniqueItems: true,
  }),
})
