/** Every component in every state, in a demonstration only: its example words are not loaded anywhere else. */
import { Hono } from 'hono'
import type { Web } from '#kernel/web.ts'
import { deliver } from './deliver.tsx'
import type { House } from './house.ts'

export const gallery = (house: House) =>
  new Hono<Web>().get('/:density?', async (c) => {
    const { Gallery } = await import('#ui/gallery.tsx')
    const { examples } = await import('#fields/form.examples.tsx')
    return deliver(house, c, <Gallery density={c.req.param('density') === 'sm' ? 'sm' : 'md'} also={examples} />)
  })
