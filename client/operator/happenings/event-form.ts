/** The state of the form in which an event is written, and how it is sent: what is in the way is looked at first. */
import { type Accessor, createSignal } from 'solid-js'
import type { EventSave, EventText } from '../../../domain/bookings/wishes/community-requests.ts'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { notYet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import type { Resolutions } from '../closure-sheet.tsx'
import { createFormDraft, type FormDraft } from '../form-draft.ts'
import { type EventDay, previewEvent } from './preview-event.ts'
import { once, type Repeating, repeatsOf } from './repeat-fields.tsx'
import { sendHappening } from './send-happening.ts'

const { happenings } = words
/** An evening after work. */
const EVENING = 18 * 60

export interface EventForm {
  readonly draft: Accessor<EventText>
  /** What is typed, kept in this tab. */
  readonly kept: FormDraft<EventText>
  set(change: Partial<EventText>): void
  readonly repeating: Accessor<Repeating>
  setRepeating(repeating: Repeating): void
  /** The days that are looked at; null while the form is filled in. */
  readonly days: Accessor<readonly EventDay[] | null>
  setDays(days: readonly EventDay[] | null): void
  readonly resolutions: Accessor<Resolutions>
  setResolutions(resolutions: Resolutions): void
  /** Null where it is put up, otherwise why not, in words. */
  send(): Promise<string | typeof notYet | null>
}

export function createEventForm(space: Space, told: ToldEvent | null): EventForm {
  const kept = createFormDraft(
    `event/${told?.id ?? space.catalogue.site.id}`,
    textOf(told, space),
    told?.revision ?? 0,
  )
  const { value: draft, change: set } = kept
  const [repeating, setRepeating] = createSignal<Repeating>(once)
  const [days, setDays] = createSignal<readonly EventDay[] | null>(null)
  const [resolutions, setResolutions] = createSignal<Resolutions>({})

  /** Of the days that were looked at, those that stay; null where none does. */
  function wishOf(event: EventText, looked: readonly EventDay[] | null): EventSave | null {
    const all = looked?.map((day) => day.event) ?? [event, ...repeatsOf(event, repeating())]
    const [first, ...repeats] = all.map(({ id, date }) => ({ id, date }))
    if (first === undefined) return null
    return {
      ...{ siteId: space.catalogue.site.id, revision: kept.revision() },
      ...{ event: { ...event, ...first }, repeats, resolutions: resolutions() },
    }
  }

  /** Null where there is nothing to look at. */
  async function look(wish: EventSave): Promise<string | typeof notYet | null> {
    if (wish.event.hold === null && wish.repeats.length === 0) return null
    const found = await previewEvent(wish)
    if (typeof found === 'string') return found
    const isClear = found.every((day) => day.refusal === null && day.affected.length === 0)
    if (isClear && found.length === 1) return null
    setDays(found)
    setResolutions({})
    return stillTaken(found) ?? notYet
  }

  async function send(): Promise<string | typeof notYet | null> {
    const event = { ...draft(), title: draft().title.trim() }
    const looked = days()
    const wish = wishOf(event, looked)
    const problem = wish === null ? happenings.noDays : problemOf(event)
    if (wish === null || problem !== null) return problem
    const stop = looked === null ? await look(wish) : stillTaken(looked)
    if (stop !== null) return stop
    const why = await sendHappening('event.save', wish)
    if (why === null) kept.end()
    return why
  }

  return {
    ...{ draft, kept, set, repeating, setRepeating, days, resolutions, setResolutions, send },
    setDays: (found) => setDays(found),
  }
}

function stillTaken(days: readonly EventDay[]): string | null {
  return days.some(({ refusal }) => refusal !== null) ? happenings.takenThere : null
}

/** What is wrong with a draft, in words; null when it can be asked about. */
function problemOf({ title, guestsMax, capacity, hold }: EventText): string | null {
  if (title === '') return happenings.titleMissing
  const around = hold === null ? [] : [hold.setUpMinutes, hold.clearUpMinutes]
  const areWhole = [guestsMax, capacity ?? 1, ...around].every(Number.isInteger)
  return areWhole && (capacity ?? 1) > 0 ? null : happenings.wrongNumber
}

function textOf(event: ToldEvent | null, { today }: Space): EventText {
  if (event === null) {
    return {
      ...{ id: freshId('event'), title: '', text: '', resourceId: null, where: '' },
      ...{ date: addDays(today, 7), startMinute: EVENING, endMinute: EVENING + 120 },
      ...{ capacity: null, guestsMax: 0, hold: null },
    }
  }
  const { id, title, text, resourceId, where, date, startMinute, endMinute } = event
  const { capacity, guestsMax, hold } = event
  return {
    ...{ id, title, text, resourceId, where, date, startMinute, endMinute },
    ...{ capacity, guestsMax, hold },
  }
}
