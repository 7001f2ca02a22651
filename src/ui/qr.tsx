/** A code that a phone reads with its camera. What it says always stands beside it as text. */
import { drawingSVG, qrcode } from 'bwip-js'

/** Four squares of nothing around it (ISO/IEC 18004), so that a camera finds its corners. */
const quiet = 4
/** The picture is drawn with squares of this many units. */
const square = 4

const drawn = (text: string) => {
  const svg = qrcode({ bcid: 'qrcode', text, scale: 2 }, drawingSVG())
  const [, size = ''] = /viewBox="0 0 (\d+) /.exec(svg) ?? []
  const [, path = ''] = /<path d="([^"]+)"/.exec(svg) ?? []
  return { size: Number(size), path }
}

export function Qr({ of, label }: { of: string; label: string }) {
  const { size, path } = drawn(of)
  const edge = quiet * square
  const whole = size + 2 * edge
  return (
    <svg class="tg-qr" viewBox={`${-edge} ${-edge} ${whole} ${whole}`} role="img" aria-label={label}>
      <rect x={-edge} y={-edge} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" fill-rule="evenodd" />
    </svg>
  )
}
