/** A series as the member is making it: the rule, what was chosen for single dates, and what would come of it now. */

import { createMemo, createSignal } from 'solid-js'
import { usualPayWith } from '../../../domain/bookings/lots/lots-for.ts'
import {
  listOf,
  noRepairs,
  type OccurrenceChoice,
  type PreviewInput,
  previewSeries,
  type Repairs,
  repairsOf,
  type SeriesPreview,
} from '../../../domain/bookings/series/preview-series.ts'
import type { Recurrence, Rhythm } from '../../../domain/bookings/series/recurrence.ts'
import type { SeriesMode, SeriesRequest } from '../../../domain/bookings/wishes/series-wish.ts'
import { spanAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import { type LocalDate, weekdayOf } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import type { Repeat } from './repeat-choice.tsx'
import type { Rule } from './rule-fields.tsx'
import { createSeriesFacts } from './series-model.ts'

/** Where it happens, who comes, and the booking it starts from. */
export interface SeriesOf {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  readonly repeat: Repeat
}

export type Shown = Extract<SeriesPreview, { kind: 'occurrences' }>

export function createSeriesDraft(of: SeriesOf) {
  const now = createNow()
  const known = createSeriesFacts(of.catalogue, () => of.member)
  const start = () => spanAt(of.catalogue, of.interval)
  const [rule, setRule] = createSignal<Rule>({
    rhythm: firstRhythm(of.repeat, start().date),
    every: 1,
    end: { kind: 'count', count: 4 },
  })
  const [choices, setChoices] = createSignal<ReadonlyMap<number, OccurrenceChoice>>(new Map())
  const recurrence = (): Recurrence => ({ ...rule(), startOn: start().date })
  const asked = () => {
    const { from, until } = start()
    const place = { siteId: of.catalogue.site.id, resourceId: of.resource.id, people: of.people }
    return { ...place, recurrence: recurrence(), span: { from, until } }
  }
  const input = createMemo((): PreviewInput | undefined => {
    const found = known()
    return found && { ...found, wish: asked(), choices: choices(), now: now() }
  })
  const preview = createMemo(() => {
    const given = input()
    return given && previewSeries(given)
  })
  const shown = (): Shown | null => {
    const found = preview()
    return found?.kind === 'occurrences' ? found : null
  }
  return {
    start,
    rule,
    recurrence,
    shown,
    today: () => toWallTime(of.catalogue.zone, now()).date,
    /** Why the rule itself is none. */
    refusal: () => {
      const found = preview()
      return found?.kind === 'refused' ? found.refusal : null
    },
    isChosen: (number: number) => choices().has(number),
    repairs: (number: number): Repairs => {
      const given = input()
      return given === undefined ? noRepairs : repairsOf(given, number)
    },
    changeRule: (next: Rule) => {
      setRule(next)
      setChoices(new Map()) // they were about the dates of another rule
    },
    choose: (number: number, choice: OccurrenceChoice | null) => {
      const next = new Map(choices())
      if (choice === null) next.delete(number)
      else next.set(number, choice)
      setChoices(next)
    },
    /** What is shown, as one wish; null where nothing of it can be had. */
    wish: (note: string, mode: SeriesMode): SeriesRequest | null => {
      const found = shown()
      if (found === null || found.bookable === 0) return null
      const occurrences = listOf(of.catalogue.zone, found.occurrences)
      const { member, wallet } = must(known(), 'what is shown was previewed').facts
      return { ...asked(), note, occurrences, mode, payWith: usualPayWith(member, wallet) }
    },
  }
}

export type SeriesDraft = ReturnType<typeof createSeriesDraft>

/** Whoever wants another way starts from the week. */
function firstRhythm(repeat: Repeat, date: LocalDate): Rhythm {
  if (repeat !== 'never' && repeat !== 'other') return repeat
  return { kind: 'weekly', weekdays: [weekdayOf(date)] }
}
