/** Where the invented provider keeps its codes and sessions: in the memory of the process, as long as they last. */
import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }
const mostKept = 2_000

export function openMemory(clock: () => number): new (name: string) => Adapter {
  const kept = new Map<string, Kept>()
  const alive = ({ until }: Kept) => until > clock()
  const forget = () => {
    for (const [key, one] of kept) if (!alive(one)) kept.delete(key)
    if (kept.size >= mostKept) kept.clear()
  }
  return class implements Adapter {
    #name: string
    constructor(name: string) {
      this.#name = name
    }
    #key = (id: string) => `${this.#name} ${id}`
    #first = (fits: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, one]) => key.startsWith(`${this.#name} `) && alive(one) && fits(one.payload))?.[1].payload
    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      if (kept.size >= mostKept) forget()
      kept.set(this.#key(id), { payload, until: clock() + (expiresIn || 600) * 1000 })
    }
    async find(id: string) {
      const found = kept.get(this.#key(id))
      return found && alive(found) ? found.payload : undefined
    }
    async findByUid(uid: string) {
      return this.#first((payload) => payload.uid === uid)
    }
    async findByUserCode(userCode: string) {
      return this.#first((payload) => payload.userCode === userCode)
    }
    async consume(id: string) {
      const found = kept.get(this.#key(id))
      if (found) found.payload.consumed = Math.floor(clock() / 1000)
    }
    async destroy(id: string) {
      kept.delete(this.#key(id))
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    }
  }
}
