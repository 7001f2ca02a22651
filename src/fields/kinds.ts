/** The kinds of question there are. Whoever wants to know something about a kind asks its faces here. */
import { choiceKind, choicesKind, yesNoKind } from './choice-kind.tsx'
import { computedKind } from './computed-kind.tsx'
import { emailKind, organisationCodeKind, phoneKind } from './contact-kind.tsx'
import { dayKind } from './day-kind.tsx'
import { fileKind } from './file-kind.tsx'
import type { QuestionKind } from './form.ts'
import type { FieldKind } from './kind.ts'
import { moneyKind, numberKind, percentKind } from './number-kind.tsx'
import { personNumberKind } from './person-number-kind.tsx'
import { placeKind } from './place-kind.tsx'
import { longTextKind, textKind } from './text-kind.tsx'
import { unitKind } from './unit-kind.tsx'

export const kinds: Readonly<Record<QuestionKind, FieldKind>> = {
  text: textKind,
  long_text: longTextKind,
  number: numberKind,
  money: moneyKind,
  percent: percentKind,
  day: dayKind,
  yes_no: yesNoKind,
  choice: choiceKind,
  choices: choicesKind,
  person_number: personNumberKind,
  organisation_code: organisationCodeKind,
  phone: phoneKind,
  email: emailKind,
  place: placeKind,
  unit: unitKind,
  file: fileKind,
  computed: computedKind,
}
