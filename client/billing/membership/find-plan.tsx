/** Members by name, and the plan of whoever is chosen. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { findPeople, type PersonFound } from '../../sync/find-people.ts'
import { FindField } from '../../ui/find-field.tsx'
import { words } from '../../ui/words.ts'
import { MemberPlan } from './member-plan.tsx'

const said = words.memberships

export function FindPlan(props: { readonly space: Space }): JSX.Element {
  const [text, setText] = createSignal('')
  const [chosen, setChosen] = createSignal<PersonFound | null>(null)
  const [found] = createResource(
    () => (text().trim() === '' ? null : text()),
    (typed) => findPeople(props.space.catalogue.site.id, typed),
  )
  const tierOf = ({ tierId }: PersonFound) =>
    props.space.catalogue.tiers.find(({ id }) => id === tierId)?.name ?? ''
  return (
    <section class="stack">
      <FindField
        label={said.find}
        value={text()}
        onInput={(typed) => {
          setText(typed)
          setChosen(null)
        }}
      />
      <Show when={found.latest === null && text().trim() !== '' && !found.loading}>
        <p class="soft">{said.needsConnection}</p>
      </Show>
      <Show when={chosen() === null}>
        <ul class="stack" data-gap="small" aria-label={said.found}>
          <For each={found.latest ?? []}>
            {(person) => (
              <li>
                <button type="button" class="button" onClick={() => setChosen(person)}>
                  {person.name}
                  <span class="soft">{tierOf(person)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={chosen()}>
        {(person) => <MemberPlan space={props.space} memberId={person().id} />}
      </Show>
    </section>
  )
}
