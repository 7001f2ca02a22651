/** The style sheet and the scripts: named by their content, so that a browser never asks for one twice. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import type { Web } from '#kernel/web.ts'
import { buildScript, buildUploadScript } from '#ui/script.ts'
import { buildStylesheet } from '#ui/stylesheet.ts'

export const stylesheetPath = () => `/assets/${buildStylesheet().name}`
const script = () => buildScript(join(import.meta.dirname, 'browser.ts'))
export const scriptPath = () => `/assets/${script().name}`

const forEver = 'public, max-age=31536000, immutable'

export function assets() {
  const app = new Hono<Web>()
  const give = (path: string, type: string, text: string) => {
    const packed = gzipSync(text, { level: 9 })
    app.get(path, (c) => {
      const gzip = c.req.header('accept-encoding')?.includes('gzip')
      return c.body(gzip ? packed : text, 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': forEver,
        vary: 'accept-encoding',
        ...(gzip && { 'content-encoding': 'gzip' }),
      })
    })
  }
  give(stylesheetPath(), 'text/css', buildStylesheet().css)
  give(scriptPath(), 'text/javascript', script().js)
  give(`/assets/${buildUploadScript().name}`, 'text/javascript', buildUploadScript().js)
  return app
}
