/** A standing order: what is looked for in one sentence, each part of it a field, and below the days that come of it. */
import './waitlist.css'
import { For, type JSX, Show } from 'solid-js'
import { isInVain, type PreviewedAnswer } from '../../../domain/bookings/waitlist/preview-order.ts'
import { gridOf } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { assertNever } from '../../../domain/values/assert.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import { createMember } from '../../store/member.ts'
import { createStatus } from '../../store/status.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { WeekdayChips } from '../series/rule-fields.tsx'
import { TimeFields } from '../time-choice.tsx'
import { createOrderDraft, type OrderDraft } from './order-draft.ts'
import { CeilingField, EndFields, PlacesField, StopField } from './order-fields.tsx'
import type { Wanted } from './wait-actions.tsx'
import { placeOrder } from './wish-wait.ts'

export function OrderSheet(props: Wanted & { readonly onClose: () => void }): JSX.Element {
  const member = createMember()
  return (
    <Sheet title={words.waitlist.orderTitle} onClose={props.onClose}>
      <Show when={member()}>{(who) => <OrderForm {...props} member={who()} />}</Show>
    </Sheet>
  )
}

function OrderForm(
  props: Wanted & { readonly member: Member; readonly onClose: () => void },
): JSX.Element {
  const draft = createOrderDraft(props, () => props.member)
  const status = createStatus()
  const isOnline = () => status()?.state === 'online'
  const step = () => {
    const steps = props.catalogue.resources
      .filter(({ id }) => draft.order().resourceIds.includes(id))
      .map(({ rules }) => rules.incrementMinutes)
    return Math.max(...steps, 15)
  }
  const why = () => {
    if (draft.order().resourceIds.length === 0) return words.waitlist.noPlace
    const no = draft.refusal()
    return no === null ? null : words.refusal(no, props.catalogue.zone)
  }
  async function start(): Promise<void> {
    if (await placeOrder(draft.order())) props.onClose()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <p class="order-sentence">{draft.sentence()}</p>
      <PlacesField {...props} draft={draft} />
      <WeekdayChips
        chosen={draft.order().weekdays}
        onChange={(weekdays) => draft.change({ weekdays })}
      />
      <TimeFields
        span={draft.order().span}
        grid={gridOf(props.catalogue, draft.order().from, step())}
        onChange={(span) => draft.change({ span })}
      />
      <div class="two-fields">
        <CeilingField draft={draft} />
        <StopField draft={draft} />
      </div>
      <EndFields draft={draft} />
      <Show when={why() === null} fallback={<p class="notice">{why()}</p>}>
        <Preview {...props} draft={draft} />
      </Show>
      <p class="soft">{words.waitlist.orderSentence}</p>
      <button type="submit" class="button" data-kind="primary" data-wide disabled={why() !== null}>
        {isOnline() ? words.waitlist.start : words.waitlist.startOffline}
      </button>
    </form>
  )
}

function Preview(props: Wanted & { readonly draft: OrderDraft }): JSX.Element {
  const now = createNow()
  const today = () => toWallTime(props.catalogue.zone, now()).date
  const nameOf = (id: string) =>
    props.catalogue.resources.find((one) => one.id === id)?.name ?? words.bookings.notOnPlan
  const said = (answer: PreviewedAnswer): string => {
    const { previewDay } = words.waitlist
    switch (answer.kind) {
      case 'free':
        return previewDay.free(nameOf(answer.resourceId))
      case 'too-dear':
        return previewDay['too-dear'](answer.price)
      case 'refused':
        return words.refusal(answer.refusal, props.catalogue.zone)
      case 'taken':
      case 'unknown':
        return previewDay[answer.kind]
      default:
        return assertNever(answer)
    }
  }
  return (
    <Show when={props.draft.preview()}>
      {(preview) => (
        <div role="status" class="stack" data-gap="small">
          <p>
            <strong>{words.waitlist.preview(preview().days.length + preview().more)}</strong>
          </p>
          <ul class="order-days">
            <For each={preview().days}>
              {({ date, answer }) => (
                <li>
                  <span>{words.amounts.date(date, today())}</span>
                  <span class="soft">{said(answer)}</span>
                </li>
              )}
            </For>
          </ul>
          <Show when={isInVain(preview())}>
            <p class="notice" data-tone="held">
              {words.waitlist.noneOfDays}
            </p>
          </Show>
          <Show when={preview().more > 0}>
            <p class="soft">{words.waitlist.moreDays(preview().more)}</p>
          </Show>
          <Show when={preview().days.some(({ answer }) => answer.kind === 'free')}>
            <p class="soft">{words.waitlist.freeHint}</p>
          </Show>
        </div>
      )}
    </Show>
  )
}
