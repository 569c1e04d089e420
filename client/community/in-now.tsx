/** Who is in now and lets others see where they sit: a strip of names, each leading to its place on the plan. */
import { For, type JSX, Show } from 'solid-js'
import { placeName } from '../../domain/sites/catalogue.ts'
import { followPeopleHere } from '../app/people-here.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'

export function InNow(props: { readonly space: Space }): JSX.Element {
  const here = followPeopleHere(() => props.space)
  const { community } = words
  return (
    <Show when={here.people().length > 0}>
      <section class="stack" data-gap="small" aria-labelledby="in-now">
        <h2 id="in-now">{community.inNow}</h2>
        <p class="soft">{community.inNowSentence}</p>
        <ul class="strip in-now">
          <For each={here.people()}>
            {({ name, resourceId }) => {
              const place = () => placeName(props.space.catalogue, resourceId) ?? ''
              return (
                <li>
                  <a
                    class="button"
                    href={`/plan?place=${resourceId}`}
                    aria-label={community.sitsAt(name, place())}
                  >
                    <span>
                      {name}
                      <br />
                      <span class="soft">{community.at(place())}</span>
                    </span>
                  </a>
                </li>
              )
            }}
          </For>
        </ul>
      </section>
    </Show>
  )
}
