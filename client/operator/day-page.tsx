/** Who comes on a day, who is here, who has left: names that only staff may see. */
import { createEffect, For, type JSX, Show } from 'solid-js'
import './operator.css'
import { addDays } from '../../domain/values/local-date.ts'
import { NotHere } from '../app/not-here.tsx'
import type { Space } from '../app/with-space.tsx'
import { createDayList } from '../store/day-list.ts'
import { createOpenCheckIns } from '../store/open-wishes.ts'
import { tellSync } from '../sync/sync-lock.ts'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/team-words.ts'
import { ArrivalRow, groupOf } from './arrival-row.tsx'
import { createAskedDay } from './asked-day.ts'
import { DaySteps } from './day-steps.tsx'
import { GuestByCode } from './guest-by-code.tsx'
import { OnlyForStaff } from './only-for.tsx'

/** Staff see names from yesterday to two weeks ahead; the rest is history, or not certain. */
const DAYS_BACK = 1
const DAYS_AHEAD = 14

export function DayPage(): JSX.Element {
  return <OnlyForStaff>{(space) => <Day space={space()} />}</OnlyForStaff>
}

function Day(props: { readonly space: Space }): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const [asked, setDate] = createAskedDay(() => props.space.today)
  const first = () => addDays(props.space.today, -DAYS_BACK)
  const last = () => addDays(props.space.today, DAYS_AHEAD)
  /** An old link leads to today. */
  const date = () => (asked() < first() || asked() > last() ? props.space.today : asked())
  const row = createDayList(siteId, date)
  createEffect(() => tellSync({ kind: 'follow', name: `desk/${siteId()}/${date()}` }))
  const checkingIn = createOpenCheckIns()
  const groups = () => {
    const arrivals = row()?.arrivals ?? []
    const people = (group: ReturnType<typeof groupOf>) =>
      arrivals.filter((one) => groupOf(one, props.space.now) === group)
    return [
      { title: words.operator.coming, people: people('coming') },
      { title: words.operator.here, people: people('here') },
      { title: words.operator.left, people: people('left') },
    ]
  }
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <div class="row" data-spread>
        <div>
          <h1>{words.operator.arrivals}</h1>
          <p class="soft" role="status">
            {words.amounts.longDate(date())}
            <Show when={row()}>
              {(known) => ` · ${words.operator.peopleToday(known().arrivals.length)}`}
            </Show>
          </p>
        </div>
        <div class="row">
          <a class="button" href="/book">
            {words.actingFor.bookForMember}
          </a>
          <DaySteps
            previous={words.operator.previousDay}
            next={words.operator.nextDay}
            isFirst={date() <= first()}
            isLast={date() >= last()}
            isToday={date() === props.space.today}
            onStep={(step) => setDate(addDays(date(), step))}
            onToday={() => setDate(props.space.today)}
          />
        </div>
      </div>
      <Show when={row()} fallback={<NotHere sentence={words.operator.dayNotHere} />}>
        <GuestByCode space={props.space} arrivals={row()?.arrivals ?? []} />
        <div class="columns">
          <For each={groups()}>
            {(group) => (
              <section class="stack">
                <h2>
                  {group.title} <span class="soft">{group.people.length}</span>
                </h2>
                <ul class="stack" data-gap="small">
                  <KeyedFor
                    each={group.people}
                    by={(one) => one.bookingId}
                    fallback={<li class="soft">{words.operator.nobody}</li>}
                  >
                    {(one) => (
                      <ArrivalRow
                        space={props.space}
                        arrival={one()}
                        isCheckingIn={checkingIn().has(one().bookingId)}
                      />
                    )}
                  </KeyedFor>
                </ul>
              </section>
            )}
          </For>
        </div>
      </Show>
    </main>
  )
}
