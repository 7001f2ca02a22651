/** How long from the order to start until the house says that it is ready, on data that is there already. */
import { memoryOf, processorOf, startApp } from './child.ts'
import { median } from './load.ts'
import { type Engine, inPlace, settle } from './place.ts'
import { atMost, megabytes, type Report, seconds, stated } from './report.ts'

const startBench = (engine: Engine, runs = 7) =>
  inPlace(engine, async (place) => {
    await settle(place, 20_000)
    const seconds: number[] = []
    const memory: number[] = []
    const processor: number[] = []
    for (let run = 0; run < runs; run++) {
      const app = await startApp(place.env)
      seconds.push(app.readyAfter)
      processor.push(processorOf(app.pid) ?? 0)
      memory.push(memoryOf(app.pid) ?? 0)
      await app.stop()
    }
    return {
      engine,
      runs,
      median: median(seconds),
      slowest: Math.max(...seconds),
      memory: median(memory),
      processor: median(processor),
    }
  })

export async function startReport(engines: readonly Engine[]): Promise<Report> {
  const figures: Awaited<ReturnType<typeof startBench>>[] = []
  for (const engine of engines) figures.push(await startBench(engine))
  return {
    lines: figures.flatMap(({ engine, runs, median: middle, slowest, memory, processor }) => [
      atMost(`${engine}: start to ready, median of ${runs}`, middle, 3, seconds),
      stated(`${engine}: slowest`, seconds(slowest)),
      stated(`${engine}: processor time until then`, seconds(processor)),
      stated(`${engine}: memory when ready`, megabytes(memory)),
    ]),
    figures,
  }
}
