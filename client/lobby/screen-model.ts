/**
 * What a screen knows: from what it keeps at once, then from the space. It asks every half minute what it is to show, follows the
 * catalogue, this week and, where the team has turned names on, who is in, and says how old that is.
 */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { withLinked } from '../../domain/bookings/links/linked-spans.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import {
  occupiedOnDay,
  readOccupancyDay,
} from '../../domain/bookings/occupancy/occupancy-sections.ts'
import { type Presence, presentAt, readPresence } from '../../domain/bookings/presence/presence.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { readCatalogue } from '../../domain/sites/catalogue-sections.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, isoWeekOf, type LocalDate } from '../../domain/values/local-date.ts'
import type { Sections } from '../../domain/values/sections.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { askWhatToShow } from './ask-as-screen.ts'
import { readKept, writeKept } from './kept.ts'
import { type ScreenIdentity, type Shown, writeScreen } from './screen-key.ts'

export interface ScreenModel {
  readonly shown: Accessor<Shown | null>
  readonly catalogue: Accessor<Catalogue | null>
  readonly today: Accessor<LocalDate | null>
  readonly now: Accessor<Instant>
  readonly occupied: Accessor<readonly Occupied[]>
  /** Who is in and may be named. */
  readonly people: Accessor<readonly Presence[]>
  /** The time of what is shown while the space is not heard; null while it is. */
  readonly staleAt: Accessor<Instant | null>
}

const LOOK_EVERY_MS = 30_000
const TICK_MS = 1_000
/** The space is heard every ten seconds. */
const PRESENT_MS = 30_000
/** A connection that ended may be back at once, as when the space is renewed. */
const CUT_MS = 4_000
/** A document that changes every second is kept this often. */
const KEEP_EVERY_MS = 5_000

export function createScreenModel(
  identity: ScreenIdentity,
  ports: { onEnded(): void; onVersion(version: string): void },
): ScreenModel {
  const { key } = identity
  const [shown, setShown] = createSignal(identity.shown)
  const [offsetMs, setOffsetMs] = createSignal(0)
  const [clock, setClock] = createSignal(Date.now())
  const [heardAt, setHeardAt] = createSignal<number | null>(null)
  const now = () => toInstant(Math.floor((clock() + offsetMs()) / TICK_MS) * TICK_MS)
  const [isCut, setIsCut] = createSignal(false)
  const hear = () => {
    setIsCut(false)
    setHeardAt(Date.now() + offsetMs())
  }
  const lose = () => {
    setIsCut(true)
    void look()
  }

  async function look(): Promise<void> {
    const answer = await askWhatToShow(key)
    if (answer.kind === 'ended') return ports.onEnded()
    if (answer.kind === 'unreachable') return
    setOffsetMs(answer.at - Date.now())
    if (JSON.stringify(answer.shown) !== JSON.stringify(shown())) {
      setShown(answer.shown)
      writeScreen({ key, shown: answer.shown })
    }
    ports.onVersion(answer.version)
  }

  onMount(() => {
    void look()
    void readKept<number>('heardAt').then((at) => setHeardAt((known) => known ?? at))
  })
  every(LOOK_EVERY_MS, () => void look())
  every(TICK_MS, () => setClock(Date.now()))
  every(KEEP_EVERY_MS, () => {
    const at = heardAt()
    if (at !== null) void writeKept('heardAt', at)
  })

  const follow = (name: Accessor<string | null>, isKept = true) =>
    followDocument(name, { key, isKept, onHeard: hear, onGone: lose })
  const ofSite = (nameOf: (siteId: string) => string | null) =>
    createMemo(() => {
      const known = shown()
      return known === null ? null : nameOf(known.siteId)
    })
  const catalogueSections = follow(ofSite((siteId) => `catalogue/${siteId}`))
  const catalogue = createMemo(() => {
    const sections = catalogueSections()
    return sections === null ? null : readCatalogue(sections)
  })
  const today = createMemo(() => {
    const known = catalogue()
    return known === null ? null : toWallTime(known.zone, now()).date
  })
  const weekOf = (days: number) =>
    ofSite((siteId) => {
      const date = today()
      return date === null ? null : `occupancy/${siteId}/${isoWeekOf(addDays(date, days))}`
    })
  const thisWeek = follow(weekOf(0))
  const people = follow(
    ofSite((siteId) => {
      const date = today()
      return date !== null && shown()?.showsNames === true ? `presence/${siteId}/${date}` : null
    }),
    false,
  )
  return {
    shown,
    catalogue,
    today,
    now,
    occupied: createMemo(() => occupiedOn(catalogue(), thisWeek(), today())),
    people: createMemo(() => presentAt(readPresence(people() ?? {}), now()), [], {
      equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    }),
    staleAt: createMemo(() => {
      const at = heardAt()
      const isPresent = at === null || now() - at < (isCut() ? CUT_MS : PRESENT_MS)
      return isPresent ? null : toInstant(at)
    }),
  }
}

function occupiedOn(
  catalogue: Catalogue | null,
  week: Sections | null,
  today: LocalDate | null,
): readonly Occupied[] {
  if (catalogue === null || week === null || today === null) return []
  // The night before may reach into today; a week that has just begun has no such day.
  const days = [addDays(today, -1), today]
  const spans = days.flatMap((date) =>
    occupiedOnDay(catalogue.zone, date, readOccupancyDay(week, date)),
  )
  return withLinked(catalogue, spans)
}

/** The sections of a document whose name may change; null while nothing of it is known. */
function followDocument(
  name: Accessor<string | null>,
  ports: { key: string; isKept: boolean; onHeard(): void; onGone(): void },
): Accessor<Sections | null> {
  const [sections, setSections] = createSignal<Sections | null>(null)
  createEffect(() => {
    const wanted = name()
    setSections(null)
    if (wanted === null) return
    let hasCome = false
    let isChanged = false
    const kind = wanted.slice(0, wanted.indexOf('/'))
    if (ports.isKept) {
      void readKept<{ name: string; sections: Sections }>(kind).then((kept) => {
        if (!hasCome && kept?.name === wanted) setSections(() => kept.sections)
      })
    }
    const keep = setInterval(() => {
      const current = sections()
      if (!ports.isKept || !isChanged || current === null) return
      isChanged = false
      void writeKept(kind, { name: wanted, sections: current })
    }, KEEP_EVERY_MS)
    let close: (() => void) | null = null
    let isLeft = false
    void import('../sync/open-engine.ts').then(({ openReading }) => {
      if (isLeft) return
      close = openReading({
        ...{ name: wanted, key: ports.key, onHeard: ports.onHeard, onGone: ports.onGone },
        onSections: (next) => {
          hasCome = true
          isChanged = true
          setSections(() => next)
        },
      })
    })
    onCleanup(() => {
      isLeft = true
      clearInterval(keep)
      close?.()
    })
  })
  return sections
}

function every(ms: number, work: () => void): void {
  const timer = setInterval(work, ms)
  onCleanup(() => clearInterval(timer))
}
