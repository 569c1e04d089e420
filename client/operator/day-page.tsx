import { createEffect, For, type JSX, Show } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { database } from '../store/database.ts'
import { createLiveQuery } from '../store/live-query.ts'
import { createMember, createSiteCatalogue } from '../store/portal-rows.ts'
import { tellSync } from '../sync/sync-lock.ts'

/** Who comes today, who is here, who has left: names that only staff may see. */
export function DayPage(): JSX.Element {
  const member = createMember()
  const site = createSiteCatalogue()
  const now = createNow()
  const today = () => {
    const zone = site()?.catalogue.zone
    return zone === undefined ? toLocalDate('2000-01-01') : toWallTime(zone, now()).date
  }
  const row = createLiveQuery(() => database().desk.get([site()?.siteId ?? '', today()]))
  createEffect(() => {
    const siteId = site()?.siteId
    if (siteId !== undefined) tellSync({ kind: 'follow', name: `desk/${siteId}/${today()}` })
  })
  const groups = () => {
    const arrivals = row()?.arrivals ?? []
    return [
      { title: 'Coming', people: arrivals.filter((one) => one.startsAt > now()) },
      {
        title: 'Here now',
        people: arrivals.filter((one) => one.startsAt <= now() && one.endsAt > now()),
      },
      { title: 'Left', people: arrivals.filter((one) => one.endsAt <= now()) },
    ]
  }
  const nameOf = (id: string) =>
    site()?.catalogue.resources.find((resource) => resource.id === id)?.name ?? ''
  return (
    <main class="page" id="main">
      <h1>Day list</h1>
      <Show when={isStaff(member()?.role ?? 'member')} fallback={<p>Ask the space for access.</p>}>
        <For each={groups()}>
          {(group) => (
            <section class="stack">
              <h2>
                {group.title} · {group.people.length}
              </h2>
              <ul class="stack">
                <For each={group.people}>
                  {(one) => (
                    <li class="card row" data-spread>
                      <strong>{one.memberName}</strong>
                      <span>
                        {nameOf(one.resourceId)} · {one.startText}–{one.endText}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
    </main>
  )
}
