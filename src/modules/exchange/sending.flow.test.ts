import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aboutOf, dossierCode, type Gateway, openGateway, someDossier } from '#test/exchange-of-town.ts'
import { type Manner, type NationalSide, openNationalSide } from '#test/national-side.ts'
import { asOwner } from '#test/owner.ts'
import { openTown, type Town } from '#test/town.ts'
import { listAttempts, listCircuits } from './attempt.store.ts'
import { claimMessages, queueMessage, syncStates } from './message.store.ts'

let town: Town
let side: NationalSide
let gateway: Gateway
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  await asOwner(town.db, (owner) =>
    owner.script('delete from exchange.attempt; delete from exchange.message; delete from exchange.circuit'),
  )
  await side?.close()
  side = await openNationalSide()
  gateway = openGateway(town, side)
})
afterAll(async () => {
  await side.close()
  await town.close()
})

const rows = () =>
  town.db
    .selectFrom('exchange.message')
    .select(['id', 'code', 'kind', 'revision', 'state', 'attempts', 'reason', 'reasonFields', 'unsure'])
    .orderBy('place')
    .execute()
const states = async () => (await rows()).map(({ state }) => state)
const inTurn = (...manners: Manner[]) => side.behave(({ no }) => manners[no] ?? 'accept')
const appliedTo = (no: number) => side.applied.filter(({ code }) => code === dossierCode(no)).map(({ item }) => item)

/** Hour after hour; what the side does late is done by the next one. */
async function untilAllThere() {
  for (let hours = 0; hours < 60 && (await states()).some((state) => state !== 'acknowledged'); hours++) {
    await gateway.send()
    await side.settle()
    gateway.pass(3700)
  }
}

describe('a message', () => {
  test('goes out once, in the words of the other side, and is acknowledged', async () => {
    await gateway.receive(1)
    expect(await gateway.send()).toBe(1)
    expect(await states()).toEqual(['acknowledged'])
    expect(side.held.get(dossierCode(1))).toMatchObject({
      MaTTHC: '1.001193',
      NgayTiepNhan: '20250514080000',
      NgayHenTra: '20250515170000',
      TrangThaiHoSo: '2',
      KenhThucHien: '2',
    })
    expect(await gateway.send()).toBe(0)
    expect(side.applied).toHaveLength(1)
  })

  test('told again is the same message, and is there only if the change is', async () => {
    const id = await gateway.receive(1)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(await gateway.receive(1, { state: 4 })).toBeNull()
    const undone = town.db.transaction().execute(async (db) => {
      const told = { system: 'national', about: aboutOf(2), unitId: town.unitId('xa-an-binh'), revision: 1 }
      await queueMessage({ ...gateway.ctx(), db }, { ...told, kind: 'dossier', body: someDossier(2) })
      throw new Error('the change fails')
    })
    await expect(undone).rejects.toThrow('the change fails')
    expect((await rows()).map((row) => row.id)).toEqual([id])
  })

  test('of a mirrored dossier is sent back to nobody', async () => {
    const told = { system: 'national', about: aboutOf(3), unitId: town.unitId('xa-an-binh'), revision: 1 }
    const mirrored = { ...told, kind: 'dossier', body: someDossier(3), mirrorOf: 'bo-tu-phap' } as const
    expect(await queueMessage(gateway.ctx(), mirrored)).toBeNull()
    expect(await states()).toEqual([])
  })

  test('waits behind the ones before it of the same dossier, and behind no other', async () => {
    await gateway.receive(1, { procedure: { code: '', name: 'x' } })
    await gateway.step(1, 2)
    await gateway.receive(2)
    await gateway.step(2, 2)
    await gateway.change(2, 3, { state: 4 })
    await gateway.send()
    expect(await states()).toEqual(['rejected', 'waiting', 'acknowledged', 'acknowledged', 'acknowledged'])
    expect(side.applied.map(({ service }) => service)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC', 'DongBoHoSoMC'])
    expect(side.held.get(dossierCode(2))).toMatchObject({ TrangThaiHoSo: '4', QuaTrinhXuLy: [{ TrangThai: '2' }] })
    expect((await rows())[0]).toMatchObject({ reason: 'faulty', reasonFields: ['procedure.code'] })
  })
})

describe('when the answer is lost', () => {
  test('it is looked for before it goes out again, and not done twice', async () => {
    side.knowsIds = false
    inTurn('die_after')
    await gateway.receive(1)
    await gateway.send()
    expect(await rows()).toMatchObject([{ state: 'sent', unsure: true }])
    expect((await syncStates(town.db, [aboutOf(1)])).get(aboutOf(1))).toBe('sent')
    gateway.pass(59)
    expect(await gateway.send()).toBe(0)
    gateway.pass(2)
    await gateway.send()
    expect(await rows()).toMatchObject([{ state: 'acknowledged', unsure: false, attempts: 2 }])
    expect(appliedTo(1)).toHaveLength(1)
    const [{ id } = { id: '' }] = await rows()
    const outcomes = (await listAttempts(town.db, id)).map(({ step, outcome }) => [step, outcome])
    expect(outcomes).toEqual([
      ['look_up', 'found'],
      ['send', 'unsure'],
    ])
  })

  test.each(['slow', 'die', 'error_page', 'late'] as const)('%s: it ends applied once', async (manner) => {
    gateway = openGateway(town, side, { timeoutSeconds: 0.5 })
    side.knowsIds = false
    inTurn('accept', manner)
    await gateway.receive(1)
    await gateway.step(1, 2)
    await gateway.send()
    await untilAllThere()
    expect(await states()).toEqual(['acknowledged', 'acknowledged'])
    expect(appliedTo(1)).toHaveLength(2)
  })

  test('what a killed process took is taken up when its lease is over, as something that may have gone out', async () => {
    await gateway.receive(1)
    const { now } = gateway.ctx()
    const leaseUntil = new Date(now.getTime() + 300_000)
    const asked = { system: 'national', kinds: ['dossier'] as const, now, leaseUntil, most: 9 }
    expect(await claimMessages(town.db, asked)).toHaveLength(1)
    gateway.pass(299)
    expect(await gateway.send()).toBe(0)
    gateway.pass(2)
    expect(await gateway.send()).toBe(1)
    expect(await rows()).toMatchObject([{ state: 'acknowledged', attempts: 2 }])
  })
})

describe('when the other side will not have it', () => {
  test('it is stuck with the fields that were named, and the rest of the dossier waits', async () => {
    side.behave(() => 'refuse')
    await gateway.receive(1)
    await gateway.step(1, 2)
    await gateway.send()
    expect(await rows()).toMatchObject([
      { state: 'rejected', reason: 'refused', reasonFields: ['procedure.code'] },
      { state: 'waiting', attempts: 0 },
    ])
    expect((await syncStates(town.db, [aboutOf(1)])).get(aboutOf(1))).toBe('failed')
  })

  test('what it has already is brought up to date, and what it lost is told anew', async () => {
    side.held.set(dossierCode(1), { MaHoSo: dossierCode(1), TrangThaiHoSo: '1', QuaTrinhXuLy: [] })
    await gateway.receive(1)
    await gateway.receive(2)
    await gateway.send()
    side.held.delete(dossierCode(2))
    await gateway.change(2, 2, { state: 4 })
    await gateway.send()
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged'])
    expect(side.held.get(dossierCode(1))).toMatchObject({ TrangThaiHoSo: '2' })
    expect(side.held.get(dossierCode(2))).toMatchObject({ TrangThaiHoSo: '4' })
  })

  test('a session that is over is opened anew, and nothing is refused because of it', async () => {
    await gateway.receive(1)
    await gateway.send()
    inTurn('accept', 'forget_sessions')
    await gateway.receive(2)
    await gateway.send()
    expect(await states()).toEqual(['acknowledged', 'acknowledged'])
  })

  test('nobody can be understood for too long: it is given up, and a person decides', async () => {
    gateway = openGateway(town, side, {
      mostAttempts: 3,
      circuit: { failures: 99, openSeconds: 1, mostOpenSeconds: 1 },
    })
    side.behave(() => 'error_page')
    await gateway.receive(1)
    for (let times = 0; times < 4; times++) {
      await gateway.send()
      gateway.pass(3600)
    }
    expect(await rows()).toMatchObject([{ state: 'dead', reason: 'no_answer', attempts: 3 }])
  })
})

describe('a side that is away', () => {
  test('is left alone for a while, then asked with one message; nothing is given up because of it', async () => {
    await side.close()
    for (let no = 0; no < 12; no++) await gateway.receive(no)
    await gateway.send()
    const [circuit] = await listCircuits(town.db)
    expect(circuit?.openUntil?.getTime()).toBeGreaterThan(gateway.ctx().now.getTime())
    const tried = () => rows().then((all) => all.reduce((sum, { attempts }) => sum + attempts, 0))
    const before = await tried()
    expect(await gateway.send()).toBe(0)
    gateway.pass(3601)
    expect(await gateway.send()).toBe(1)
    expect(await tried()).toBe(before + 1)
    for (let hours = 0; hours < 40; hours++) {
      gateway.pass(3601)
      await gateway.send()
    }
    expect(new Set(await states())).toEqual(new Set(['waiting']))
    side = await openNationalSide()
    gateway = openGateway(town, side)
    gateway.pass(50 * 3600)
    await gateway.send()
    expect(new Set(await states())).toEqual(new Set(['acknowledged']))
    expect((await listCircuits(town.db))[0]).toMatchObject({ failures: 0, trips: 0, openUntil: null })
  })
})

/** Three messages of each of many dossiers, through a side that does its worst. */
async function throughHostility(dossiers: number, knowsIds: boolean): Promise<void> {
  const [openSeconds, mostOpenSeconds] = [1, 1]
  gateway = openGateway(town, side, {
    mostAttempts: 99,
    circuit: { failures: 1000, openSeconds, mostOpenSeconds },
    timeoutSeconds: 1,
    atOnce: 20,
  })
  side.knowsIds = knowsIds
  const worst: Manner[] = ['accept', 'die', 'accept', 'die_after', 'error_page', 'accept', 'forget_sessions', 'accept']
  const rare: Manner[] = ['slow', 'late', ...(knowsIds ? (['twice'] as const) : [])]
  side.behave(({ no }) =>
    no % 41 === 40 ? (rare[no % rare.length] ?? 'slow') : (worst[(no * 5) % worst.length] ?? 'die'),
  )
  for (let no = 0; no < dossiers; no++) await gateway.receive(no)
  for (let no = 0; no < dossiers; no++) await gateway.step(no, 2)
  for (let no = 0; no < dossiers; no++) await gateway.change(no, 3, { state: 4 })
  await untilAllThere()
}

async function holdTheLedger(dossiers: number) {
  const all = await rows()
  expect(all).toHaveLength(3 * dossiers)
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['acknowledged']))
  for (let no = 0; no < dossiers; no++) {
    const told = appliedTo(no).map((item) => [item['TrangThaiHoSo'] ?? null, item['TrangThai'] ?? null])
    expect([no, told]).toEqual([
      no,
      [
        ['2', null],
        [null, '2'],
        ['4', null],
      ],
    ])
    expect(side.held.get(dossierCode(no))).toMatchObject({ TrangThaiHoSo: '4' })
  }
}

describe('§10.50 through a hostile side messages end there once each, in the order of each dossier', () => {
  test('500 of them, and the side knows no message ids', { timeout: 300_000 }, async () => {
    await throughHostility(167, false)
    await holdTheLedger(167)
  })

  test('when the side knows message ids, also what is done twice on the way', { timeout: 120_000 }, async () => {
    await throughHostility(45, true)
    await holdTheLedger(45)
  })
})
