/**
 * Today below its first paint, in one chunk and shown at one moment: what needs the member, their usual, what their plan is about, and what
 * happens around them. It stands below or beside what was painted first, so that nothing moves under a finger.
 */
import { type JSX, Show, Suspense } from 'solid-js'
import { homeView } from '../../domain/bookings/home/home-view.ts'
import { AccessHere } from '../account/access-here.tsx'
import { LeftOfPlan } from '../account/left-of-plan.tsx'
import { ProfileHint } from '../account/profile/profile-hint.tsx'
import { MoneyNeeds } from '../billing/money-needs.tsx'
import { FreeNow } from '../bookings/free-now.tsx'
import { OpenSeat } from '../bookings/open-seat.tsx'
import { UsualCard } from '../bookings/usual-card.tsx'
import { NewAnnouncements } from '../community/new-announcements.tsx'
import { NextEvents } from '../community/next-events.tsx'
import { TeamIn } from '../community/team-in.tsx'
import { Answered } from '../support/answered.tsx'
import type { BelowProps } from '../today/today-page.tsx'
import { createTogether } from '../ui/together.ts'
import { words } from '../ui/words.ts'

export function TodayBelow(props: BelowProps): JSX.Element {
  const home = () => homeView(props.space.catalogue, props.space.member)
  const together = createTogether()
  const known = {
    money: together.part(),
    help: together.part(),
    usual: together.part(),
    events: together.part(),
    announcements: together.part(),
    profile: together.part(),
  }
  // A plan that changes while one looks is news: nothing else waits for its part then.
  const onSeat = home().hasOpenSeating ? together.part() : () => undefined
  return (
    <>
      <div class="stack" data-gap="large" hidden={!together.isReady()}>
        <section class="stack needs" aria-labelledby="needs">
          <h2 id="needs">{words.today.needsYou}</h2>
          <ul class="stack">
            {props.needs}
            <MoneyNeeds space={props.space} onKnown={known.money} />
            <Answered onKnown={known.help} />
          </ul>
        </section>
        <UsualCard space={props.space} onKnown={known.usual} />
        <Show when={home().hasOpenSeating}>
          <OpenSeat space={props.space} onKnown={onSeat} />
        </Show>
        <Show when={props.space.member.teamId !== null}>
          <TeamIn space={props.space} />
        </Show>
        <LeftOfPlan space={props.space} />
        <Show when={props.space.catalogue.resources.length > 0}>
          <section class="stack" aria-labelledby="free-now">
            <h2 id="free-now">{words.home.freeNow}</h2>
            <FreeNow space={props.space} />
          </section>
        </Show>
      </div>
      <div class="stack around" data-gap="large" hidden={!together.isReady()}>
        <NewAnnouncements space={props.space} onKnown={known.announcements} />
        <NextEvents space={props.space} onKnown={known.events} />
        <ProfileHint space={props.space} onKnown={known.profile} />
        <Suspense>
          <AccessHere space={props.space} isBrief />
        </Suspense>
      </div>
    </>
  )
}
