/** Codes of organisations, telephone numbers, addresses of mail: written in many ways, kept in one. */
import type { Key } from '#kernel/text.ts'
import { TextField } from '#ui/text-field.tsx'
import { type Faces, fieldKind, isText, plain } from './kind.ts'
import { matches, schemaOfShape, shapeOn, type Shaped } from './number-shape.ts'

type Own = Pick<Faces<string>, 'ask' | 'show'> & { readonly wrong: Key; readonly tidy: (typed: string) => string }

const shaped = (kind: Shaped, { ask, show, wrong, tidy }: Own) =>
  fieldKind<string>({
    kind,
    type: 'text',
    parts: [''],
    settings: [],
    byHand: true,
    needed: 'input.needed',
    restsOn: (_, on) => shapeOn(kind, on),
    is: isText,
    read: (_, sent, { today }) => {
      // a bracket alone is wrong, not nothing: it stays where it was typed
      if (plain(sent) === '') return null
      const typed = tidy(plain(sent))
      const good = matches(shapeOn(kind, today)?.pattern ?? '', typed)
      return good ? { answer: typed } : { fault: { key: wrong } }
    },
    check: (_, answer, { today }) => (matches(shapeOn(kind, today)?.pattern ?? '', answer) ? null : { key: wrong }),
    ask,
    show,
    write: (answer) => ({ '': answer }),
    jsonSchema: () => schemaOfShape(kind),
  })

export const organisationCodeKind = shaped('organisation_code', {
  wrong: 'fields.organisation_code_wrong',
  tidy: (typed) => typed.replace(/[\s.]/g, ''),
  ask: ({ name, optional }) => <TextField name={name} optional={optional} code figures />,
  show: (_, answer) => <span class="tg-num">{answer}</span>,
})

export const phoneKind = shaped('phone', {
  wrong: 'fields.phone_wrong',
  tidy: (typed) => typed.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0'),
  ask: ({ name, optional }) => <TextField name={name} optional={optional} kind="tel" autocomplete="tel" />,
  show: (_, answer) => <span class="tg-num">{answer}</span>,
})

const mailShape = String.raw`[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+`
const isMail = (text: string) => text.length <= 254 && matches(mailShape, text)

export const emailKind = fieldKind<string>({
  kind: 'email',
  type: 'text',
  parts: [''],
  settings: [],
  byHand: true,
  needed: 'input.needed',
  is: isText,
  read: (_, sent) => {
    const typed = plain(sent)
    if (typed === '') return null
    return isMail(typed) ? { answer: typed } : { fault: { key: 'input.not_an_email' } }
  },
  check: (_, answer) => (isMail(answer) ? null : { key: 'input.not_an_email' }),
  ask: ({ name, optional }) => <TextField name={name} optional={optional} kind="email" autocomplete="email" />,
  show: (_, answer) => answer,
  write: (answer) => ({ '': answer }),
  jsonSchema: () => ({ type: 'string', maxLength: 254, pattern: `^(?:${mailShape})$` }),
})
