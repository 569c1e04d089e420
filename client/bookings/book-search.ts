/** What the member is looking for, kept in the address: a reload, a link and the plan show the same. */
import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import {
  firstUsefulDate,
  spanOf,
  stepOf,
  type TimeChip,
  type TimeSpan,
  timeChips,
} from '../../domain/bookings/wishes/times-of-day.ts'
import { type ResourceKind, resourceKinds } from '../../domain/sites/resource.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'
import type { Space } from '../app/with-space.tsx'

export type BookParams = {
  kind?: string
  date?: string
  time?: string
  from?: string
  until?: string
  people?: string
  with?: string
  /** Places named in a search, by id. */
  named?: string
}

export interface BookSearch {
  readonly kind: ResourceKind
  readonly date: LocalDate
  readonly chip: TimeChip
  /** Null when nothing is left of it that day. */
  readonly span: TimeSpan | null
  readonly people: number
  readonly amenities: readonly string[]
  readonly named: readonly ResourceId[]
}

export function createBookSearch(space: () => Space) {
  const [params, setParams] = useSearchParams<BookParams>()
  const search = createMemo(() => readSearch(params, space()))
  return {
    search,
    change: (change: BookParams) => setParams(change, { replace: true }),
  }
}

function readSearch(params: BookParams, { catalogue, today, now }: Space): BookSearch {
  const kind = Object.values(resourceKinds).find((one) => one === params.kind) ?? 'hot-desk'
  const date =
    isLocalDate(params.date) && params.date >= today
      ? params.date
      : firstUsefulDate(catalogue, today, now)
  const chip = timeChips.find((one) => one === params.time) ?? 'all-day'
  const step = stepOf(catalogue, kind)
  const usual = spanOf(catalogue, chip === 'custom' ? 'all-day' : chip, date, now, step)
  const custom = { from: minuteOf(params.from), until: minuteOf(params.until) }
  const hasCustom = chip === 'custom' && custom.from !== null && custom.until !== null
  return {
    kind,
    date,
    chip,
    span: hasCustom ? { from: custom.from ?? 0, until: custom.until ?? 0 } : usual,
    people: Math.min(500, Math.max(1, Math.floor(Number(params.people)) || 1)),
    amenities: listOf(params.with),
    named: catalogue.resources
      .map(({ id }) => id)
      .filter((id) => listOf(params.named).includes(id)),
  }
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',')
}

function minuteOf(text: string | undefined): number | null {
  const minute = Number(text)
  return text !== undefined && Number.isInteger(minute) && minute >= 0 && minute <= 1440
    ? minute
    : null
}
