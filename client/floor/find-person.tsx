/** Everybody who is in now and lets others see it, by name; a tap shows their place. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import { matchesName } from '../../domain/memberships/matches-name.ts'
import { type Catalogue, placeName } from '../../domain/sites/catalogue.ts'
import type { PeopleHere } from '../app/people-here.ts'
import { FindField } from '../ui/find-field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { timeOf } from './place-words.ts'

export function FindPerson(props: {
  readonly catalogue: Catalogue
  readonly here: PeopleHere
  /** "09:12" when the device is cut off: what was known then. */
  readonly staleAt: string | null
  readonly onChoose: (person: Presence) => void
  readonly onClose: () => void
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const found = createMemo(() =>
    props.here.people().filter(({ name }) => matchesName(name, typed())),
  )
  const news = () => {
    if (!props.catalogue.site.membersFindEachOther) {
      return words.presence.offHere(props.catalogue.site.name)
    }
    if (!props.here.isKnown()) return words.presence.noneYet
    if (found().length > 0) return words.presence.found(found().length)
    return typed().trim() === '' ? words.presence.nobody : words.presence.noSuch
  }
  return (
    <Sheet title={words.presence.find} onClose={props.onClose}>
      <div class="stack">
        <p class="soft">{words.presence.findSentence}</p>
        <FindField label={words.presence.name} value={typed()} onInput={setTyped} />
        <p role="status">
          {news()}
          <Show when={props.staleAt}>{(at) => ` · ${words.floor.asOf(at())}`}</Show>
        </p>
        <ul class="stack found-places">
          <For each={found()}>
            {(person) => (
              <li>
                <button
                  type="button"
                  class="button"
                  data-wide
                  onClick={() => props.onChoose(person)}
                >
                  <strong>{person.name}</strong>
                  <span class="soft">
                    {words.presence.at(
                      placeName(props.catalogue, person.resourceId) ?? words.floor.otherZone,
                      timeOf(props.catalogue.zone, person.until),
                    )}
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Sheet>
  )
}
