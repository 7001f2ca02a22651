/** What Node itself can do with the same bytes; and the same through the adapter that the house stands behind. */
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { serve } from '@hono/node-server'

/** `BENCH`: an answer to give again and again, its body in base64. */
const { headers, body } = JSON.parse(process.env['BENCH'] ?? '') as { headers: OutgoingHttpHeaders; body: string }
const bytes = Buffer.from(body, 'base64')

const bare = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
}).listen(0, '127.0.0.1', () => {
  const answer = () => new Response(bytes, { headers: headers as Record<string, string> })
  const adapter = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
    process.send?.({ bare: (bare.address() as { port: number }).port, adapter: port })
  })
  process.on('disconnect', () => {
    bare.close()
    adapter.close()
  })
})
