/** On Today of somebody in a team: who of it is in now and lets others see it, each leading to their place. */
import { For, type JSX, Show } from 'solid-js'
import { ofTeam } from '../../domain/bookings/presence/presence.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { followPeopleHere } from '../app/people-here.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'

export function TeamIn(props: { readonly space: Space }): JSX.Element {
  const here = followPeopleHere(() => props.space)
  const people = () => ofTeam(here.people(), props.space.member.teamId)
  const placeOf = (id: string) => placeName(props.space.catalogue, id) ?? ''
  return (
    <Show when={props.space.catalogue.site.membersFindEachOther}>
      <section class="stack" data-gap="small" aria-labelledby="team-in">
        <h2 id="team-in">{words.home.teamIn}</h2>
        {/* Room for a line of people, who come with the connection. */}
        <div class="team-in">
          <Show when={people().length > 0} fallback={<p class="soft">{words.home.nobodyIn}</p>}>
            <ul class="strip in-now">
              <For each={people()}>
                {({ name, resourceId }) => (
                  <li>
                    <a
                      class="button"
                      href={`/plan?place=${resourceId}`}
                      aria-label={words.community.sitsAt(name, placeOf(resourceId))}
                    >
                      <span>
                        {name}
                        <br />
                        <span class="soft">{words.community.at(placeOf(resourceId))}</span>
                      </span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      </section>
    </Show>
  )
}
