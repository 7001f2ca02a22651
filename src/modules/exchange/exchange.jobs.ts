/** The jobs of the gateway; nothing comes round while the house is connected to nobody, and every message waits. */
import type { Job, Schedule } from '#kernel/job.ts'
import { reconcileJob, reconcileSchedule, type ReconcilingTools } from './reconcile.jobs.ts'
import { sendJob, sendSchedule } from './send.jobs.ts'

export const exchangeJobs = (tools: ReconcilingTools): Job[] =>
  tools.lines.length === 0 ? [] : [sendJob(tools), reconcileJob(tools)]

export const exchangeSchedules = ({ lines }: Pick<ReconcilingTools, 'lines'>): Schedule[] =>
  lines.length === 0 ? [] : [sendSchedule, reconcileSchedule]
