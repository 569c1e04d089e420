/** One sentence for each reason a wish can be refused with. */
import type { Refusal, RefusalReason } from '../../bookings/wishes/refusal.ts'
import type { ClosureProblem } from '../../bookings/wishes/room-refusal.ts'
import type { Interval } from '../../values/interval.ts'
import { subtract, zero } from '../../values/money.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../values/zone.ts'
import { count, duration, longDate, money, timeRange } from './amounts.ts'
import { overQuota } from './limits.ts'
import { lots } from './lots.ts'
import { membershipProblem } from './membership-problems.ts'
import { settingProblems } from './setting-problems.ts'

type RefusalOf<Reason extends RefusalReason> = Extract<Refusal, { reason: Reason }>

/** The location's clock, for sentences that name a time; without one they say "at that time". */
type Clock = ZoneTable | undefined

const refusals: {
  readonly [Reason in RefusalReason]: (refusal: RefusalOf<Reason>, clock: Clock) => string
} = {
  booked: ({ conflict }, clock) => `It is booked by someone else ${at(conflict, clock)}.`,
  held: ({ conflict }, clock) => `It is being held for someone else ${at(conflict, clock)}.`,
  'asked-for': ({ conflict }, clock) => `Someone else has asked for it ${at(conflict, clock)}.`,
  'pool-full': ({ units, conflict }, clock) =>
    `All ${units} places are taken ${at(conflict, clock)}.`,
  'pool-split': () => 'No single place is free all the time. Parts of it are.',
  'not-bookable': () => 'It can’t be booked for now.',
  assigned: () => 'It belongs to another member.',
  linked: ({ name, conflict }, clock) =>
    `${name} is booked ${at(conflict, clock)}. They share one room.`,
  blocked: ({ closureName, conflict, isEvent }, clock) =>
    closureName === null
      ? `It is out of use ${at(conflict, clock)}.`
      : `${isEvent === true ? 'An event is there' : 'Out of use'} ${at(conflict, clock)}: ${closureName}.`,
  closed: ({ closureName }) =>
    closureName === null ? 'The space is closed at that time.' : `Closed: ${closureName}.`,
  buffer: ({ bufferMinutes, conflict }, clock) =>
    `It needs ${duration(bufferMinutes)} free before and after the booking ${at(conflict, clock)}.`,
  notice: ({ noticeMinutes }) => `It must be booked at least ${duration(noticeMinutes)} before.`,
  past: () => 'That time is over.',
  'too-far': ({ limit }) => `It can be booked up to ${count(limit.days, 'day')} ahead.`,
  'too-short': ({ minMinutes }) => `It can be booked for ${duration(minMinutes)} or longer.`,
  'too-long': ({ maxMinutes }) => `It can be booked for ${duration(maxMinutes)} at most.`,
  increment: ({ incrementMinutes }) => `It is booked in steps of ${duration(incrementMinutes)}.`,
  'whole-units': ({ offered }) =>
    `It is booked by ${offered.map((unit) => (unit === 'day' ? 'the day' : 'the half-day')).join(' or ')}, not by the hour.`,
  'nonexistent-local-time': () => 'The clocks change then, and that time does not exist.',
  capacity: ({ capacity }) => `It takes ${count(capacity, 'person', 'people')}, you included.`,
  quota: ({ limit, quota }) =>
    quota === undefined
      ? `You have reached your limit of ${count(limit, 'booking')}.`
      : overQuota(quota, limit),
  tier: () => 'Your membership does not include it. Ask the space about changing it.',
  'membership-paused': ({ until }) =>
    `Your membership is paused then. It runs again on ${longDate(until)}.`,
  'membership-ends': () => 'Your membership has ended by then.',
  'membership-change': (problem) => membershipProblem(problem),
  overdue: () => 'An invoice is overdue. Pay it first, then book.',
  'rules-not-accepted': () => 'Accept the house rules first, then book.',
  'already-yours': () => 'You have booked it for that time already.',
  expired: () => 'The space heard of it too late. Nothing was booked or charged.',
  'unknown-resource': () => 'It is not there any more.',
  'unknown-booking': () => 'There is no such booking.',
  'already-cancelled': () => 'That booking is over or cancelled already.',
  'already-started': () =>
    'It has started. It can be longer or end now, but not be cancelled or moved.',
  'not-running': () => 'It is not running now. Cancel or change it instead.',
  unchanged: () => 'That is what you have already.',
  'already-asked': () =>
    'You have asked the team to have it elsewhere. Take that request back first.',
  'needs-asking': () => 'The space is asked about it first. Book it anew, then cancel this one.',
  'hold-expired': () => 'It was held for you, but the time ran out.',
  'hold-already-extended': () => 'It was held a little longer once already.',
  'already-away': () => 'You have said already that you are away on some of those days.',
  'not-held': () => 'It is not being held any more.',
  'too-late-to-ask': () => 'The team approves it first, and its time has begun.',
  'not-approved-yet': () => 'The team has not approved it yet.',
  'not-paid-yet': () => 'It is not paid yet.',
  'not-beside': () =>
    'What you add is paid first and cannot be kept beside what you have. Change one end at a time, or ask the team.',
  'request-lapsed': () => 'Nobody had answered in time, so the request is over.',
  'already-answered': () => 'It has been answered already.',
  'too-many-favourites': ({ max }) =>
    `You have ${count(max, 'favourite')} already. Take one away first.`,
  'other-kind': () => 'It is another kind of place than you booked. Book it by itself.',
  'dearer-place': () => 'It costs more than the place you booked. Change the booking instead.',
  'not-today': () => 'Your booking is on another day.',
  'not-booked-yet': () => 'It is not booked yet.',
  'check-in-not-open': ({ opensAt }, clock) =>
    clock === undefined
      ? 'Check-in is not open yet.'
      : `Check-in opens at ${formatMinute(toWallTime(clock, opensAt).minute)}.`,
  missed: () => 'Nobody had checked in by then, so it was given back.',
  'given-away': () =>
    'Your check-in came when somebody else had been given the place. You owe nothing for it.',
  'not-allowed': () => 'You may not do that here. Ask the space.',
  'unresolved-bookings': ({ bookingIds }) =>
    `${count(bookingIds.length, 'booking')} must be dealt with first.`,
  'preview-changed': ({ total, changed }) =>
    `${changed.length} of ${count(total, 'date')} can’t be had as shown. Nothing was changed.`,
  'basket-item': ({ name, refusal: why }, clock) =>
    `${name ?? 'One of them'} can’t be had, so nothing was booked. ${refusal(why, clock)}`,
  'extra-gone': () => 'One of the extras is not offered any more.',
  'extra-not-here': ({ name }) => `${name} does not come with this place.`,
  'extra-too-many': ({ name, max }) => `${name}: ${max} at most for one booking.`,
  'extra-notice': ({ name, noticeMinutes }) =>
    `${name} must be asked for at least ${duration(noticeMinutes)} before.`,
  'addon-none-left': ({ name }) => `${name}: none is left for now.`,
  'addon-too-many': ({ name, max }) => `${name}: ${max} at most for one member.`,
  'addon-dearer': ({ name, price }) =>
    `${name} costs ${money(price)} a month by now. Look at it again, and then take it.`,
  'addon-members-only': () => 'It comes beside a membership, and you have none here today.',
  'unknown-addon': () => 'You do not have it any more.',
  'unknown-rules': () => 'The house rules have changed since. Read them again.',
  'unknown-guest': () => 'This guest is not expected any more.',
  'guest-too-early': ({ opensAt }, clock) =>
    clock === undefined
      ? 'It is too early: guests come in from half an hour before.'
      : `Guests come in from ${formatMinute(toWallTime(clock, opensAt).minute)}.`,
  'unknown-basket': () => 'These bookings are not there any more.',
  'series-empty': () => 'No date is left to book.',
  'series-backwards': () => 'It ends before it begins.',
  'series-too-many': ({ max }) => `One series has ${count(max, 'date')} at most.`,
  'series-too-far': ({ days }) => `A series ends within ${count(days, 'day')} from today.`,
  'series-overlap': ({ maxMinutes }) =>
    `Each time would run into the next one. It can last ${duration(maxMinutes)} at most.`,
  'unknown-series': () => 'There is no such series.',
  closure: ({ problem, limit }) => closures[problem](limit),
  'unpaid-bill': ({ isFreeAllowed }) =>
    isFreeAllowed
      ? 'A bill is unpaid because a card was declined. Until it is paid, only what is free can be booked.'
      : 'A bill is unpaid because a card was declined. Until it is paid, nothing new can be booked.',
  'no-billing': () => 'Nothing is billed for that time.',
  'bills-issued': () => 'The bills of that time are issued already.',
  'period-runs': ({ until }) =>
    `It is not over yet. Its bills can be issued on ${longDate(until)}.`,
  'unknown-bill': () => 'There is no such bill.',
  'not-open': ({ open }) =>
    open.amountMinor === 0
      ? 'Nothing of this bill is open.'
      : open.amountMinor > 0
        ? `Only ${money(open)} of this bill are open.`
        : `Only ${money(subtract(zero(open.currency), open))} of this bill is to be paid back.`,
  'not-yet': () => 'That day has not come yet.',
  'not-creditable': ({ left }) =>
    left.amountMinor === 0
      ? 'All of this bill was credited already.'
      : `Between nothing and ${money(left)} of this bill can be credited.`,
  'unknown-payer': () => 'Nobody of that name pays here.',
  'unknown-fund': () => 'There is no such credit or deposit.',
  'unknown-deposit': () => 'That deposit is not asked for any more.',
  'not-to-card': () => 'It cannot go back to a card. Pay it back by hand.',
  'is-disputed': () =>
    'The payer’s bank has taken it back, and decides about it. Until then nothing of it is paid back.',
  'not-kept': ({ left }) =>
    left.amountMinor === 0 ? 'Nothing of it is left.' : `Only ${money(left)} of it are left.`,
  'no-promo': () => 'This code cannot be used.',
  'promo-redeemed': () => 'You have used this code already.',
  'promo-taken': () => 'There is a code like that already.',
  'unknown-pass': () => 'There is no such pass any more.',
  'lot-used': ({ left, unit }) => `Only ${lots.amount(unit, left)} of it are left to take back.`,
  'unknown-wait': () => 'You are not waiting for that any more.',
  'free-now': () => 'It is free. You can book it now.',
  'already-waiting': () => 'You are waiting for it already.',
  'too-many-waits': ({ limit }) => `You are waiting ${count(limit, 'time')}, which is the most.`,
  'order-empty': () => 'None of those days is still to come.',
  'order-too-far': ({ days }) => `It can look ${count(days, 'day')} ahead, from today on.`,
  'unknown-ticket': () => 'There is no such request.',
  'too-many-tickets': ({ max }) =>
    `You have ${max} requests that are not resolved. Resolve one of them first.`,
  'ticket-full': () => 'This request is long enough. Start a new one.',
  'ticket-taken': () => 'Somebody else of the team has taken it meanwhile.',
  'ticket-went-on': () => 'Somebody said more there meanwhile. Read that first.',
  'unknown-article': () => 'That article is not there any more.',
  'too-many-articles': ({ max }) => `There is room for ${max} articles.`,
  'unknown-outage': () => 'That notice is over already.',
  'too-many-outages': ({ max }) => `There is room for ${max} notices at once.`,
  'unknown-event': () => 'There is no such event any more.',
  'event-over': () => 'That event is over or was called off.',
  'event-full': ({ left }) =>
    left < 1
      ? 'There is no room for more. You keep your place.'
      : `There is room for ${count(left, 'person', 'people')} of you. You keep your place as it was.`,
  'too-many-guests': ({ max }) =>
    max === 0
      ? 'This event is for members alone, without guests.'
      : `Each may bring ${count(max, 'guest')}.`,
  'event-promised': ({ going }) =>
    `${count(going, 'person', 'people')} were promised a place already.`,
  'too-many-events': ({ max }) => `There is room for ${max} events ahead.`,
  'nobody-comes': () => 'There is nobody to tell.',
  'told-often': ({ max }) =>
    `They were told something ${count(max, 'time')} within a day, which is the most. Tell them tomorrow.`,
  'too-many-entries': ({ max }) => `That pass was noted ${max} times, which is the most.`,
  'unknown-perk': () => 'That perk is not there any more.',
  'too-many-perks': ({ max }) => `There is room for ${max} perks at once.`,
  'perk-not-yet': ({ from }) => `It is good from ${longDate(from)} on.`,
  'perk-used': ({ max }) => `You have used it ${count(max, 'time')}, which is the most.`,
  'unknown-announcement': () => 'That announcement is not there any more.',
  'too-many-announcements': ({ max }) => `There is room for ${max} announcements at once.`,
  'not-reachable': () => 'There is nobody of that name whom you can write to.',
  'no-messages': () => 'This location has messages turned off.',
  'messages-closed': () => 'The team has closed messages for you. Ask them about it.',
  'messages-not-taken': () => 'You take no messages. Turn them on to write some.',
  'takes-no-messages': () => 'They do not take messages.',
  'blocked-by-you': () => 'You have blocked them. Unblock them first.',
  'too-many-blocked': ({ max }) => `You can block ${count(max, 'person', 'people')}.`,
  'too-many-messages': ({ max }) =>
    `That is more than ${count(max, 'message')} in an hour. Send it a little later.`,
  'too-many-threads': ({ max }) =>
    `You wrote to ${count(max, 'new person', 'new people')} today. Send it tomorrow.`,
  'unknown-message': () => 'That message is not there any more.',
  'unknown-report': () => 'There is no such report.',
  'report-decided': () => 'Somebody else of the team has decided it meanwhile.',
  'team-money': ({ per, max, used }) =>
    `Your team lets you spend ${money(max)} a ${per}. ${money(used)} of it is spent.`,
  'in-team': () => 'They are in the team, or invited, already.',
  'in-another-team': () => 'Leave the other team first.',
  'not-in-team': () => 'They are not in the team.',
  'not-invited': () => 'There is no such invitation any more.',
  'team-full': ({ seats }) => `The team has ${count(seats, 'place')}.`,
  'week-sent': () => 'That week was sent already. Everybody changes their own bookings now.',
  'reads-team-bills': () => 'The team’s bills are theirs to read. Ask the space to name another.',
  'setting-changed': () => 'Somebody else has changed it meanwhile. Nothing was saved.',
  'invalid-setting': ({ problems }) =>
    `It was not saved. ${problems.map(({ code }) => settingProblems[code])[0] ?? 'Look at it again.'}`,
  'invalid-plan': ({ problems }) =>
    problems.length === 1
      ? 'It was not published. One thing in the plan must be put right first.'
      : `It was not published. ${problems.length} things in the plan must be put right first.`,
  malformed: () => 'The request could not be read. Update the app and try again.',
  'unknown-kind': () => 'The space does not know this kind of request yet.',
}

const closures: { readonly [Problem in ClosureProblem]: (limit: number) => string } = {
  backwards: () => 'A closure ends after it begins.',
  over: () => 'It would be over already. A closure ends after now.',
  'too-far': (days) => `A closure ends within ${count(Math.floor(days / 365), 'year')} from today.`,
  'too-many': (limit) => `There are ${limit} closures ahead already. Remove one first.`,
}

/** "09:00–13:00" of the other booking: its time, never its person. */
function at({ startsAt, endsAt }: Interval, clock: Clock): string {
  if (clock === undefined) return 'at that time'
  const start = toWallTime(clock, startsAt)
  const end = toWallTime(clock, endsAt)
  const isSameDay = start.date === end.date
  return isSameDay ? timeRange(start.minute, end.minute) : 'at that time'
}

/** Why not, in words: the rule that decided and the other booking's time, never the other person. */
export function refusal(refusal: Refusal, clock?: ZoneTable): string {
  const say = refusals[refusal.reason] as (refusal: Refusal, clock: Clock) => string // the table has one row per reason
  return say(refusal, clock)
}
