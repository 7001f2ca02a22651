/** `npm start`, and with `--demo` `npm run demo`. */
import { readConfig } from '#kernel/config.ts'
import { start, type Running } from './start.ts'

let running: Running | null = null
let stopping = false

async function stop() {
  if (stopping) return
  stopping = true
  await running?.stop()
  process.exit(0)
}
// Before anything is opened, so that an order to stop during the start leaves no lock behind.
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

try {
  running = await start(readConfig(process.env), process.argv.includes('--demo'))
  console.log(`Tiền Giang Số: ${running.address}`)
  if (running.firstLink) console.log(`First administrator, once, within a day: ${running.firstLink}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
}
