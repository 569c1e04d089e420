/** What a day of the calendar shows, and what is being done in it. */
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Resource, ResourceKind } from '../../../domain/sites/resource.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { createDayList } from '../../store/day-list.ts'
import { createOccupancy, toOccupied } from '../../store/occupancy.ts'
import { tellSync } from '../../sync/sync-lock.ts'
import { type BookingBlock, calendarDay, nextBlock } from './calendar-model.ts'
import { type Draft, draftRefusal } from './draft.ts'

export interface DayAsked {
  readonly space: Space
  readonly date: LocalDate
  readonly kind: ResourceKind | null
}

export function createDay(asked: DayAsked) {
  const catalogue = () => asked.space.catalogue
  const site = () => catalogue().site.id
  const date = () => asked.date
  const list = createDayList(site, date)
  const occupancy = createOccupancy(site, date)
  createEffect(() => tellSync({ kind: 'follow', name: `desk/${site()}/${date()}` }))
  const day = createMemo(() => calendarDay(catalogue(), date(), list()?.arrivals ?? [], asked.kind))
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const [current, setCurrent] = createSignal<string | null>(null)
  createEffect(on(date, () => setDraft(null)))
  const blocks = () => day().rows.flatMap(({ bookings }) => bookings)
  const blockOf = (id: string | null) => blocks().find((block) => block.id === id)
  const occupied = createMemo(() => toOccupied(catalogue(), occupancy() ?? []))
  const refusal = createMemo(() => {
    const meant = draft()
    if (meant === null) return null
    const ground = { catalogue: catalogue(), occupied: occupied(), now: asked.space.now }
    return draftRefusal(meant, ground)
  })
  return {
    day,
    draft,
    setDraft,
    refusal,
    occupied,
    blockOf,
    setCurrent,
    /** The one block that Tab leads to. */
    stop: () => (blockOf(current()) ?? blocks()[0])?.id,
    resourceOf: (id: string | undefined): Resource | null =>
      catalogue().resources.find((resource) => resource.id === id) ?? null,
    /** The place in the row above or below. */
    neighbour: (resource: Resource, by: 1 | -1): Resource => {
      const at = day().rows.findIndex((row) => row.resource.id === resource.id)
      return day().rows[at + by]?.resource ?? resource
    },
    /** Moves the focus along an arrow. */
    go: (block: BookingBlock, arrow: Parameters<typeof nextBlock>[2]): void => {
      const next = nextBlock(day().rows, block.id, arrow)
      if (next === null) return
      setCurrent(next.id)
      document.getElementById(next.id)?.focus()
    },
    /** Minutes at which an hour begins. */
    hourMarks: (): readonly number[] => {
      const { from, until } = day().hours
      return Array.from({ length: (until - from) / 60 }, (_, index) => from + index * 60)
    },
    /** How far along the hours it is now, 0 to 1; null on another day. */
    nowAt: (): number | null => {
      const wall = toWallTime(catalogue().zone, asked.space.now)
      const { from, until } = day().hours
      const isShown = wall.date === date() && wall.minute >= from && wall.minute <= until
      return isShown ? (wall.minute - from) / (until - from) : null
    },
  }
}

export type Day = ReturnType<typeof createDay>
