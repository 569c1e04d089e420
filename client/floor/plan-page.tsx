/** The floor as a drawing and as a list: choose a place, see when it is free, book it. */
import './plan.css'
import './plan-print.css'
import {
  type Accessor,
  type Component,
  createSignal,
  type JSX,
  lazy,
  Show,
  Suspense,
} from 'solid-js'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Floor } from '../../domain/sites/site.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { PlanAddress } from '../app/plan-address.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { type BookingParts, createChosenPlace } from './chosen-place.ts'
import { destinationOf } from './destination.ts'
import { FindButton } from './find-button.tsx'
import { createPlanAddress, createSiteOfAddress, followAddress } from './follow-address.ts'
import type { PlaceAnswer } from './place-answers.ts'
import { type DaysProps, PlanFoot, PlanHead } from './plan-edges.tsx'
import { createPlanFloor } from './plan-floor.ts'
import { createPlanModel } from './plan-model.ts'
import { PlanSide } from './plan-side.tsx'
import { PlanStage } from './plan-stage.tsx'
import { createPlanTime } from './plan-time.ts'

const PlaceChooser = lazy(async () => ({
  default: (await import('./place-chooser.tsx')).PlaceChooser,
}))

/** Seen by who sets up a space, and gone then. */
const NothingToBook = lazy(async () => ({
  default: (await import('../app/nothing-to-book.tsx')).NothingToBook,
}))

/** What other rooms give: the days to choose from, the sheet, the card of a booking, and the way to make a wish. */
export interface PlanPageProps extends BookingParts, SheetPart {
  readonly days: Component<DaysProps>
}

interface SheetPart {
  readonly sheet: Component<SheetProps>
}

interface SheetProps {
  readonly catalogue: Catalogue
  readonly offer: Pick<PlaceAnswer, 'resource' | 'availability' | 'interval'>
  readonly interval: Interval
  readonly people: number
  readonly onClose: () => void
}

export function PlanPage(props: PlanPageProps): JSX.Element {
  const address = createPlanAddress()
  const isAtSite = createSiteOfAddress(address)
  return (
    <WithSpace>
      {(space) => (
        <Show when={isAtSite()}>
          <Show when={space().catalogue.site.floors[0]} fallback={<NoFloors space={space()} />}>
            {(first) => <Plan {...props} address={address} space={space} firstFloor={first()} />}
          </Show>
        </Show>
      )}
    </WithSpace>
  )
}

function NoFloors(props: { readonly space: Space }): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.floor.title}</h1>
      <Suspense>
        <NothingToBook space={props.space} />
      </Suspense>
    </main>
  )
}

function Plan(
  props: PlanPageProps & {
    readonly address: Accessor<PlanAddress>
    readonly space: Accessor<Space>
    readonly firstFloor: Floor
  },
): JSX.Element {
  const { catalogue, today } = props.space()
  const time = createPlanTime(() => props.space(), destinationOf(props.address(), catalogue, today))
  const floor = createPlanFloor(() => props.space(), props.firstFloor)
  const [isListShown, setIsListShown] = createSignal(false)
  const model = createPlanModel(() => props.space(), time, floor.shown)
  const chosen = createChosenPlace(model, floor, time)
  followAddress(props.address, () => props.space(), { floor, time, chosen })
  const isListOnly = () => !chosen.canDraw() || model.plan() === null
  return (
    <main
      class="plan"
      id="main"
      tabIndex={-1}
      data-view={isListOnly() || isListShown() ? 'list' : 'plan'}
      style={{ '--covered': `${chosen.covered()}px` }}
    >
      <h1 class="visually-hidden">{words.floor.title}</h1>
      <PlanHead
        days={props.days}
        today={props.space().today}
        time={time}
        bookings={model.bookings()}
        floors={floor.all()}
        floor={floor.shown()}
        onFloor={(id) => {
          chosen.choose(null)
          floor.show(id)
        }}
        isListShown={isListShown()}
        onToggleList={isListOnly() ? null : () => setIsListShown(!isListShown())}
        find={<FindButton space={props.space()} model={model} parts={{ floor, time, chosen }} />}
      />
      <PlanStage model={model} chosen={chosen} />
      <PlanSide
        space={props.space()}
        time={time}
        model={model}
        chosen={chosen}
        isListOnly={isListOnly()}
        createCover={props.createCover}
        card={props.card}
        wait={props.wait}
        help={props.help}
        request={props.request}
        sit={props.sit}
      />
      <PlanFoot time={time} free={chosen.freeStretches()} />
      <Show when={chosen.doubts().length > 0}>
        <Suspense>
          <PlaceChooser model={model} chosen={chosen} />
        </Suspense>
      </Show>
      <Show when={chosen.isOpened() && chosen.answer()}>
        {(found) => (
          <props.sheet
            catalogue={props.space().catalogue}
            offer={found()}
            interval={found().interval}
            people={1}
            onClose={() => chosen.open(false)}
          />
        )}
      </Show>
    </main>
  )
}
