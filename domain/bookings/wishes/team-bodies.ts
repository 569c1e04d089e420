/** What a wish about a team may say. */
import * as v from 'valibot'
import { moneyPeriods } from '../../memberships/team-limits.ts'
import { limits } from '../../values/limits.ts'
import { mondayOfIsoWeek } from '../../values/local-date.ts'
import { amount, choice, date, email, id, payWith } from './fields.ts'
import { quota } from './setting-bodies.ts'

const teamId = id('team')
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.settingNameLengthMax))
const seats = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.teamPeopleMax))

const text = v.strictObject({
  id: teamId,
  name,
  managerId: id('member'),
  tierId: v.nullable(id('tier')),
  seats: v.nullable(seats),
})

/** A year of minutes: more says nothing. */
const COUNTED_MAX = 366 * 24 * 60
const counted = v.pipe(
  quota,
  v.check(({ kinds, max }) => kinds.length > 0 && max >= 0 && max <= COUNTED_MAX),
)

const teamLimits = v.strictObject({
  quotas: v.pipe(v.array(counted), v.maxLength(limits.teamQuotasMax)),
  money: v.nullable(v.strictObject({ per: v.picklist(moneyPeriods), max: amount })),
})

const decided = v.pipe(
  v.record(id('booking'), v.picklist(['keep', 'cancel'])),
  v.check((found) => Object.keys(found).length <= limits.liveBookingsPerMemberMax),
)

const desk = v.strictObject({
  memberId: id('member'),
  on: date,
  liked: v.nullable(id('resource')),
  choice,
  quote: amount,
})

/** Each person has one day of a date. */
const desks = v.pipe(
  v.array(desk),
  v.maxLength(limits.weekDaysMax),
  v.check((all) => new Set(all.map(({ memberId, on }) => `${memberId}/${on}`)).size === all.length),
)
const week = v.custom<string>(
  (input) => typeof input === 'string' && mondayOfIsoWeek(input) !== null,
)

export const teamBodies = {
  'team.save': v.strictObject({ siteId: id('site'), team: text }),
  'team.invite': v.strictObject({ teamId, email, name }),
  'team.uninvite': v.strictObject({ teamId, email }),
  'team.answer': v.strictObject({ teamId, accepts: v.boolean() }),
  'team.remove': v.strictObject({ teamId, memberId: id('member'), bookings: decided }),
  'team.set-manager': v.strictObject({ teamId, memberId: id('member'), isManager: v.boolean() }),
  'team.limit': v.strictObject({ teamId, memberId: id('member'), limits: teamLimits }),
  'week.send': v.strictObject({ teamId, siteId: id('site'), week, desks, payWith }),
  'team.wallet': v.strictObject({
    teamId,
    wallet: v.strictObject({
      usedBy: v.picklist(['everybody', 'manager']),
      isFirst: v.boolean(),
    }),
  }),
} as const
