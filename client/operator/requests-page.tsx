/** Who asked for a place that the team gives, the most urgent first: yes, or no with a reason. */
import { type Accessor, createSignal, type JSX, Show } from 'solid-js'
import './operator.css'
import type { ApprovalRequest, MovedFrom } from '../../domain/bookings/approval/request-sections.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { NotHere } from '../app/not-here.tsx'
import type { Space } from '../app/with-space.tsx'
import { createAllRequests } from '../store/requests.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { approve, decline } from './answer-request.ts'
import { OnlyForStaff } from './only-for.tsx'
import { ReasonSheet } from './reason-sheet.tsx'
import { WaitingList } from './waiting-list.tsx'

export function RequestsPage(): JSX.Element {
  return <OnlyForStaff>{(space) => <Requests space={space()} />}</OnlyForStaff>
}

function Requests(props: { readonly space: Space }): JSX.Element {
  const all = createAllRequests()
  const [declining, setDeclining] = createSignal<ApprovalRequest | null>(null)
  const here = () => all()?.find(({ siteId }) => siteId === props.space.catalogue.site.id)
  const waiting = () => here()?.requests.filter(({ answerBy }) => answerBy > props.space.now) ?? []
  async function sayNo(request: ApprovalRequest, reason: string): Promise<void> {
    setDeclining(null)
    showToast(await decline(request, reason))
  }
  return (
    <main class="page" id="main" tabindex="-1">
      <div>
        <h1>{words.approval.title}</h1>
        <p class="soft">{words.approval.sentence}</p>
      </div>
      <Show when={here()} fallback={<NotHere sentence={words.approval.notHere} />}>
        <ul class="stack" aria-label={words.approval.waitingCount(waiting().length)}>
          <KeyedFor each={waiting()} by={(one) => one.bookingId} fallback={<NobodyWaits />}>
            {(request) => (
              <RequestRow
                space={props.space}
                request={request}
                onDecline={() => setDeclining(request())}
              />
            )}
          </KeyedFor>
        </ul>
        <WaitingList space={props.space} waiting={here()?.waiting ?? []} />
      </Show>
      <Show when={declining()}>
        {(request) => (
          <ReasonSheet
            title={words.approval.declineTitle(request().memberName)}
            hint={words.approval.reasonHint}
            verb={words.approval.decline}
            onClose={() => setDeclining(null)}
            onSay={(reason) => void sayNo(request(), reason)}
          />
        )}
      </Show>
    </main>
  )
}

function NobodyWaits(): JSX.Element {
  return (
    <li class="empty">
      <Icon name="check" />
      <strong>{words.approval.none}</strong>
    </li>
  )
}

function RequestRow(props: {
  readonly space: Space
  readonly request: Accessor<ApprovalRequest>
  readonly onDecline: () => void
}): JSX.Element {
  const [isSending, setIsSending] = createSignal(false)
  const one = () => props.request()
  const place = () => placeName(props.space.catalogue, one().resourceId) ?? ''
  const placeAndTime = ({ resourceId, date, startText, endText }: MovedFrom) => {
    const from = placeName(props.space.catalogue, resourceId) ?? words.bookings.notOnPlan
    return `${from}, ${words.amounts.dateWithin(date, props.space.today)}, ${startText}–${endText}`
  }
  const answerBy = () => toWallTime(props.space.catalogue.zone, one().answerBy)
  async function sayYes(): Promise<void> {
    setIsSending(true)
    showToast(await approve(one()))
    setIsSending(false)
  }
  return (
    <li class="card stack">
      <div class="row" data-spread>
        <div>
          <h2>{one().memberName}</h2>
          <p>
            {place()} · {words.amounts.date(one().date, props.space.today)}, {one().startText}–
            {one().endText}
          </p>
          <Show when={one().movesFrom}>
            {(from) => <p>{words.approval.movesFrom(placeAndTime(from()))}</p>}
          </Show>
          <p class="soft">
            {words.approval.people(one().people)} · {words.amounts.money(one().price)}
          </p>
          <Show when={one().note}>{(note) => <p>“{note()}”</p>}</Show>
        </div>
        <span class="state" data-tone="held">
          <Icon name="clock" />
          {words.approval.answerBy(
            words.amounts.dateWithin(answerBy().date, props.space.today),
            formatMinute(answerBy().minute),
          )}
        </span>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={isSending()}
          aria-label={words.approval.approveLabel(one().memberName, place())}
          onClick={() => void sayYes()}
        >
          {words.approval.approve}
        </button>
        <button
          type="button"
          class="button"
          disabled={isSending()}
          aria-label={words.approval.declineLabel(one().memberName, place())}
          onClick={() => props.onDecline()}
        >
          {words.approval.decline}
        </button>
      </div>
    </li>
  )
}
