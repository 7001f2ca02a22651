/** The style sheet and the few scripts: named by their content, so that a browser never asks for one twice. */
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { buildStylesheet } from '#ui/stylesheet.ts'
import type { Web } from '#kernel/web.ts'

export const stylesheetPath = () => `/assets/${buildStylesheet().name}`

const forEver = 'public, max-age=31536000, immutable'

export function assets() {
  const { css } = buildStylesheet()
  const packed = gzipSync(css, { level: 9 })
  return new Hono<Web>().get(stylesheetPath(), (c) => {
    const gzip = c.req.header('accept-encoding')?.includes('gzip')
    return c.body(gzip ? packed : css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': forEver,
      vary: 'accept-encoding',
      ...(gzip && { 'content-encoding': 'gzip' }),
    })
  })
}
