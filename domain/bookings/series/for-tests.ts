/** Series on the small site of the tests. */

import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { type LocalDate, toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import { ada, harbour, noDistance, room } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import type { WaitingFacts } from '../waitlist/join-wait.ts'
import type { Intent } from '../wishes/intent.ts'
import type { ListedOccurrence, SeriesRequest } from '../wishes/series-wish.ts'
import type { PreviewInput } from './preview-series.ts'
import { expandRecurrence, type Recurrence } from './recurrence.ts'
import { choiceOfPlace } from './series.ts'

export const now = toInstant(Date.UTC(2026, 8, 1, 8))
export const facts: WaitingFacts = {
  catalogue: harbour,
  member: ada,
  madeBy: null,
  occupied: [],
  ownBookings: [],
  ownWaits: [],
  distance: noDistance,
  wallet: emptyWallet,
}

/** Every Thursday from the first of October, 10:00 to 12:00, so many times: over the end of summer time. */
export function thursdays(count: number): Recurrence {
  return {
    rhythm: { kind: 'weekly', weekdays: [4] },
    every: 1,
    startOn: toLocalDate('2026-10-01'),
    end: { kind: 'count', count },
  }
}

export const tenToTwelve = { from: 600, until: 720 }
export const plenty = money(1_000_000, 'EUR')

export function datesOf(recurrence: Recurrence, at: Instant = now): readonly LocalDate[] {
  const today = toWallTime(harbour.zone, at).date
  const expansion = expandRecurrence(recurrence, tenToTwelve, today)
  if (expansion.kind === 'refused') throw new Error(expansion.refusal.reason)
  return expansion.dates
}

/** Every date at the rule's own time and place. */
export function listing(recurrence: Recurrence, span = tenToTwelve): readonly ListedOccurrence[] {
  return datesOf(recurrence).map((date, index) => {
    const place = { resourceId: room.id, date, ...span }
    const choice = must(choiceOfPlace(harbour.zone, place), 'that time is')
    return { kind: 'book', number: index + 1, choice, quote: plenty }
  })
}

let wishes = 0

export function seriesWish(more: Partial<SeriesRequest> = {}): Intent<'series.request'> {
  wishes += 1
  const recurrence = more.recurrence ?? thursdays(12)
  return {
    v: 1,
    id: toId('intent', `bki_s${wishes}`),
    kind: 'series.request',
    device: toId('device', 'dev_phone'),
    seq: wishes,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(Date.UTC(2027, 8, 1)),
    body: {
      siteId: harbour.site.id,
      resourceId: room.id,
      recurrence,
      span: tenToTwelve,
      people: 2,
      note: '',
      payWith: 'personal',
      occurrences: more.occurrences ?? listing(recurrence),
      mode: 'exactly',
      ...more,
    },
  }
}

export function previewInput(more: Partial<PreviewInput> = {}): PreviewInput {
  return {
    wish: {
      siteId: harbour.site.id,
      resourceId: room.id,
      recurrence: thursdays(12),
      span: tenToTwelve,
      people: 2,
    },
    choices: new Map(),
    facts,
    isKnown: () => true,
    now,
    ...more,
  }
}
