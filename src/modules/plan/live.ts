/** What of a plan in force people work with: rows that keep their ids from version to version. */
import type { Day } from '#kernel/time.ts'
import type { Comparator, TaskKind } from './plan.ts'

export type LiveTarget = {
  id: string
  ref: string
  position: number
  pillar: string
  title: string
  wording: string
  leadUnitId: number | null
}

export type LiveValue = {
  id: string
  targetId: string
  position: number
  comparator: Comparator
  goal: number
  goalMax: number | null
  unit: string
  subject: string
  level: string | null
  deadline: Day
  aim: boolean
}

export type LiveTask = {
  id: string
  kind: TaskKind
  ref: string
  position: number
  heading: string
  wording: string
  leadUnitId: number | null
  dueOn: Day | null
}

export type LiveReport = { id: string; kind: string; literal: string; dueOn: Day }
export type LiveAsk = { unitId: number; dueOn: Day }

export type Publication = {
  targets: LiveTarget[]
  values: LiveValue[]
  tasks: LiveTask[]
  reports: LiveReport[]
  asks: LiveAsk[]
}
