import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import type { ChosenPlace } from './chosen-place.ts'
import type { PlanFloor } from './plan-floor.ts'
import type { PlanModel } from './plan-model.ts'
import type { PlanTime } from './plan-time.ts'

const FindPerson = lazy(async () => ({ default: (await import('./find-person.tsx')).FindPerson }))

/** Opens the list of who is in. A location where nobody can be found has no such button. */
export function FindButton(props: {
  readonly space: Space
  readonly model: PlanModel
  readonly parts: {
    readonly floor: PlanFloor
    readonly time: PlanTime
    readonly chosen: ChosenPlace
  }
}): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const catalogue = () => props.space.catalogue

  /** Where they sit, and now: a person is looked for on the day that runs. */
  function show({ resourceId }: Presence): void {
    const { floor, time, chosen } = props.parts
    const place = findResource(catalogue(), resourceId)
    setIsOpen(false)
    if (place !== null) floor.show(place.floorId)
    if (time.date() !== props.space.today) time.setDate(props.space.today)
    const now = time.spanFor('now')
    if (now !== null) time.setSpan(now)
    chosen.choose(resourceId)
    chosen.lookAt(resourceId)
  }

  return (
    <Show when={catalogue().site.membersFindEachOther}>
      <button
        type="button"
        class="button"
        data-kind="icon"
        aria-haspopup="dialog"
        aria-label={words.presence.find}
        title={words.presence.find}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="people" />
      </button>
      <Suspense>
        <Show when={isOpen()}>
          <FindPerson
            catalogue={catalogue()}
            here={props.model.here}
            staleAt={props.model.telling().staleAt}
            onChoose={show}
            onClose={() => setIsOpen(false)}
          />
        </Show>
      </Suspense>
    </Show>
  )
}
