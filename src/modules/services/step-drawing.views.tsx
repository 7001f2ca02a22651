/** §10.22: the inner process as a picture, and the same as a table for whoever does not see it. */
import { inWords } from '#fields/words.ts'
import { t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Flow, type FlowNode, type FlowTone, type FlowWay } from '#ui/flow.tsx'
import { numberText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Service, Step } from './service.ts'
import { layersOf, longestHours } from './step-graph.ts'

const tones: Readonly<Record<Step['kind'], FlowTone>> = {
  receive: 'start',
  process: 'work',
  consult: 'ask',
  approve: 'decide',
  return: 'end',
}

const roleText = ({ role, agency }: Step): string =>
  role === '' ? '–' : (agency ?? t(`services.role.${role as 'leader'}`))
const hoursText = ({ hours }: Step) => t('services.drawing.hours', { hours: numberText(hours, 1) })

/** Steps to which a dossier comes only by a refusal stand at the end, below the others. */
function nodesOf(steps: readonly Step[]): FlowNode[] | null {
  const isAside = ({ after, kind }: Step) => after.length === 0 && kind !== 'receive'
  const layers = layersOf(steps.filter((step) => !isAside(step)))
  if (!layers) return null
  const deepest = Math.max(...layers.map((layer) => layer.length), 1)
  const nodeOf = (step: Step, layer: number, lane: number, tone: FlowTone): FlowNode => ({
    id: step.code,
    title: inWords(step.title),
    note: `${shortened(roleText(step))} · ${hoursText(step)}`,
    tone,
    layer,
    lane,
  })
  const main = layers.flatMap((layer, at) => layer.map((step, lane) => nodeOf(step, at, lane, tones[step.kind])))
  const last = Math.max(layers.length - 1, 0)
  const aside = steps
    .filter(isAside)
    .map((step, at) => nodeOf(step, last, Math.max(1, layers[last]?.length ?? 1, deepest - 1) + at, 'stop'))
  return [...main, ...aside]
}

const shortened = (text: string) => (text.length > 19 ? `${text.slice(0, 18)}…` : text)

const waysOf = (steps: readonly Step[]): FlowWay[] =>
  steps.flatMap(({ code, after, onRefusal, onSupplement }): FlowWay[] => {
    const refused = steps.find((one) => one.code === onRefusal)
    return [
      ...after.map((from): FlowWay => ({ from, to: code, kind: 'next' })),
      ...(onSupplement ? [{ from: code, to: onSupplement, kind: 'back' as const }] : []),
      ...(onRefusal
        ? [{ from: code, to: onRefusal, kind: refused?.kind === 'return' ? ('stop' as const) : ('back' as const) }]
        : []),
    ]
  })

export function StepDrawing({ service }: { service: Service }) {
  const { steps, stepsBasis } = service
  if (steps.length === 0) return null
  const nodes = nodesOf(steps)
  const says = t('services.drawing.says', { steps: steps.length, hours: numberText(longestHours(steps), 1) })
  return (
    <Card title={t('services.drawing.title')} aside={says}>
      {nodes ? (
        <Flow says={`${t('services.drawing.title')}. ${says}`} nodes={nodes} ways={waysOf(steps)} />
      ) : (
        <p>{t('services.drawing.circle')}</p>
      )}
      {!stepsBasis.verified && (
        <Notice tone="wait">{t('services.drawing.assumed', { citation: stepsBasis.citation })}</Notice>
      )}
      <StepTable steps={steps} />
    </Card>
  )
}

function StepTable({ steps }: { steps: readonly Step[] }) {
  const called = (code: string | undefined) => {
    const found = steps.find((one) => one.code === code)
    return found ? inWords(found.title) : null
  }
  const beside = (step: Step) =>
    steps.filter((one) => one.code !== step.code && step.after.length > 0 && one.after.join() === step.after.join())
  return (
    <Table
      caption={t('services.drawing.title')}
      captionHidden
      rows={steps}
      empty=""
      columns={[
        { key: 'no', label: '#', number: true, cell: (_, at) => at + 1 },
        {
          key: 'step',
          label: t('services.drawing.step'),
          head: true,
          cell: (step) => (
            <>
              {inWords(step.title)}
              {step.onlyIf && <small class="tg-muted"> {t('services.drawing.only', { text: step.onlyIf })}</small>}
            </>
          ),
        },
        { key: 'who', label: t('services.drawing.who'), cell: roleText },
        { key: 'time', label: t('services.drawing.time'), align: 'end', cell: hoursText },
        {
          key: 'after',
          label: t('services.drawing.after'),
          cell: (step) => {
            const others = beside(step).map(({ title }) => inWords(title))
            if (step.after.length === 0) return null
            return (
              <>
                {step.after.map((one) => called(one) ?? one).join(', ')}
                {others.length > 0 && (
                  <small class="tg-muted"> {t('services.drawing.parallel', { steps: others.join(', ') })}</small>
                )}
              </>
            )
          },
        },
        { key: 'refusal', label: t('services.drawing.refusal'), cell: (step) => called(step.onRefusal) },
        { key: 'supplement', label: t('services.drawing.supplement'), cell: (step) => called(step.onSupplement) },
      ]}
    />
  )
}
