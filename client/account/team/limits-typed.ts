/** What a team lets somebody use, as it stands in fields: an empty one is no limit. */
import type { Quota } from '../../../domain/memberships/quota.ts'
import type { MoneyLimit, TeamLimits } from '../../../domain/memberships/team-limits.ts'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { type Currency, money } from '../../../domain/values/money.ts'
import { words } from '../../ui/words.ts'

export const countedPeriods = ['day', 'week', 'month'] as const
export type CountedPeriod = (typeof countedPeriods)[number]

export interface TypedLimits {
  readonly desks: string
  readonly desksPer: CountedPeriod
  readonly rooms: string
  readonly roomsPer: CountedPeriod
  readonly money: string
  readonly moneyPer: MoneyLimit['per']
}

const deskKinds: readonly ResourceKind[] = ['hot-desk', 'dedicated-desk']
const roomKinds: readonly ResourceKind[] = ['meeting-room', 'phone-booth', 'event-hall']

export function typedOf({ quotas, money: most }: TeamLimits, currency: Currency): TypedLimits {
  const desks = quotas.find(({ unit }) => unit === 'bookings')
  const rooms = quotas.find(({ unit }) => unit === 'minutes')
  const digits = words.amounts.currencyDigits(currency)
  return {
    desks: desks === undefined ? '' : String(desks.max),
    desksPer: periodOf(desks),
    rooms: rooms === undefined ? '' : String(rooms.max / 60),
    roomsPer: periodOf(rooms),
    money: most === null ? '' : String(most.max.amountMinor / 10 ** digits),
    moneyPer: most?.per ?? 'month',
  }
}

function periodOf(quota: Quota | undefined): CountedPeriod {
  return quota === undefined || quota.per === 'concurrent' ? 'week' : quota.per
}

/** Null where a field holds something that is no amount. */
export function limitsOf(typed: TypedLimits, currency: Currency): TeamLimits | null {
  const [desks, rooms, most] = [typed.desks, typed.rooms, typed.money].map(amountOf)
  if (desks === null || rooms === null || most === null) return null
  const digits = words.amounts.currencyDigits(currency)
  const quotas: Quota[] = []
  if (desks !== undefined) {
    const max = Math.round(desks)
    quotas.push({ id: 'desks', kinds: deskKinds, per: typed.desksPer, unit: 'bookings', max })
  }
  if (rooms !== undefined) {
    const max = Math.round(rooms * 60)
    quotas.push({ id: 'rooms', kinds: roomKinds, per: typed.roomsPer, unit: 'minutes', max })
  }
  return {
    quotas,
    money:
      most === undefined
        ? null
        : { per: typed.moneyPer, max: money(Math.round(most * 10 ** digits), currency) },
  }
}

/** A year of hours is no limit any more. */
const AMOUNT_MAX = 8_784

function amountOf(text: string): number | null | undefined {
  if (text.trim() === '') return undefined
  const amount = Number(text.replace(',', '.'))
  return Number.isFinite(amount) && amount >= 0 && amount <= AMOUNT_MAX ? amount : null
}
