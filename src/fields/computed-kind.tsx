/** Never asked: what follows from other answers. */
import { numberText } from '#ui/figures.ts'
import { useField } from '#ui/form.tsx'
import { type AskProps, fieldKind, isNumber, isText } from './kind.ts'

type Computed = string | number
const isComputed = (answer: unknown): answer is Computed => isText(answer) || isNumber(answer)

const Shown = ({ answer }: { answer: Computed }) => (
  <span class="tg-num">{typeof answer === 'number' ? numberText(answer, 2) : answer}</span>
)

/** A line of text, with its name, where the other kinds have a control. */
function ComputedLine({ name, answer }: AskProps) {
  const field = useField(name)
  return isComputed(answer) ? (
    <p id={field.id}>
      <strong>{field.label}</strong>: <Shown answer={answer} />
    </p>
  ) : null
}

export const computedKind = fieldKind<Computed>({
  kind: 'computed',
  type: 'thing',
  parts: [],
  settings: ['value'],
  byHand: false,
  needed: 'input.needed',
  is: isComputed,
  read: () => null,
  check: () => null,
  ask: ComputedLine,
  show: (_, answer) => <Shown answer={answer} />,
  write: () => ({}),
  jsonSchema: (question) => ({ type: ['string', 'number'], description: `Computed: ${question.value ?? ''}` }),
})
