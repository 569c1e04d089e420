/** "I'm sitting here": the places that are free for the rest of a booking, one tap each. */
import './sit-sheet.css'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { predictSit } from '../../domain/bookings/arrival/sit-here.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { createNow } from '../app/clock.ts'
import { createFavourites, createMember } from '../store/member.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { sitHere } from './sit-here.ts'

export function SitSheet(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly onClose: () => void
}): JSX.Element {
  // The sheet stays with the booking it was opened for.
  const { row, catalogue } = props
  const now = createNow()
  const member = createMember()
  const status = createStatus()
  const favourites = createFavourites()
  const days = createOccupancy(
    () => catalogue.site.id,
    () => row.date,
  )
  const [trouble, setTrouble] = createSignal('')
  const free = createMemo((): readonly Resource[] => {
    const who = member()
    const known = days()
    if (who === undefined || known === undefined) return []
    const facts = { catalogue, member: who, occupied: toOccupied(catalogue, known), now: now() }
    const isFree = (resource: Resource) => predictSit(row, { ...facts, resource })?.kind === 'fits'
    const isMarked = ({ id }: Resource) => favourites().includes(id)
    const found = catalogue.resources.filter(isFree)
    return [...found.filter(isMarked), ...found.filter((one) => !isMarked(one))]
  })
  async function sit(resource: Resource): Promise<void> {
    const answer = await sitHere(row, catalogue, resource.id)
    if (answer.kind === 'saved') props.onClose()
    else setTrouble(words.states.notSaved[answer.why])
  }
  return (
    <Sheet title={words.arrival.whereNow} onClose={props.onClose}>
      <div class="stack">
        <p class="soft">
          {words.arrival.takesAlong}{' '}
          <Show when={status()?.state !== 'online'}>{words.changes.offline}</Show>
        </p>
        <ul class="seats">
          <For each={free()} fallback={<li class="soft">{words.arrival.noneFree}</li>}>
            {(resource) => (
              <li>
                <button
                  type="button"
                  class="button"
                  aria-label={words.arrival.sitAt(resource.name)}
                  onClick={() => void sit(resource)}
                >
                  {resource.name}
                </button>
              </li>
            )}
          </For>
        </ul>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
      </div>
    </Sheet>
  )
}
