/** Beside the drawing on a desk, over it on a phone: what is chosen, and every place as a list. */
import { createEffect, type JSX, mergeProps, on, onCleanup, onMount, Show } from 'solid-js'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { planAddress } from '../app/plan-address.ts'
import type { Space } from '../app/with-space.tsx'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'
import type { BookingParts, ChosenPlace } from './chosen-place.ts'
import type { PlaceAnswer } from './place-answers.ts'
import { PlaceBar } from './place-bar.tsx'
import { PlaceList } from './place-list.tsx'
import { stateSentence } from './place-words.ts'
import type { PlanModel } from './plan-model.ts'
import type { PlanTime } from './plan-time.ts'

export interface PlanSideProps extends BookingParts {
  readonly space: Space
  readonly time: PlanTime
  readonly model: PlanModel
  readonly chosen: ChosenPlace
  /** There is no drawing: the list is all there is. */
  readonly isListOnly: boolean
}

export function PlanSide(props: PlanSideProps): JSX.Element {
  const { model, chosen } = props
  const note = () => {
    if (!chosen.canDraw()) return words.floor.noPicture
    if (!model.isDrawn()) return words.floor.noPlan
    return model.isOffline() ? words.floor.noPlanOffline : words.floor.planArrives
  }
  return (
    <div class="plan-side">
      <Show when={chosen.answer()}>{(found) => <ChosenBar {...props} answer={found()} />}</Show>
      <p class="visually-hidden" id="plan-keys">
        {words.floor.keys}
      </p>
      <Show when={props.isListOnly}>
        <p class="notice plan-note" data-tone="held">
          {note()}
        </p>
      </Show>
      <Show when={model.answers().length > 0}>
        <PlaceList
          answers={model.answers()}
          favourites={model.favourites()}
          telling={model.telling()}
          plan={model.plan() ?? null}
          chosen={chosen.id()}
          onChoose={chosen.choose}
          onOpen={() => chosen.open(true)}
          onZoom={chosen.zoomBy}
          onStart={chosen.start}
          onHome={() => chosen.goHome(true)}
          onLeave={() => chosen.choose(null)}
        />
      </Show>
    </div>
  )
}

function ChosenBar(props: PlanSideProps & { readonly answer: PlaceAnswer }): JSX.Element {
  const { model, chosen, time } = props
  let bar: HTMLDivElement | undefined
  onMount(() => {
    if (bar !== undefined) watchHeight(bar, chosen.cover)
  })
  onCleanup(() => chosen.cover(0))

  const covered = props.createCover(
    mergeProps(
      () => props.space,
      () => ({ offer: props.answer, interval: props.answer.interval }),
    ),
  )

  async function book(wanted: PlaceAnswer, takeNearest: boolean) {
    const { resource, interval, availability } = wanted
    if (availability.price === null) return { trouble: words.states.availability.unavailable }
    const shown =
      wanted === props.answer
        ? { price: covered.cover().rest, payWith: covered.payWith() }
        : { price: availability.price }
    const made = await props.request({
      siteId: props.space.catalogue.site.id,
      choice: choiceAt(props.space.catalogue, resource.id, interval),
      ...shown,
      people: 1,
      note: '',
      takeNearest,
    })
    return made.kind === 'saved' ? { id: made.id } : { trouble: words.states.notSaved[made.why] }
  }

  async function sit(row: BookingRow): Promise<string> {
    const made = await props.sit(row, props.space.catalogue, props.answer.resource.id)
    return made.kind === 'saved' ? '' : words.states.notSaved[made.why]
  }

  return (
    <div class="plan-bar" ref={bar}>
      <PlaceBar
        answer={props.answer}
        telling={model.telling()}
        catalogue={props.space.catalogue}
        member={props.space.member}
        today={props.space.today}
        bookings={model.bookings()}
        favourites={model.favourites()}
        isOffline={model.isOffline()}
        cover={covered.cover()}
        nextFree={model.nextFreeOf(props.answer)}
        alternatives={model.alternativesTo(props.answer)}
        card={props.card}
        wait={props.wait}
        help={props.help}
        onBook={book}
        sitting={model.sittingAt(props.answer)}
        onSit={sit}
        onOpenSheet={() => chosen.open(true)}
        address={planAddress({
          siteId: props.answer.resource.siteId,
          floorId: props.answer.resource.floorId,
          placeId: props.answer.resource.id,
          date: time.date(),
          span: time.span(),
        })}
        onSeeTime={time.goTo}
        onAlternative={({ choice }) => {
          time.goTo(choice.interval)
          chosen.choose(choice.resourceId)
        }}
        onClose={() => chosen.choose(null)}
      />
      <NewsOfChosen {...props} />
    </div>
  )
}

/** Says aloud when somebody else changes what is chosen; a choice of one's own is read from the list already. */
function NewsOfChosen(props: PlanSideProps & { readonly answer: PlaceAnswer }): JSX.Element {
  let news: HTMLParagraphElement | undefined
  createEffect(
    on(
      () => [props.answer.resource, stateSentence(props.answer, props.model.telling())] as const,
      ([resource, sentence], before) => {
        if (before === undefined || news === undefined) return
        const isSamePlace = before[0].id === resource.id
        news.textContent =
          isSamePlace && before[1] !== sentence ? words.floor.news(resource.name, sentence) : ''
      },
    ),
  )
  return <p ref={news} class="visually-hidden" role="status" />
}

/** The height of something that lies over the drawing; beside it, it covers nothing. */
function watchHeight(element: HTMLElement, tell: (pixels: number) => void): void {
  const sizes = new ResizeObserver(() => {
    const isOver = getComputedStyle(element).position === 'absolute'
    tell(isOver ? element.offsetHeight : 0)
  })
  sizes.observe(element)
  onCleanup(() => sizes.disconnect())
}
