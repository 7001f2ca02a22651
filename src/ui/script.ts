/** The few enhancements as small modules. Every page works without them. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

export type Script = { readonly js: string; readonly name: string }

/** Named by its content. Phones from Chrome 88 on run it, older ones do without. */
function bundle(entry: string, prefix: string, define: Record<string, string> = {}): Script {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define,
    external: ['/assets/*'],
    target: ['chrome88', 'firefox85', 'safari14'],
    // esbuild counts Safari 14.0 out for one rare form of it that nothing here uses
    supported: { destructuring: true },
  })
  const js = outputFiles[0]?.text ?? ''
  return { js, name: `${prefix}-${createHash('sha256').update(js).digest('hex').slice(0, 10)}.js` }
}

let uploading: Script | undefined
let built: Script | undefined

/** Only pages on which files are chosen ask for it. */
export const buildUploadScript = (): Script =>
  (uploading ??= bundle(join(import.meta.dirname, 'browser/upload.ts'), 'upload'))

/** Bundled once in a process from its `entry`. */
export const buildScript = (entry: string): Script =>
  (built ??= bundle(entry, 'app', { UPLOAD_SCRIPT: JSON.stringify(`/assets/${buildUploadScript().name}`) }))
