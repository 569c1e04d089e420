/** A door: what this device knows of who comes and who is in, and what it says to a pass. All of it is there without a network. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import {
  admit,
  type Guest,
  peopleIn,
  readShown,
  type SeenEntry,
  type Shown,
  type Verdict,
} from '../../../domain/community/door/admit.ts'
import { isDoorCode } from '../../../domain/community/door/door-code.ts'
import type { Entry, EntryWay } from '../../../domain/community/door/entry.ts'
import {
  type Attendee,
  type DoorKey,
  readDoorKey,
  readEntry,
  type ToldEvent,
} from '../../../domain/community/events/happening-sections.ts'
import { addMs, DAY_MS } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { deviceNow } from '../../app/clock.ts'
import type { Space } from '../../app/with-space.tsx'
import { checkSignature, type Signed } from '../../store/check-signature.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { createRecords } from '../../store/records.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { createAttendees } from '../happenings/board-model.ts'

export interface Door {
  readonly attendees: Accessor<readonly Attendee[]>
  /** Everything that was noted, here and elsewhere. */
  readonly seen: Accessor<readonly SeenEntry[]>
  /** Parties that the space heard of more than once. */
  readonly twice: Accessor<readonly (readonly Entry[])[]>
  readonly inside: Accessor<number>
  /** Noted here, and not told yet. */
  readonly waiting: Accessor<number>
  readonly hasKey: Accessor<boolean>
  /** What was said last, and how it was shown; null before the first. */
  readonly answer: Accessor<DoorAnswer | null>
  show(text: string, way: EntryWay): Promise<void>
  letIn(guest: Guest, way: EntryWay): Promise<void>
}

export interface DoorAnswer {
  readonly verdict: Verdict
  readonly way: EntryWay
  /** Staff let them in all the same. */
  readonly isNoted: boolean
}

export function createDoor(space: () => Space, event: () => ToldEvent): Door {
  const document = () => {
    const siteId = space().catalogue.site.id
    return formatDocumentName({ kind: 'attendees', siteId })
  }
  const attendeesOf = createAttendees(space)
  const attendees = createMemo(() => attendeesOf(event().id))
  const records = createRecords(document, 'entries', readEntry)
  const keys = createRecords(document, 'keys', readDoorKey)
  const own = createOwnEntries(event)
  const told = createMemo(() =>
    [...(records()?.all.values() ?? [])].filter(({ eventId }) => eventId === event().id),
  )
  const seen = createMemo((): readonly SeenEntry[] => {
    const known = new Set(told().map(({ id }) => id))
    return [...told(), ...own().filter(({ id }) => !known.has(id))]
  })
  const [answer, setAnswer] = createSignal<DoorAnswer | null>(null)

  async function note({ code, people }: Guest, way: EntryWay): Promise<boolean> {
    const { siteId, id: eventId, endsAt } = event()
    const deadlineAt = addMs(endsAt, limits.entryDaysAfterMax * DAY_MS)
    const body = { siteId, eventId, code, people, way }
    const saved = await writeIntent('entry.note', body, { deadlineAt })
    if (saved.kind === 'not-saved') showToast(words.states.notSaved[saved.why])
    return saved.kind === 'saved'
  }

  return {
    ...{ attendees, seen, answer },
    twice: createMemo(() => twiceOf(told())),
    inside: () => peopleIn(seen()),
    waiting: () => own().filter(({ isTold }) => !isTold).length,
    hasKey: () => (keys()?.all.size ?? 0) > 0,
    show: async (text, way) => {
      const shown = readShown(text)
      const signed = await check(shown, [...(keys()?.all.values() ?? [])])
      const at = { event: event(), attendees: attendees(), seen: seen() }
      const verdict = admit(shown, signed, at, deviceNow())
      const isNoted = verdict.kind === 'welcome' && (await note(verdict, way))
      setAnswer({ verdict, way, isNoted })
    },
    letIn: async (guest, way) => {
      const isNoted = await note(guest, way)
      setAnswer({ verdict: { kind: 'welcome', ...guest }, way, isNoted })
    },
  }
}

/** What this device has noted and the space has not answered. */
function createOwnEntries(event: () => ToldEvent) {
  const wishes = createOwnWishes(['entry.note'])
  return createMemo(() =>
    (wishes() ?? []).flatMap(({ intent, state }) => {
      if (intent.kind !== 'entry.note' || intent.body.eventId !== event().id) return []
      const { code, people } = intent.body
      const isOpen = state === 'saved' || state === 'received'
      if (!isOpen || !isDoorCode(code)) return []
      const { id, device, madeAt: at } = intent
      return [{ id, code, people, at, device, isTold: state === 'received' }]
    }),
  )
}

async function check(shown: Shown, keys: readonly DoorKey[]): Promise<Signed> {
  const [key] = keys
  if (shown.kind !== 'pass' || key === undefined) return 'unknown'
  return checkSignature(key.publicKey, shown.pass.signed, shown.pass.signature)
}

/** Those whose later notes the space has marked, each with all of its notes in the order in which they came in. */
function twiceOf(told: readonly Entry[]): readonly (readonly Entry[])[] {
  const marked = new Set(told.filter(({ isAgain }) => isAgain).map(({ code }) => code))
  return [...marked].map((code) =>
    told.filter((entry) => entry.code === code).toSorted((a, b) => a.at - b.at),
  )
}
