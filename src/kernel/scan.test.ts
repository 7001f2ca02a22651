import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eicar, openScannerServer, type ScannerServer } from '#test/outside-scanner.ts'
import { noise } from '#test/upload-files.ts'
import { openScanner } from './scan.ts'

let server: ScannerServer
let folder: string
beforeAll(async () => {
  server = await openScannerServer()
  folder = mkdtempSync(join(tmpdir(), 'scan-'))
})
afterEach(() => server.behave('scan'))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (content: Uint8Array | string) => {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return path
}

test('a clean file has no name of a virus, an infected one has it, an empty one is clean', async () => {
  const scan = openScanner(server.url)
  expect(await scan(file('Giấy khai sinh'))).toBeNull()
  expect(await scan(file(eicar))).toBe('Win.Test.EICAR_HDB-1')
  expect(await scan(file(''))).toBeNull()
})

test('what is found lies anywhere in a file larger than the pieces it is sent in', async () => {
  const scan = openScanner(server.url)
  const around = noise(3_000_000)
  expect(await scan(file(around))).toBeNull()
  expect(await scan(file(Buffer.concat([around, Buffer.from(eicar), around])))).toBe('Win.Test.EICAR_HDB-1')
})

test('one that is slow is waited for', async () => {
  server.behave('slow')
  const asked = openScanner(server.url)(file(eicar))
  const answer = setInterval(server.answer, 20)
  expect(await asked).toBe('Win.Test.EICAR_HDB-1')
  clearInterval(answer)
})

test('one that hangs up, says nothing for too long, answers oddly or is not there gives no verdict', async () => {
  const path = file(noise(3_000_000))
  server.behave('die')
  await expect(openScanner(server.url)(path)).rejects.toThrow()
  server.behave('slow')
  await expect(openScanner(server.url, 100)(path)).rejects.toThrow('does not answer')
  server.behave('odd')
  await expect(openScanner(server.url)(path)).rejects.toThrow('size limit')
  const gone = createServer().listen(0)
  const { port } = gone.address() as { port: number }
  await new Promise((resolve) => gone.close(resolve))
  await expect(openScanner(`tcp://127.0.0.1:${port}`)(path)).rejects.toThrow()
  await expect(openScanner(join(folder, 'no-socket'))(path)).rejects.toThrow()
})
