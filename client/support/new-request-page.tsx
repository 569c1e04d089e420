/** A new request: what it is about, what happened, pictures; and the answers that may spare it. */
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import './support.css'
import '../ui/ticket-thread.css'
import {
  type TicketAbout,
  ticketCategories,
} from '../../domain/bookings/wishes/support-requests.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { outageOf } from '../../domain/support/outage.ts'
import { isId, ticketIdOf } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { PictureField } from '../app/picture-field.tsx'
import { sendWith } from '../app/ticket-pictures.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createStatus } from '../store/status.ts'
import { dropUnsent } from '../store/unsent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { BackToHelp } from './back-to-help.tsx'
import { createOutages } from './help-model.ts'
import { KnownProblem } from './known-problem.tsx'
import { aboutNothing, createRequestDraft, type RequestDraft } from './request-draft.ts'
import { Suggestions } from './suggestions.tsx'
import { openTicket } from './write-ticket.ts'

export function NewRequestPage(): JSX.Element {
  return <WithSpace>{(space) => <NewRequest space={space()} />}</WithSpace>
}

function NewRequest(props: { readonly space: Space }): JSX.Element {
  const siteId = props.space.catalogue.site.id
  const [named] = useSearchParams()
  const model = createRequestDraft(siteId, aboutOf(named))
  const outages = createOutages(() => siteId)
  const [isAnyway, setIsAnyway] = createSignal(false)
  const known = () => outageOf(outages(), model.draft()?.about.resourceId ?? null)
  return (
    <main class="page" id="main" tabindex="-1">
      <BackToHelp />
      <h1>{words.support.newTitle}</h1>
      <Show when={model.draft()}>
        {(draft) => (
          <Show
            when={isAnyway() ? null : known()}
            fallback={<Form space={props.space} model={model} draft={draft()} />}
          >
            {(outage) => (
              <KnownProblem
                space={props.space}
                outage={outage()}
                onAnyway={() => setIsAnyway(true)}
              />
            )}
          </Show>
        )}
      </Show>
    </main>
  )
}

type Named = Partial<Record<string, string | string[]>>

function aboutOf({ place, booking, bill }: Named): TicketAbout | null {
  const about = {
    resourceId: isId('resource', place) ? place : null,
    bookingId: isId('booking', booking) ? booking : null,
    billId: isId('bill', bill) ? bill : null,
  }
  return Object.values(about).some((one) => one !== null) ? about : null
}

interface FormProps {
  readonly space: Space
  readonly model: ReturnType<typeof createRequestDraft>
  readonly draft: RequestDraft
}

function Form(props: FormProps): JSX.Element {
  const navigate = useNavigate()
  const status = createStatus()
  const [trouble, setTrouble] = createSignal('')
  const siteId = props.space.catalogue.site.id
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const text = props.draft.text.trim()
    if (text === '') return void setTrouble(words.support.textMissing)
    const { category, about } = props.draft
    const answer = await openTicket({ siteId, category, text, about, forMemberId: null })
    if (answer.kind === 'not-saved') return void setTrouble(words.states.notSaved[answer.why])
    const ticketId = ticketIdOf(answer.id)
    await sendWith(props.model.key, ticketId)
    await dropUnsent([props.model.key])
    navigate(`/me/help/requests/${ticketId}`, { replace: true })
  }
  async function discard(): Promise<void> {
    await props.model.discard()
    showToast(words.support.discarded)
    navigate('/me/help', { replace: true })
  }
  return (
    <form class="stack request-form" onSubmit={(event) => void send(event)}>
      <AboutLine {...props} />
      <label class="field">
        {words.support.category}
        <select
          value={props.draft.category}
          onChange={({ currentTarget }) => {
            const category = Object.values(ticketCategories).find(
              (one) => one === currentTarget.value,
            )
            if (category !== undefined) props.model.change({ category })
          }}
        >
          <For each={Object.values(ticketCategories)}>
            {(category) => <option value={category}>{words.support.categories[category]}</option>}
          </For>
        </select>
      </label>
      <label class="field">
        {words.support.text}
        <textarea
          rows="5"
          maxlength={limits.ticketTextLengthMax}
          aria-describedby="request-hint"
          value={props.draft.text}
          onInput={(event) => props.model.change({ text: event.currentTarget.value })}
        />
      </label>
      <p class="soft" id="request-hint">
        {words.support.textHint}
      </p>
      <Suggestions
        siteId={siteId}
        text={props.draft.text}
        onSolved={async () => {
          await props.model.discard()
          showToast(words.support.solvedToast)
          navigate('/me/help', { replace: true })
        }}
      />
      <PictureField siteId={siteId} draft={props.model.key} />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary">
          {status()?.state === 'offline' ? words.support.save : words.support.send}
        </button>
        <Show when={props.draft.text !== ''}>
          <button type="button" class="button" data-kind="quiet" onClick={() => void discard()}>
            {words.support.discard}
          </button>
          <span class="soft">{words.support.draftKept}</span>
        </Show>
      </div>
    </form>
  )
}

/** The desk, the booking's place, or the bill that it is about; it can be left out. */
function AboutLine(props: FormProps): JSX.Element {
  const named = () => {
    const { resourceId, billId } = props.draft.about
    if (billId !== null) return words.support.aboutBill
    const name = resourceId === null ? null : placeName(props.space.catalogue, resourceId)
    return name === null ? null : words.support.about(name)
  }
  return (
    <Show when={named()}>
      {(said) => (
        <p class="row" data-spread>
          <strong>{said()}</strong>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => props.model.change({ about: aboutNothing })}
          >
            {words.support.notAbout}
          </button>
        </p>
      )}
    </Show>
  )
}
