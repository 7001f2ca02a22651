import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { begun, card, defect, done, examined, fileOne, rowOf, steppedService } from '#test/dossier-of-town.ts'
import { hidden, htmlOf } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Filled, type Town, type Visitor } from '#test/town.ts'
import { pdfOf } from '#test/upload-files.ts'
import { listQueue, searchDossiers } from './queue.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const at = (id: string) => `/mot-cua/ho-so/${id}`

/** Sends a form of the page of a dossier as it stands there. */
async function press(visitor: Visitor, id: string, path: string, form: Filled = {}): Promise<Response> {
  const page = await htmlOf(visitor, at(id))
  return visitor.send(`${at(id)}/${path}`, { revision: hidden(page, 'revision'), ...form })
}

test('a dossier goes from reception to return through pages alone, without JavaScript', async () => {
  const [mai, kiet, uyen] = [town.as('mai'), town.as('kiet'), town.as('uyen')]
  const id = await fileOne(town.asCitizen('ha'))
  const queue = await htmlOf(mai, '/mot-cua')
  expect(queue).toContain(at(id))
  expect(queue).toContain('Trả lời trong 8 giờ làm việc')
  const reception = await htmlOf(mai, `${at(id)}/tiep-nhan`)
  const received = await mai.send(`${at(id)}/tiep-nhan`, {
    _key: hidden(reception, '_key'),
    revision: hidden(reception, 'revision'),
    identity: 'electronic',
    'components.0.code': 'identity',
    'components.0.form': 'electronic',
    'components.0.copies': '1',
  })
  expect([received.status, received.headers.get('location')]).toEqual([303, at(id)])
  expect(await htmlOf(mai, '/mot-cua?xem=handover')).toContain(at(id))
  expect((await mai.send('/mot-cua/chuyen', { to: '' })).status).toBe(422)
  expect((await mai.send('/mot-cua/chuyen', { ids: id, to: town.accountId('kiet') })).status).toBe(303)
  const mine = await htmlOf(kiet, '/mot-cua')
  expect(mine).toContain(at(id))
  expect(mine).toContain('Còn 5 ngày làm việc')
  expect((await press(kiet, id, 'xong-buoc', { step: 'examine' })).status).toBe(303)
  expect((await press(kiet, id, 'tra-loi', { step: 'ask_health', answer: '' })).status).toBe(422)
  expect((await press(kiet, id, 'tra-loi', { step: 'ask_health', answer: 'Đồng ý' })).status).toBe(303)
  expect((await press(uyen, id, 'nhan-viec')).status).toBe(303)
  expect((await press(uyen, id, 'duyet')).status).toBe(303)
  const file = new File([(await pdfOf(1)) as Uint8Array<ArrayBuffer>], 'kết quả.pdf')
  expect((await press(kiet, id, 'ket-qua', { kind: 'document', 'file.file': file })).status).toBe(303)
  expect(await rowOf(town, id)).toMatchObject({ state: 'finished' })
  const results = await htmlOf(town.asCitizen('ha'), `/ho-so/${id}/ket-qua`)
  const upload = /ket-qua\/([0-9a-f-]{36})/.exec(results)?.[1] ?? ''
  expect((await town.asCitizen('ha').open(`/ho-so/${id}/ket-qua/${upload}`)).status).toBe(200)
  expect((await town.asCitizen('phuc').open(`/ho-so/${id}/ket-qua/${upload}`)).status).toBe(404)
  expect((await mai.open(`${at(id)}/tep/${upload}`)).status).toBe(200)
  expect((await town.as('sang').open(at(id))).status).toBe(403)
  expect(await htmlOf(mai, '/mot-cua?xem=return')).toContain(at(id))
  expect((await press(mai, id, 'tra-ket-qua', { how: 'counter', to_whom: '' })).status).toBe(422)
  expect((await press(mai, id, 'tra-ket-qua', { how: 'electronic' })).status).toBe(303)
  expect(await htmlOf(town.asCitizen('ha'), `/ho-so/${id}`)).toContain('Đã trả kết quả')
  const looked = await town.db
    .selectFrom('identity.access')
    .select('purpose')
    .where('about', '=', `dossiers.dossier/${id}`)
    .execute()
  expect(looked.map(({ purpose }) => purpose)).toContain('handle')
})

test('§10.20 the whole dossier is looked at once; its owner answers on one page, question by question', async () => {
  const id = await begun(town)
  const kiet = town.as('kiet')
  const asking = await htmlOf(kiet, `${at(id)}/bo-sung`)
  expect(asking).toContain('Ngày trồng')
  expect(asking).toContain('Cả hồ sơ')
  const rows = [...asking.matchAll(/name="defects\.(\d+)\.at" value="([^"]*)"/g)].map(([, row, name]) => [name, row])
  const [planted, whole] = [Object.fromEntries(rows)['planted_on'], Object.fromEntries(rows)['']]
  const line = (row: string | undefined, place: string, more: object) =>
    Object.fromEntries(
      Object.entries({ ...defect, at: place, offered: 'true', ...more }).map(([name, value]) => [
        `defects.${row}.${name}`,
        String(value),
      ]),
    )
  const form = {
    revision: hidden(asking, 'revision'),
    ...line(planted, 'planted_on', { ticked: 'true' }),
    ...line(whole, '', { ticked: 'true', label: 'Cả hồ sơ' }),
    ...line('99', 'copies', { label: 'Số bản', what: '' }),
    'dueOn.day': '23',
    'dueOn.month': '5',
    'dueOn.year': '2025',
  }
  expect((await kiet.send(`${at(id)}/bo-sung`, { ...form, 'dueOn.year': '' })).status).toBe(422)
  expect((await kiet.send(`${at(id)}/bo-sung`, form)).status).toBe(303)
  const ha = town.asCitizen('ha')
  const page = await htmlOf(ha, `/ho-so/${id}/bo-sung`)
  expect(page).toContain(defect.what)
  expect(page).toContain(defect.basis)
  expect(page).toContain('name="planted_on.day"')
  expect(page).not.toContain('name="copies"')
  const day = { 'planted_on.day': '2', 'planted_on.month': '3', 'planted_on.year': '2023' }
  const half = await ha.send(`/ho-so/${id}/bo-sung`, day)
  expect(half.status).toBe(422)
  expect(await half.text()).toContain('value="2023"')
  const sent = await ha.send(`/ho-so/${id}/bo-sung`, { ...day, 'said.1': 'Tôi đã xem lại sổ và sửa ngày.' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/ho-so/${id}`])
  const desk = await htmlOf(kiet, at(id))
  expect(desk).toContain('02/03/2023')
  expect(desk).toContain('Tôi đã xem lại sổ')
  expect((await ha.open(`/ho-so/${id}/bo-sung`)).status).toBe(409)
})

test('a second officer comes to an older page: what they typed is still there, and they are told who was faster', async () => {
  const id = await begun(town)
  const [kiet, uyen] = [town.as('kiet'), town.as('uyen')]
  const page = await htmlOf(kiet, at(id))
  await done(uyen, id, 'assign', { to: town.accountId('kiet'), note: '' })
  const late = await kiet.send(`${at(id)}/xong-buoc`, {
    revision: hidden(page, 'revision'),
    step: 'examine',
    note: 'Đã đo lại vườn',
  })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('Hồ Phương Uyên vừa xử lý')
  expect(html).toContain('Đã đo lại vườn')
})

test('a form pressed twice is one act', async () => {
  const id = await begun(town)
  const kiet = town.as('kiet')
  const page = await htmlOf(kiet, at(id))
  const form = { _key: 'mot-lan-thoi', revision: hidden(page, 'revision'), step: 'examine' }
  const both = [await kiet.send(`${at(id)}/xong-buoc`, form), await kiet.send(`${at(id)}/xong-buoc`, form)]
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  const steps = await town.db.selectFrom('dossiers.step').select('code').where('dossierId', '=', id).execute()
  expect(steps.filter(({ code }) => code === 'examine')).toHaveLength(1)
})

describe('the queue', () => {
  test('is in the order of the time left, paged without gap or repetition', async () => {
    const ids = [await begun(town), await begun(town), await begun(town)]
    const due = ['2025-05-16T10:00:00Z', '2025-05-15T10:00:00Z', null]
    for (const [n, id] of ids.entries())
      await town.db
        .updateTable('dossiers.dossier')
        .set({ dueAt: due[n] ? new Date(due[n] ?? '') : null })
        .where('id', '=', id)
        .execute()
    const filter = { unitId: town.unitId('xa-an-binh'), accountId: town.accountId('kiet') }
    const seen: string[] = []
    for (let after: { at: Date | null; id: string } | undefined, n = 0; n < 60; n++) {
      const [row] = await listQueue(town.db, 'mine', filter, { limit: 1, after })
      if (!row) break
      seen.push(row.id)
      after = { at: row.dueAt, id: row.id }
    }
    const all = await listQueue(town.db, 'mine', filter, { limit: 100 })
    expect(seen).toEqual(all.map(({ id }) => id))
    const [first, second, last] = ids
    expect(seen.indexOf(second ?? '')).toBeLessThan(seen.indexOf(first ?? ''))
    expect(seen.at(-1)).toBe(last)
  })

  test('finds by code, by words of a name without their marks, by the tail of a number; within the unit', async () => {
    const id = await begun(town)
    const row = await rowOf(town, id)
    const here = town.unitId('xa-an-binh')
    const found = async (q: string, unit = here) => (await searchDossiers(town.db, unit, q, 100)).map((one) => one.id)
    expect(await found('thu hà')).toContain(id)
    expect(await found('HA NGUYEN')).toContain(id)
    expect(await found('4127')).toContain(id)
    expect(await found('thu hà', town.unitId('xa-hoa-loc'))).toEqual([])
    expect(await found('không ai')).toEqual([])
    const page = await htmlOf(town.as('mai'), `/mot-cua?q=${encodeURIComponent(row.code ?? '')}`)
    expect(page).toContain(at(id))
    expect(await htmlOf(town.as('sang'), `/mot-cua?q=${encodeURIComponent(row.code ?? '')}`)).not.toContain(at(id))
  })

  test('what is paused stands apart, with until when it waits', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'ask-supplement', { defects: [defect], dueOn: '2025-05-23' })
    const paused = await htmlOf(town.as('kiet'), '/mot-cua?xem=paused')
    expect(paused).toContain(at(id))
    expect(paused).toContain('Tạm dừng, còn 5 ngày làm việc')
    expect(paused).toContain('chờ đến 23/05/2025')
    expect(await htmlOf(town.as('kiet'), '/mot-cua?xem=mine')).not.toContain(at(id))
  })
})

test('who has no post there sees no dossier, and what is offered is what may be done', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  await done(town.as('mai'), id, 'receive', card)
  expect((await town.as('lan').open(at(id))).status).toBe(403)
  const [desk, specialist] = [await htmlOf(town.as('mai'), at(id)), await htmlOf(town.as('kiet'), at(id))]
  expect(desk).toContain(`${at(id)}/chuyen`)
  expect(specialist).not.toContain(`${at(id)}/chuyen`)
  const other = await begun(town)
  await examined(town, other)
  expect(await htmlOf(town.as('kiet'), at(other))).not.toContain(`${at(other)}/duyet`)
  expect(await htmlOf(town.as('uyen'), at(other))).toContain(`${at(other)}/nhan-viec`)
})
