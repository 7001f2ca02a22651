/** Steps and the ways between them, drawn from left to right. For the eye only: the table beside it says all of it. */
import { useId } from 'preact/hooks'

export type FlowTone = 'start' | 'work' | 'ask' | 'decide' | 'end' | 'stop'
export type FlowNode = {
  readonly id: string
  readonly title: string
  /** Under the title: who, how long. */
  readonly note: string
  readonly tone: FlowTone
  /** Counted from 0, from left to right and from top to bottom. */
  readonly layer: number
  readonly lane: number
}
/** `next`: goes on · `back`: comes back for something missing · `stop`: is refused. */
export type FlowWay = { readonly from: string; readonly to: string; readonly kind: 'next' | 'back' | 'stop' }

type Props = { says: string; nodes: readonly FlowNode[]; ways: readonly FlowWay[] }

const box = { width: 196, height: 92 }
const gap = { x: 44, y: 44 }
/** Room for the ways back above. */
const head = 44

/** At most three lines of so many letters; the table has the whole name. */
function linesOf(text: string, letters = 21): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''}…`]
}

const left = ({ layer }: FlowNode) => layer * (box.width + gap.x) + 2
const top = ({ lane }: FlowNode) => head + lane * (box.height + gap.y)

/** On from the right side to the left side; back over the top; refused out of the bottom. */
function pathOf(from: FlowNode, to: FlowNode, kind: FlowWay['kind']): string {
  const [x, y, toX, toY] = [left(from), top(from), left(to), top(to)]
  const middle = box.height / 2
  if (kind === 'next') {
    const bend = Math.max(gap.x / 2, (toX - x - box.width) / 2)
    const end = toX - 8
    return `M${x + box.width} ${y + middle}C${x + box.width + bend} ${y + middle} ${end - bend} ${toY + middle} ${end} ${toY + middle}`
  }
  if (kind === 'back') {
    const [start, end] = [x + box.width / 2 + (from === to ? 24 : -12), toX + box.width / 2 + (from === to ? -24 : 12)]
    const over = Math.min(y, toY) - (from === to ? 30 : 38)
    return `M${start} ${y}C${start} ${over} ${end} ${over} ${end} ${toY - 8}`
  }
  const [start, end] = [x + box.width / 2, toX - 8]
  const down = toY + middle
  return `M${start} ${y + box.height}C${start} ${down} ${end - gap.x} ${down} ${end} ${down}`
}

export function Flow({ says, nodes, ways }: Props) {
  const end = useId()
  const at = new Map(nodes.map((node) => [node.id, node]))
  const width = Math.max(...nodes.map((node) => left(node) + box.width)) + 4
  const height = Math.max(...nodes.map((node) => top(node) + box.height)) + 4
  return (
    <div class="tg-flow" role="region" aria-label={says} tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
        <defs>
          <marker id={end} viewBox="0 0 8 8" refX="2" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {ways.map(({ from, to, kind }) => {
          const [one, other] = [at.get(from), at.get(to)]
          return one && other ? (
            <path class="way" data-kind={kind} d={pathOf(one, other, kind)} marker-end={`url(#${end})`} />
          ) : null
        })}
        {nodes.map((node) => (
          <Node node={node} />
        ))}
      </svg>
    </div>
  )
}

function Node({ node }: { node: FlowNode }) {
  const [x, y] = [left(node), top(node)]
  const lines = linesOf(node.title)
  return (
    <g data-tone={node.tone}>
      <rect x={x} y={y} width={box.width} height={box.height} rx="6" />
      {lines.map((line, index) => (
        <text x={x + 8} y={y + 22 + index * 18}>
          {line}
        </text>
      ))}
      <text class="note" x={x + 8} y={y + box.height - 10}>
        {node.note}
      </text>
    </g>
  )
}
