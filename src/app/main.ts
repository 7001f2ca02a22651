/** `npm start`, and with `--demo` `npm run demo`. */
import type { Running } from './start.ts'

let running: Running | null = null
let stopping = false

/** Whoever gave the order waits ten seconds. What is not done by then is cut off like a killed process, which loses nothing. */
const stopWithin = 9_000

async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), stopWithin)
  await running?.stop()
  process.exit(0)
}
// Before the program is even read: an order to stop during the start is one to end well.
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

try {
  const [{ readConfig }, { start }] = await Promise.all([import('#kernel/config.ts'), import('./start.ts')])
  running = await start(readConfig(process.env), process.argv.includes('--demo'))
  console.log(`Tiền Giang Số: ${running.address}`)
  if (running.firstLink) console.log(`First administrator, once, within a day: ${running.firstLink}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
}
