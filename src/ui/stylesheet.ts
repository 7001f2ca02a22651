/** The one stylesheet: theme, the few designsystemet components we use, then ours, in an order that alone decides. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { browserslistToTargets, transform } from 'lightningcss'

const borrowed = 'button input field fieldset validation-message error-summary skip-link'.split(' ')

const ours = `
  tokens base shell button hero chips card found figure goal summary-list facts steps form upload error-summary
  known status due timeline ask notice details table filters pager spark meter share chart flow cell month review changed
  qr void
  gallery print-sheet print
`
  .trim()
  .split(/\s+/)

/* Below Chrome 88 lightningcss repeats every :is() three times: five times the size for phones nobody has any more. */
const targets = browserslistToTargets(['chrome 88', 'firefox 85', 'safari 14'])

const river =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1100 400" fill="none" stroke="#174678" stroke-linecap="round"><path d="M60 470C260 330 380 300 540 270S840 60 1140 70" stroke-width="44"/><path d="M560 264c150-26 330 20 580-60" stroke-width="28"/><path d="M640 262c150 20 240 76 500 60" stroke-width="17"/><path d="M740 292c80 50 190 100 400 104" stroke-width="9"/></svg>'
const riverEdge =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 36" preserveAspectRatio="none"><path d="M0 16C120 0 300-2 480 16s360 16 480 0v20H0Z" fill="#24588f"/><path d="M0 26C150 12 300 14 480 26s330 14 480 0v10H0Z" fill="#072a52"/></svg>'

const picture = (svg: string) =>
  `url("data:image/svg+xml,${svg.replaceAll('"', "'").replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}")`

const minify = (css: string) =>
  transform({
    filename: 'app.css',
    code: Buffer.from(css),
    minify: true,
    targets,
    // designsystemet still writes a few old vendor selectors that the parser does not know
    errorRecovery: true,
  }).code.toString()

/** A custom property nobody reads goes, and then those only it had read. */
function withoutUnread(css: string): string {
  const kept = css.replace(/(--[\w-]+):((?:"[^"]*"|\([^)]*\)|[^;{}"()])*);?(?=[^{}]*\})/g, (all, name: string) =>
    css.includes(`var(${name})`) || css.includes(`var(${name},`) ? all : '',
  )
  return kept.length === css.length ? css : withoutUnread(kept)
}

function build() {
  const require = createRequire(import.meta.url)
  const own = (part: string) => readFileSync(new URL(`./${part}.css`, import.meta.url), 'utf8')
  const source = [
    own('theme'),
    ...borrowed.map((part) => readFileSync(require.resolve(`@digdir/designsystemet-css/${part}.css`), 'utf8')),
    ...ours.map(own),
    `:root{--tg-river:${picture(river)};--tg-river-edge:${picture(riverEdge)}}`,
  ].join('\n')
  const css = minify(withoutUnread(minify(source)))
  return { css, name: `app-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css` }
}

let built: { readonly css: string; readonly name: string } | undefined

/** Made once in a process; the name changes with the content, so it may be kept for ever. */
export const buildStylesheet = () => (built ??= build())
