import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '#app/app.tsx'
import type { House } from '#app/house.ts'
import { modules } from '#app/modules.ts'
import { type Actor, nobody } from '#kernel/access.ts'
import { admit } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { listRoles } from '#kernel/role.store.ts'
import { commands, routes, type RoleCode, type Who } from './access-matrix.ts'
import { openTown, type PersonName, type Town } from './town.ts'

/** Somebody of the town for each role. */
const holders = {
  administrator: 'quan',
  leader: 'tam',
  plan_lead: 'lan',
  unit_head: 'minh',
  unit_officer: 'hoa',
  auditor: 'son',
  procedure_controller: 'thu',
  desk_officer: 'mai',
  specialist: 'kiet',
  signer: 'uyen',
} as const satisfies Record<RoleCode, PersonName>
/** `null`: nobody has signed in. */
type Somebody = RoleCode | 'citizen' | null
const everybody: readonly Somebody[] = [null, 'citizen', ...(Object.keys(holders) as RoleCode[])]

type Door = 'open' | 'sign in first' | 'not you'

function doorFor(who: Who, role: Somebody): Door {
  if (who === 'public') return 'open'
  if (role === null) return 'sign in first'
  if (role === 'citizen' || who === 'citizen' || who === 'nobody')
    return role === 'citizen' && who === 'citizen' ? 'open' : 'not you'
  return who === 'signed_in' || who.includes(role) ? 'open' : 'not you'
}

/** What a request met. An open door may lead to any answer but an error of our own. */
function doorBehind(status: number): Door | `broken: ${number}` {
  if (status === 401) return 'sign in first'
  if (status === 403) return 'not you'
  return status < 500 ? 'open' : `broken: ${status}`
}

const endpoints = modules.flatMap(({ api }) => api ?? [])
const pages = modules.flatMap((module) => module.pages)
const houseCommands = modules.flatMap((module) => module.commands)

/** Everything the app answers to, whoever mounted it; files named by their content under one name. */
function doorsOf(house: House) {
  const mounted = createApp(house).routes.filter(({ method }) => method !== 'ALL')
  const named = mounted.map(({ method, path }) => ({
    name: `${method} ${path.replace(/-[0-9a-f]{10}\./, '-*.')}`,
    method,
    at: path.replace(/:\w+/g, 'x'),
  }))
  return [...new Map(named.map((door) => [door.name, door])).values()]
}

let town: Town
let doors: ReturnType<typeof doorsOf>
beforeAll(async () => {
  town = await openTown()
  doors = doorsOf(town.house)
})
afterAll(() => town.close())

describe('the matrix and the house name the same', () => {
  test('routes', () => {
    expect(doors.map(({ name }) => name).toSorted()).toEqual(Object.keys(routes).toSorted())
  })
  test('commands', () => {
    expect(houseCommands.map(({ name }) => name).toSorted()).toEqual(Object.keys(commands).toSorted())
  })
  test('roles', async () => {
    expect((await listRoles(town.db)).map(({ code }) => code).toSorted()).toEqual(Object.keys(holders).toSorted())
  })
  test('permissions: none is asked for that no role could be given', () => {
    const known = new Set([
      'public',
      'signed_in',
      'citizen',
      'nobody',
      ...modules.flatMap(({ permissions }) => permissions),
    ])
    const asked = [...pages, ...endpoints, ...houseCommands].map(({ needs }) => needs)
    expect(asked.filter((needs) => !known.has(needs))).toEqual([])
  })
})

/** What is not declared has failed above, once and by name. */
const declaredOf = <Named extends { name: string }>(found: readonly Named[], matrix: Readonly<Record<string, Who>>) =>
  found.flatMap((one) => {
    const who = matrix[one.name]
    return who ? [{ ...one, who }] : []
  })

test.each(everybody)('every route opens to %s as declared, and no other', async (role) => {
  const met = await Promise.all(
    declaredOf(doors, routes).map(async ({ name, method, at }) => {
      const visitor = role === 'citizen' ? town.asCitizen('ha') : town.as(role === null ? undefined : holders[role])
      const answer = await askBy(visitor, method, at)
      return [name, doorBehind(answer.status)]
    }),
  )
  const declared = declaredOf(doors, routes).map(({ name, who }) => [name, doorFor(who, role)])
  expect(Object.fromEntries(met)).toEqual(Object.fromEntries(declared))
})

const askBy = (visitor: ReturnType<Town['as']>, method: string, at: string) => {
  if (method === 'GET') return visitor.open(at)
  return method === 'POST' ? askToChange(visitor, at) : visitor.ask(at, { method })
}

/** An empty form, or an empty object: enough to be let in, not enough to change anything. */
const askToChange = (visitor: ReturnType<Town['as']>, at: string) =>
  at.startsWith('/api/v1') ? visitor.api(at.slice('/api/v1'.length), {}) : visitor.send(at)

test.each(everybody)('every command admits %s as declared, and no other', async (role) => {
  const actor = await actorOf(role)
  const met = declaredOf(houseCommands, commands).map(({ name, needs }) => [name, doorOf(actor, needs)])
  const declared = declaredOf(houseCommands, commands).map(({ name, who }) => [name, doorFor(who, role)])
  expect(Object.fromEntries(met)).toEqual(Object.fromEntries(declared))
})

async function actorOf(role: Somebody): Promise<Actor> {
  if (role === null) return nobody
  if (role === 'citizen') {
    const id = town.partyId('ha')
    return { ...nobody, citizen: { personId: id, partyId: id, assurance: 2 } }
  }
  const found = (await listRoles(town.db)).find(({ code }) => code === role)
  return { ...nobody, accountId: town.accountId(holders[role]), permissions: new Set(found?.permissions) }
}

function doorOf(actor: Actor, needs: string): Door {
  try {
    admit({ db: town.db, actor, now: town.now(), requestId: 'matrix' }, { needs, input: z.unknown() }, {})
    return 'open'
  } catch (fault) {
    if (fault instanceof Problem && fault.kind === 'unauthenticated') return 'sign in first'
    if (fault instanceof Problem && fault.kind === 'forbidden') return 'not you'
    throw fault
  }
}
