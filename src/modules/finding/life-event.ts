/** What happens in people's lives, and which procedures belong to it. */
import { z } from 'zod'
import { Words } from '#fields/form.ts'
import file from '../../../data/national/life-events.json' with { type: 'json' }

const LifeEvent = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  icon: z.enum(['baby', 'ring', 'home', 'land', 'shop', 'file', 'hand', 'leaf', 'user', 'school', 'people']),
  title: Words,
  lead: Words,
  procedures: z.array(z.string()).min(1),
})
export type LifeEvent = z.infer<typeof LifeEvent>

const read = z
  .object({
    note: z.string(),
    events: z.array(LifeEvent),
    often: z.array(z.object({ title: Words, procedure: z.string() })),
  })
  .parse(file)

/** In the order in which they are shown. */
export const lifeEvents: readonly LifeEvent[] = read.events

/** What more people come for than for all the rest, in a word or two. */
export const oftenAsked = read.often
export type OftenAsked = (typeof oftenAsked)[number]

export const findLifeEvent = (slug: string): LifeEvent | undefined => lifeEvents.find((event) => event.slug === slug)

export const eventsOf = (code: string): readonly LifeEvent[] =>
  lifeEvents.filter(({ procedures }) => procedures.includes(code))
