/** The team's next word: to the member, or among themselves. What could not be sent stays where it was typed. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { SavedReply } from '../../../domain/bookings/wishes/support-requests.ts'
import type { TeamTicket } from '../../../domain/support/support-sections.ts'
import type { TicketId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { createUnsentText } from '../../store/unsent-text.ts'
import { words } from '../../ui/team-words.ts'
import { act } from './act.ts'

type To = 'reply' | 'note'

export function AnswerForm(props: {
  readonly ticket: TeamTicket
  readonly replies: readonly SavedReply[]
}): JSX.Element {
  const answer = createUnsentText(`answer/${props.ticket.id}`)
  const [to, setTo] = createSignal<To>('reply')
  const [trouble, setTrouble] = createSignal('')
  function write(text: string): void {
    setTrouble('')
    answer.write(text)
  }
  const send = (isLast: boolean) =>
    answer.send(async (said) => {
      const ticketId = props.ticket.id
      if (said === '') {
        setTrouble(words.support.replyMissing)
        return false
      }
      const why = await say(to(), ticketId, said)
      const isDone = why === null && isLast
      const andWhy = isDone ? await act('ticket.set-state', { ticketId, state: 'resolved' }) : null
      setTrouble(why ?? andWhy ?? '')
      return why === null
    })
  const hint = () => (to() === 'note' ? words.supportDesk.noteHint : words.supportDesk.replyHint)
  return (
    <form
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        void send(false)
      }}
    >
      <ToWhom to={to()} onChoose={setTo} />
      <Show when={to() === 'reply' && props.replies.length > 0}>
        <SavedReplies
          replies={props.replies}
          onChoose={(one) => write(withReply(answer.text(), one))}
        />
      </Show>
      <label class="field">
        {words.supportDesk[to()]}
        <textarea
          id="answer"
          ref={answer.field}
          rows="4"
          maxlength={limits.ticketTextLengthMax}
          aria-describedby="answer-hint"
          value={answer.text()}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <p class="soft" id="answer-hint">
        {hint()}
      </p>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary" disabled={answer.isSending()}>
          {to() === 'note' ? words.supportDesk.keepNote : words.supportDesk.send}
        </button>
        <Show when={to() === 'reply' && props.ticket.state !== 'resolved'}>
          <button
            type="button"
            class="button"
            disabled={answer.isSending()}
            onClick={() => void send(true)}
          >
            {words.supportDesk.sendAndResolve}
          </button>
        </Show>
        <StateButton ticket={props.ticket} onTrouble={setTrouble} />
      </div>
    </form>
  )
}

function ToWhom(props: { readonly to: To; readonly onChoose: (to: To) => void }): JSX.Element {
  return (
    <fieldset class="row">
      <legend class="visually-hidden">{words.support.reply}</legend>
      <For each={['reply', 'note'] as const}>
        {(one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.to === one}
            onClick={() => props.onChoose(one)}
          >
            {words.supportDesk[one]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function say(to: To, ticketId: TicketId, text: string): Promise<string | null> {
  return to === 'note'
    ? act('ticket.note', { ticketId, text })
    : act('ticket.reply', { ticketId, text, photos: [] })
}

/** What is typed already stays above it. */
function withReply(text: string, { text: reply }: SavedReply): string {
  return text.trim() === '' ? reply : `${text.trimEnd()}\n\n${reply}`
}

function SavedReplies(props: {
  readonly replies: readonly SavedReply[]
  readonly onChoose: (reply: SavedReply) => void
}): JSX.Element {
  return (
    <label class="field">
      {words.supportDesk.savedReplies}
      <select
        value=""
        onChange={({ currentTarget }) => {
          const reply = props.replies[Number(currentTarget.value)]
          currentTarget.value = ''
          if (reply !== undefined) props.onChoose(reply)
        }}
      >
        <option value="">{words.supportDesk.choose}</option>
        <For each={props.replies}>
          {(reply, index) => <option value={index()}>{reply.title}</option>}
        </For>
      </select>
    </label>
  )
}

function StateButton(props: {
  readonly ticket: TeamTicket
  readonly onTrouble: (text: string) => void
}): JSX.Element {
  const next = () => (props.ticket.state === 'resolved' ? 'open' : 'resolved')
  const change = async () => {
    const why = await act('ticket.set-state', { ticketId: props.ticket.id, state: next() })
    props.onTrouble(why ?? '')
  }
  return (
    <button type="button" class="button" data-kind="quiet" onClick={() => void change()}>
      {next() === 'open' ? words.supportDesk.reopen : words.supportDesk.resolve}
    </button>
  )
}
