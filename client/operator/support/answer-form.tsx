/** The team's next word: to the member, or among themselves. It is kept on this device like a member's; what the space said no to is told above. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { SavedReply, TicketState } from '../../../domain/bookings/wishes/support-requests.ts'
import { type DeskTicket, type NotDone, textOf } from '../../../domain/support/desk-view.ts'
import { limits } from '../../../domain/values/limits.ts'
import { PictureField } from '../../app/picture-field.tsx'
import { createPictures, sendWith } from '../../app/ticket-pictures.ts'
import { dismiss } from '../../store/dismissed.ts'
import { createUnsentText } from '../../store/unsent-text.ts'
import { words } from '../../ui/team-words.ts'
import { act } from './act.ts'
import { answerKey, withText } from './answer-text.ts'
import { NotDoneList } from './not-done-list.tsx'

type To = 'reply' | 'note'

export function AnswerForm(props: {
  readonly ticket: DeskTicket
  readonly replies: readonly SavedReply[]
}): JSX.Element {
  const key = answerKey(props.ticket.id)
  const answer = createUnsentText(key)
  const pictures = createPictures(({ draft, ticketId }) => draft === key && ticketId === null)
  const [to, setTo] = createSignal<To>('reply')
  const [trouble, setTrouble] = createSignal('')
  function write(text: string): void {
    setTrouble('')
    answer.write(text)
  }
  const send = (isLast: boolean) =>
    answer.send(async (said) => {
      const why = to() === 'note' ? await keepNote(said) : await sendReply(said)
      const andWhy = why === null && isLast ? await setState(props.ticket, 'resolved') : null
      setTrouble(why ?? andWhy ?? '')
      return why === null
    })
  async function keepNote(text: string): Promise<string | null> {
    if (text === '') return words.support.replyMissing
    return act('ticket.note', { ticketId: props.ticket.id, text })
  }
  /** Pictures say enough by themselves. */
  async function sendReply(text: string): Promise<string | null> {
    if (text === '' && pictures().length === 0) return words.support.replyMissing
    const { id: ticketId, seen } = props.ticket
    const why = text === '' ? null : await act('ticket.reply', { ticketId, text, photos: [], seen })
    if (why === null) await sendWith(key, ticketId, seen)
    return why
  }
  async function again(one: NotDone): Promise<void> {
    const why = await doAgain(one, props.ticket, (text, as) => {
      setTo(as)
      write(withText(answer.text(), text))
      answer.focus()
    })
    setTrouble(why ?? '')
    if (why === null) dismiss(one.intent.id)
  }
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
      <NotDoneList ticket={props.ticket} onAgain={(one) => void again(one)} />
      <ToWhom to={to()} onChoose={setTo} />
      <Show when={to() === 'reply' && props.replies.length > 0}>
        <SavedReplies
          replies={props.replies}
          onChoose={({ text }) => write(withText(answer.text(), text))}
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
      <Show when={to() === 'reply'}>
        <PictureField siteId={props.ticket.siteId} draft={key} isBrief />
      </Show>
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

/** Words go back into the field, to be read beside what was said meanwhile; everything else is done once more. Null once it is; else why not. */
async function doAgain(
  { intent }: NotDone,
  ticket: DeskTicket,
  toField: (text: string, as: To) => void,
): Promise<string | null> {
  const { id: ticketId, seen } = ticket
  switch (intent.kind) {
    case 'ticket.open':
      return act('ticket.open', intent.body)
    case 'ticket.set-state':
      return setState(ticket, intent.body.state)
    case 'ticket.assign':
      return act('ticket.assign', { ticketId, from: ticket.assignedTo, to: intent.body.to })
    case 'ticket.reply':
      if (intent.body.photos.length > 0) return act('ticket.reply', { ...intent.body, seen })
      toField(textOf(intent), 'reply')
      return null
    case 'ticket.note':
      toField(textOf(intent), 'note')
      return null
  }
}

export function setState(
  { id: ticketId, seen }: DeskTicket,
  state: TicketState,
): Promise<string | null> {
  return act('ticket.set-state', { ticketId, state, seen })
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
  readonly ticket: DeskTicket
  readonly onTrouble: (text: string) => void
}): JSX.Element {
  const next = () => (props.ticket.state === 'resolved' ? 'open' : 'resolved')
  const change = async () => {
    props.onTrouble((await setState(props.ticket, next())) ?? '')
  }
  return (
    <button type="button" class="button" data-kind="quiet" onClick={() => void change()}>
      {next() === 'open' ? words.supportDesk.reopen : words.supportDesk.resolve}
    </button>
  )
}
