/** What a place is offered for: its state, price and terms; where it cannot be had, why, and what else there is. */
import { For, type JSX, Show, Suspense } from 'solid-js'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import { effectiveRules } from '../../domain/sites/effective-rules.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { spaceNow } from '../store/contact.ts'
import { policyText } from '../ui/policy-text.ts'
import { availabilityTones, StateBadge } from '../ui/state-badge.tsx'
import { words } from '../ui/words.ts'
import type { PlaceAnswer } from './place-answers.ts'
import type { PlaceBarProps } from './place-bar.tsx'
import { aboutOf, presenceWords, reasonOf, stateSentence, timeOf } from './place-words.ts'

export type OfferProps = PlaceBarProps & { readonly onBookNext: (next: PlaceAnswer) => void }

export function PlaceOffer(props: OfferProps): JSX.Element {
  const resource = () => props.answer.resource
  const state = () => props.answer.availability.state
  const policy = () =>
    effectiveRules(resource(), tierOf(props.catalogue.tiers, props.member)).cancellation
  return (
    <div class="place-offer">
      <div class="place-title">
        <h2>{resource().name}</h2>
        <p class="soft">{[resource().zoneName, ...aboutOf(resource())].join(' · ')}</p>
      </div>
      <div class="row">
        <StateBadge tone={availabilityTones[state()]} word={sentence()} />
        <Show when={props.answer.availability.price}>
          <strong>{words.amounts.money(props.cover.rest)}</strong>
        </Show>
      </div>
      <Show when={props.answer.availability.price}>
        <For each={props.cover.uses}>{(use) => <p class="soft">{words.lots.uses(use)}</p>}</For>
      </Show>
      <For each={props.answer.sitting}>
        {(one) => <p>{words.floor.sitsHere(one.memberName, `${one.startText}–${one.endText}`)}</p>}
      </For>
      <For each={presenceWords(props.answer, props.telling)}>{(said) => <p>{said}</p>}</For>
      <Show when={state() === 'available' && props.answer.interval.startsAt > Date.now()}>
        <p class="soft">
          {policyText({
            policy: policy(),
            startsAt: props.answer.interval.startsAt,
            zone: props.telling.zone,
            today: props.today,
            now: spaceNow(),
          })}
        </p>
      </Show>
      <Show when={reasonOf(props.answer)}>{(why) => <p>{why()}</p>}</Show>
      <Show when={state() !== 'available'}>
        <Instead {...props} />
        <Show when={props.answer.availability.refusal}>
          {(no) => (
            <Suspense>
              <props.wait
                catalogue={props.catalogue}
                resourceIds={[resource().id]}
                interval={props.answer.interval}
                people={1}
                refusal={no()}
              />
            </Suspense>
          )}
        </Show>
      </Show>
    </div>
  )

  /** Free and taken as they will be after the chosen time, which the list has no room for. */
  function sentence(): string {
    const { refusal } = props.answer.availability
    if (refusal?.reason !== 'booked') return stateSentence(props.answer, props.telling)
    const next = props.nextFree?.interval ?? null
    if (next === null) return words.floor.takenAllDay
    return next.startsAt > props.answer.interval.startsAt
      ? words.floor.takenUntil(timeOf(props.telling.zone, next.startsAt))
      : words.floor.freeUntil(timeOf(props.telling.zone, next.endsAt))
  }
}

/** What else there is: the same place when it is free, and what is free close by. */
function Instead(props: OfferProps): JSX.Element {
  const range = ({ startsAt, endsAt }: Interval) =>
    `${timeOf(props.telling.zone, startsAt)}–${timeOf(props.telling.zone, endsAt)}`
  const nameOf = (alternative: Alternative) =>
    props.catalogue.resources.find((one) => one.id === alternative.choice.resourceId)?.name ?? ''
  return (
    <>
      <Show when={props.nextFree}>
        {(next) => <LaterButton {...props} next={next()} range={range(next().interval)} />}
      </Show>
      <Show when={props.alternatives.length > 0}>
        <p class="soft">{words.floor.insteadNear}</p>
        <div class="strip place-instead">
          <For each={props.alternatives}>
            {(one) => (
              <button type="button" class="button" onClick={() => props.onAlternative(one)}>
                {words.floor.instead(nameOf(one), range(one.choice.interval))}
              </button>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}

/** Books the place for when it is free; where that takes more than a tap, it shows that time. */
function LaterButton(
  props: OfferProps & { readonly next: PlaceAnswer; readonly range: string },
): JSX.Element {
  const price = () => props.next.availability.price
  const isOneTap = () =>
    props.next.availability.state === 'available' &&
    props.next.resource.capacity === 1 &&
    !props.isOffline
  return (
    <div class="row">
      <Show
        when={isOneTap() && price()}
        fallback={
          <button type="button" class="button" onClick={() => props.onSeeTime(props.next.interval)}>
            {words.floor.seeTime(props.range)}
          </button>
        }
      >
        {(amount) => (
          <>
            <button
              type="button"
              class="button"
              data-kind="primary"
              onClick={() => props.onBookNext(props.next)}
            >
              {words.floor.book(props.range, props.next.resource.approvalMinutes !== null)}
            </button>
            <strong>{words.amounts.money(amount())}</strong>
          </>
        )}
      </Show>
    </div>
  )
}
