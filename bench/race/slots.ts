/** What is raced for: an hour at a desk that nobody has yet, another one each round. */
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent, Choice } from '../../domain/bookings/wishes/intent.ts'
import { openSpans } from '../../domain/sites/open-time.ts'
import { must } from '../../domain/values/assert.ts'
import { encodeUlid, makeId, type SiteId, toId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { addDays, mondayOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { loadCatalogue } from '../../sync-server/storage/load-catalogue.ts'
import type { Storage } from '../../sync-server/storage/storage.ts'
import type { Device } from '../harness/device.ts'

export interface Slot {
  readonly siteId: SiteId
  readonly choice: Choice
}

const HOUR_MS = 3_600_000
const DESKS = 32
/** The sample's own bookings end before the third week; a hot desk is booked at most 28 days ahead. */
const FIRST_DAY = 14
const LAST_DAY = 20

export async function makeSlots(storage: Storage, count: number): Promise<readonly Slot[]> {
  const siteId = toId('site', 'sit_harbour-loft')
  const catalogue = must(await loadCatalogue(storage.read, siteId), 'the sample is there')
  const monday = mondayOf(toWallTime(catalogue.zone, toInstant(Date.now())).date)
  const slots: Slot[] = []
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    for (const desk of catalogue.resources.slice(0, DESKS)) {
      for (const span of openSpans(catalogue, desk, addDays(monday, day))) {
        for (let at: number = span.startsAt; at + HOUR_MS <= span.endsAt; at += HOUR_MS) {
          slots.push({ siteId, choice: choiceAt(catalogue, desk.id, toInterval(at, at + HOUR_MS)) })
        }
      }
    }
  }
  if (slots.length < count) throw new Error(`There are ${slots.length} slots for ${count} rounds`)
  return slots.slice(0, count)
}

export function wishFor(racer: Device, { siteId, choice }: Slot, round: number): AnyIntent {
  const now = toInstant(Date.now())
  return {
    v: 1,
    id: makeId('intent', encodeUlid(now, crypto.getRandomValues(new Uint8Array(16)))),
    kind: 'booking.request',
    device: racer.deviceId,
    seq: round + 1,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(now + DAY_MS),
    body: {
      siteId: siteId,
      choice,
      fallbacks: [],
      takeNearest: false,
      people: 1,
      note: '',
      quote: { amountMinor: 1_000_000, currency: 'EUR' },
      ceiling: null,
      forMemberId: null,
      guests: [],
      override: null,
      payWith: 'personal',
    },
  }
}
