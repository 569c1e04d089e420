/** A big space for a search to go through: 200 rooms with ninety days of bookings, as a device keeps them, a row a day. */
import { ada, freeRules, harbour, room } from '../../domain/bookings/for-tests.ts'
import type { DaySpan } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { toId } from '../../domain/values/ids.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'

export const ROOMS = 200
export const DAYS = 90
export const today = toLocalDate('2026-11-24')
export const member: Member = ada

const amenities = ['whiteboard', 'screen', 'video', 'projector']

function roomNumber(index: number): Resource {
  return {
    ...room,
    id: toId('resource', `res_room-${index}`),
    name: `Room ${index}`,
    capacity: 2 + (index % 12),
    amenities: amenities.filter((_, at) => (index >> at) % 2 === 0),
    rules: { ...freeRules, bufferAfterMinutes: 15, maxMinutes: 8 * 60 },
  }
}

export const catalogue: Catalogue = {
  ...harbour,
  resources: Array.from({ length: ROOMS }, (_, index) => roomNumber(index)),
}

/** Six meetings a room and day, an hour and a quarter apart, not at the same time in every room. */
function spansOn(day: number): readonly DaySpan[] {
  return catalogue.resources.flatMap((resource, index) =>
    Array.from({ length: 6 }, (_, meeting): DaySpan => {
      const startMinute = 480 + meeting * 105 + ((index + day) % 4) * 15
      const endMinute = startMinute + 60
      return { resourceId: resource.id, unit: 1, startMinute, endMinute, state: 'booked' }
    }),
  )
}

export const days: ReadonlyMap<LocalDate, readonly DaySpan[]> = new Map(
  Array.from({ length: DAYS }, (_, day) => [addDays(today, day), spansOn(day)]),
)
