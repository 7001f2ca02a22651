/** The few enhancements as one small module. Every page works without it. */
import { createHash } from 'node:crypto'
import { buildSync } from 'esbuild'

let built: { js: string; name: string } | undefined

/** Bundled once in a process from its `entry`; named by its content. Phones from Chrome 88 on run it, older ones do without. */
export function buildScript(entry: string): { js: string; name: string } {
  if (built) return built
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome88', 'firefox85', 'safari14'],
    // esbuild counts Safari 14.0 out for one rare form of it that nothing here uses
    supported: { destructuring: true },
  })
  const js = outputFiles[0]?.text ?? ''
  built = { js, name: `app-${createHash('sha256').update(js).digest('hex').slice(0, 10)}.js` }
  return built
}
