import { For, type JSX, Show } from 'solid-js'
import { asOffered } from '../../domain/bookings/absences/as-offered.ts'
import { arrivalTimes } from '../../domain/bookings/arrival/arrival-times.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { type QuoteLine, quote } from '../../domain/prices/quote.ts'
import type { BookingRules, CheckInRules } from '../../domain/sites/booking-rules.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { effectiveRules } from '../../domain/sites/effective-rules.ts'
import { isByTheHour } from '../../domain/sites/granularity.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { deviceNow } from '../app/clock.ts'
import { policyText } from '../ui/policy-text.ts'
import { words } from '../ui/words.ts'

export interface TermsProps {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly today: LocalDate
}

/** What it costs, line by line where there is more than one. */
export function PriceLines(props: TermsProps): JSX.Element {
  const quoted = () => {
    const { catalogue, interval, member } = props
    const place = asOffered(catalogue, props.resource, interval, member)
    return quote(catalogue, place, interval, member.tierId)
  }
  const isFree = () => quoted().price.amountMinor === 0
  /** The hours of the rate that decided, where it counts at some hours only (D-72). */
  const hoursOf = (line: QuoteLine) => {
    const rate = props.catalogue.rates.find(({ id }) => id === line.rateId)
    return rate?.hours ? [words.prices.hours(rate.hours)] : []
  }
  const needsLines = () =>
    quoted().lines.length > 1 ||
    quoted().lines.some(
      (line) => line.minutes !== line.wallMinutes || (hoursOf(line).length > 0 && !isFree()),
    )
  return (
    <dl class="price">
      <Show when={needsLines()}>
        <For each={quoted().lines}>
          {(line) => (
            <div>
              <dt>
                {words.bookings.priceLine(
                  [words.amounts.shortDate(line.date), ...hoursOf(line)].join(', '),
                  line.per === 'hour'
                    ? words.amounts.elapsed(Math.round(line.minutes), line.wallMinutes)
                    : words.bookings.pricePer[line.per],
                )}
              </dt>
              <dd>{words.amounts.money(line.price)}</dd>
            </div>
          )}
        </For>
      </Show>
      <div class="total">
        <dt>{isFree() ? words.bookings.included : words.bookings.total}</dt>
        <dd>
          <Show when={!isFree()}>{words.amounts.money(quoted().price)}</Show>
        </dd>
      </div>
    </dl>
  )
}

/** The rules that count here, and what comes back until when. */
export function Terms(props: TermsProps & { readonly hasBegun: boolean }): JSX.Element {
  const rules = () => {
    const tier = props.catalogue.tiers.find((one) => one.id === props.member.tierId) ?? null
    return effectiveRules(props.resource, tier)
  }
  const gap = () => Math.max(rules().bufferBeforeMinutes, rules().bufferAfterMinutes)
  const sentence = () =>
    [
      ...unitTerms(rules()),
      ...(gap() > 0 ? [words.bookings.gap(words.amounts.duration(gap()))] : []),
      ...(rules().noticeMinutes > 0
        ? [words.bookings.notice(words.amounts.duration(rules().noticeMinutes))]
        : []),
    ].join(', ')
  const policy = () => rules().cancellation
  const policySentence = () =>
    policyText({
      policy: policy(),
      startsAt: props.interval.startsAt,
      zone: props.catalogue.zone,
      today: props.today,
      now: deviceNow(),
    })
  return (
    <ul class="stack soft" data-gap="small">
      <li>
        <Show when={!props.hasBegun} fallback={words.bookings.hasBegun}>
          {policySentence()}
        </Show>
      </li>
      <Show when={!props.hasBegun && policy().graceMinutes > 0}>
        <li>{words.cancellation.grace(policy().graceMinutes)}</li>
      </Show>
      <Show when={props.resource.approvalMinutes}>
        {(minutes) => <li>{words.approval.terms(words.amounts.duration(minutes()))}</li>}
      </Show>
      <Show when={props.resource.approvalMinutes === null && props.resource.holdMinutes}>
        {(minutes) => <li>{words.bookings.heldFirst(words.amounts.duration(minutes()))}</li>}
      </Show>
      <Show when={rules().checkIn}>
        {(checkIn) => <li>{checkInTerms(checkIn(), props.interval)}</li>}
      </Show>
      <li>{sentence()}</li>
    </ul>
  )
}

/** How it is booked: by the day, the half-day, or so many hours. */
function unitTerms(rules: BookingRules): readonly string[] {
  const length = words.amounts.duration
  const units = rules.granularities.flatMap(({ kind }) => (kind === 'hour' ? [] : [kind]))
  return [
    ...(units.length === 0 ? [] : [words.bookings.byUnits(units)]),
    ...(isByTheHour(rules)
      ? [
          words.bookings.rules(length(rules.minMinutes), length(rules.maxMinutes)),
          words.bookings.steps(length(rules.incrementMinutes)),
        ]
      : []),
  ]
}

/** The same terms as they will count for the booking, were it made now. */
function checkInTerms(checkIn: CheckInRules, interval: Interval): string {
  const opens = words.amounts.duration(checkIn.opensMinutesBefore)
  const asBooked = { checkIn, interval, settledAt: toInstant(Date.now()), changedAt: null }
  const times = arrivalTimes(asBooked)
  return times?.releaseAt === null
    ? words.arrival.termsNeverReleased(opens)
    : words.arrival.terms(opens, words.amounts.duration(checkIn.releaseMinutesAfter))
}
