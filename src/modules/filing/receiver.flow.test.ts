import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillAll, htmlOf, press } from '#test/filing-of-town.ts'
import { gardenService, offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

describe('§10.17 a service that any commune of the province receives', () => {
  const any = { ...gardenService, receivers: ['any_commune' as const] }

  test('is handed in at each commune of the list, and at nothing else', async () => {
    town.at('2025-11-03T08:00')
    await offerService(town, any)
    const page = await htmlOf(town.asCitizen('ha'), '/nop-ho-so/9.000001')
    expect(page).toContain('Nộp ở xã, phường nào trong tỉnh cũng được')
    const offered = [...page.matchAll(/<option value="([a-z-]+)"/g)].map(([, slug]) => slug)
    expect(new Set(offered)).toEqual(new Set(['xa-an-binh', 'xa-hoa-loc', 'xa-phu-my', 'xa-tan-thanh']))
    for (const receiver of offered) {
      const path = await fillAll(town.asCitizen('ha'), { receiver: receiver ?? '' })
      const at = (await press(town.asCitizen('ha'), path)).headers.get('location') ?? ''
      const row = await town.db
        .selectFrom('filing.application')
        .select('receiverId')
        .where('id', '=', at.split('/')[2] ?? '')
        .executeTakeFirst()
      expect(row?.receiverId).toBe(town.unitId(receiver as 'xa-an-binh'))
    }
    for (const receiver of ['huyen-dong', 'so-y-te', 'bao-mau', 'khong-co', ''])
      expect((await town.asCitizen('ha').send('/nop-ho-so/9.000001', { case: 'again', receiver })).status).toBe(422)
  })

  test('and one that only some receive says nothing of the kind', async () => {
    await offerService(town)
    expect(await htmlOf(town.asCitizen('ha'), '/nop-ho-so/9.000001')).not.toContain(
      'xã, phường nào trong tỉnh cũng được',
    )
  })
})
