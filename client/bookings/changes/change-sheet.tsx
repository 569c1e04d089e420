/** A booking to be had otherwise: another place, day or time, what it would owe then, and one button. The answer takes the form's place. */
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { intervalAt, spanAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import { createBookings } from '../../store/bookings.ts'
import { createMember } from '../../store/member.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createStatus } from '../../store/status.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { BookingCard } from '../booking-card.tsx'
import { ChangeForm } from './change-form.tsx'
import { createChangeModel, type WishedChange } from './change-model.ts'
import { wishChange } from './wish-change.ts'

export interface ChangeSheetProps {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  /** Where the form begins: at another end, or at what was offered instead. */
  readonly start: WishedChange
  readonly onClose: () => void
}

export function ChangeSheet(props: ChangeSheetProps): JSX.Element {
  // The sheet stays with what was tapped.
  const { catalogue } = props
  const [wished, setWished] = createSignal(props.start)
  const [isSent, setSent] = createSignal(false)
  const [trouble, setTrouble] = createSignal('')
  const now = createNow()
  const bookings = createBookings()
  const member = createMember()
  const status = createStatus()
  const today = () => toWallTime(catalogue.zone, now()).date
  const current = () => bookings()?.find(({ id }) => id === props.row.id) ?? props.row
  /** What asks the team or waits for its money, where the one or the other comes first. */
  const request = () =>
    bookings()?.find(
      ({ state, movesFrom }) =>
        (state === 'asked' || state === 'to-pay') &&
        movesFrom?.startsAt === props.row.startsAt &&
        movesFrom.resourceId === props.row.resourceId,
    )
  const model = createChangeModel(catalogue, current, member, wished)
  const hasBegun = () => props.row.startsAt <= now() || props.row.state === 'checked-in'

  async function send(): Promise<void> {
    const answer = model.answer()
    const { resourceId, interval } = wished()
    if (answer?.kind !== 'fits' || interval === null) return
    const place = { resourceId, interval }
    const kept = await wishChange(current(), catalogue, place, answer.terms.owed)
    if (kept.kind === 'saved') setSent(true)
    else setTrouble(words.states.notSaved[kept.why])
  }

  return (
    <Sheet title={words.changes.title} onClose={props.onClose}>
      <Switch>
        <Match when={isSent()}>
          <div
            class="stack"
            role="status"
            tabindex="-1"
            ref={(answer) => queueMicrotask(() => answer.focus())}
          >
            <BookingCard row={current()} catalogue={catalogue} today={today()} isPlain />
            <Show when={request()}>
              {(row) => <BookingCard row={row()} catalogue={catalogue} today={today()} isPlain />}
            </Show>
            <button type="button" class="button" data-wide onClick={() => props.onClose()}>
              {words.app.done}
            </button>
          </div>
        </Match>
        <Match when={true}>
          <ChangeForm
            row={current()}
            catalogue={catalogue}
            member={member()}
            wished={wished()}
            answer={model.answer()}
            isKnown={model.isKnown()}
            today={today()}
            isOffline={status()?.state !== 'online'}
            hasBegun={hasBegun()}
            trouble={trouble()}
            onPlace={(resourceId) => setWished({ ...wished(), resourceId })}
            onTime={(date, span) =>
              setWished({ ...wished(), interval: intervalAt(catalogue, date, span) })
            }
            onEnd={(span) => setWished({ ...wished(), interval: endingAt(span.until) })}
            onSend={() => void send()}
          />
        </Match>
      </Switch>
    </Sheet>
  )

  /** The start it has, and another end. */
  function endingAt(until: number): Interval | null {
    const { date, from } = spanAt(catalogue, own(props.row))
    const interval = intervalAt(catalogue, date, { from, until })
    return interval === null ? null : { startsAt: props.row.startsAt, endsAt: interval.endsAt }
  }
}

function own({ startsAt, endsAt }: BookingRow): Interval {
  return { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
}
