/** A booking as it was agreed: what its own record says, whatever prices and policies have become since. */
import type { Booking } from '../../bookings/booking.ts'
import { duration, moneyPlain } from './amounts.ts'
import { lots } from './lots.ts'

/** What only the reader's own clock and language of dates can say. */
export interface ToldTimes {
  readonly bookedAt: string
  readonly changedAt: string | null
  readonly policy: string
}

type Agreed = Pick<Booking, 'price' | 'extras' | 'covered' | 'checkIn' | 'wall'>

type Row = readonly [term: string, said: string]

function rows(
  { price, extras, covered, checkIn, wall }: Agreed,
  { bookedAt, changedAt, policy }: ToldTimes,
): readonly Row[] {
  return [
    ['Booked', bookedAt],
    ...(changedAt === null ? [] : [['Changed', changedAt] as const]),
    ['Price', moneyPlain(price)],
    ...extras.map((one): Row => [`${one.count} × ${one.name}`, moneyPlain(one.price)]),
    ...covered.map((use): Row => [lots.nameOf(use.lot), lots.amount(use.lot.unit, use.amount)]),
    ['If you cancel', policy],
    ['Check-in', checkIn === null ? 'Nobody has to check in.' : checkInText(checkIn)],
    ['Clock', `${wall.zone}, ${offset(wall.startOffsetMinutes)}`],
  ]
}

function checkInText(rules: NonNullable<Booking['checkIn']>): string {
  const { opensMinutesBefore, releaseMinutesAfter } = rules
  return `From ${duration(opensMinutesBefore)} before until ${duration(releaseMinutesAfter)} after the start`
}

/** "UTC+1", "UTC−3:30". */
function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

export const asBooked = {
  title: 'As you booked it',
  sentence: 'What was agreed then stays, whatever prices and policies have become since.',
  signed: 'Signed by the space, checked on this device.',
  notSigned:
    'This is not what the space signed. Ask them what is booked, and do not rely on this copy.',
  rows,
} as const
