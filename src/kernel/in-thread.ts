/** Work on a file that would hold up everybody else, or could be led astray by it: in a thread of its own, with an end. */
import { Worker } from 'node:worker_threads'
import { refuse } from './problem.ts'
import type { ThreadTask, ThreadResult } from './file-thread.ts'

const mayTake = 60_000
const mayHold = { maxOldGenerationSizeMb: 1024 }
/** What libraries mutter about a damaged file is for nobody. */
const quietly = { stdout: true, stderr: true } as const

/** Refuses with `wrong_type` what cannot be read; also when it takes too long or wants too much memory. */
export async function inThread<Kind extends ThreadTask['kind']>(
  task: Extract<ThreadTask, { kind: Kind }>,
): Promise<ThreadResult[Kind]> {
  const worker = new Worker(new URL('./file-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: mayHold,
    ...quietly,
  })
  try {
    return await new Promise<ThreadResult[Kind]>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error('a file took too long')), mayTake)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => {
        clearTimeout(tooLong)
        reject(new Error('a file was too much'))
      })
    })
  } catch {
    return refuse('wrong_type', 'kernel.stored_file.broken')
  } finally {
    await worker.terminate()
  }
}
