/** The modules of the house, and the catalogues of what lies under them. */
import { messages as fieldsEn } from '#fields/messages.en.ts'
import { messages as fieldsVi } from '#fields/messages.vi.ts'
import { messages as calendarEn } from '#kernel/calendar.messages.en.ts'
import { messages as calendarVi } from '#kernel/calendar.messages.vi.ts'
import { messages as fileEn } from '#kernel/file.messages.en.ts'
import { messages as fileVi } from '#kernel/file.messages.vi.ts'
import { messages as workEn } from '#kernel/work.messages.en.ts'
import { messages as workVi } from '#kernel/work.messages.vi.ts'
import { messages as kernelEn } from '#kernel/messages.en.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import type { Holder } from '#kernel/file-sweep.store.ts'
import type { Measure } from '#kernel/measure.ts'
import type { Module } from '#kernel/module.ts'
import { addMessages } from '#kernel/text.ts'
import { admin } from '#modules/admin/public.ts'
import { board } from '#modules/board/public.ts'
import { catalogue } from '#modules/catalogue/public.ts'
import { direction } from '#modules/direction/public.ts'
import { dossiers } from '#modules/dossiers/public.ts'
import { drafting } from '#modules/drafting/public.ts'
import { exchange } from '#modules/exchange/public.ts'
import { filing } from '#modules/filing/public.ts'
import { finding } from '#modules/finding/public.ts'
import { identity } from '#modules/identity/public.ts'
import { overview } from '#modules/overview/public.ts'
import { plan } from '#modules/plan/public.ts'
import { rating } from '#modules/rating/public.ts'
import { scores } from '#modules/scores/public.ts'
import { services } from '#modules/services/public.ts'
import { clock } from '#modules/clock/public.ts'
import { slips } from '#modules/slips/public.ts'
import { texts } from '#modules/texts/public.ts'
import { uploads } from '#modules/uploads/public.ts'
import { messages as uiEn } from '#ui/messages.en.ts'
import { messages as uiVi } from '#ui/messages.vi.ts'

const others: readonly Module[] = [
  finding,
  catalogue,
  filing,
  dossiers,
  overview,
  identity,
  board,
  plan,
  drafting,
  direction,
  scores,
  rating,
  services,
  exchange,
  clock,
  slips,
  texts,
  uploads,
]

/** Administration comes last: it gives out the permissions of all others. */
export const modules: readonly Module[] = [...others, admin(others)]

/** All who may refer to contents of the file house. */
export const holdersOf = (all: readonly Module[]): readonly Holder[] => all.flatMap(({ holds }) => holds ?? [])

export const measuresOf = (all: readonly Module[]): readonly Measure[] => all.flatMap(({ measures }) => measures ?? [])

export const catalogues = [
  { vi: calendarVi, en: calendarEn },
  { vi: fileVi, en: fileEn },
  { vi: workVi, en: workEn },
  { vi: kernelVi, en: kernelEn },
  { vi: uiVi, en: uiEn },
  { vi: fieldsVi, en: fieldsEn },
]

/** The sentences of the house: before the first page is drawn, and before a demonstration writes what pages will say. */
export function learnWords(all: readonly Module[]) {
  for (const { vi, en } of [...catalogues, ...all.map(({ messages }) => messages)]) {
    addMessages('vi', vi)
    addMessages('en', en)
  }
}
