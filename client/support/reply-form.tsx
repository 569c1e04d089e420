/** The next word about a request, kept while it is written; and whether it is done. */
import { createSignal, type JSX, onMount, Show } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import { limits } from '../../domain/values/limits.ts'
import { dropUnsent, findUnsent, keepUnsent } from '../store/unsent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { PictureField } from './picture-field.tsx'
import { sendWith } from './pictures.ts'
import { sayMore, setState } from './write-ticket.ts'

export function ReplyForm(props: { readonly ticket: ViewedTicket }): JSX.Element {
  const key = () => `reply/${props.ticket.id}`
  const [text, setText] = createSignal('')
  const [trouble, setTrouble] = createSignal('')
  onMount(async () => {
    const kept = await findUnsent(key())
    if (kept !== undefined) setText(String(kept.value))
  })
  function write(value: string): void {
    setText(value)
    setTrouble('')
    void (value === '' ? dropUnsent([key()]) : keepUnsent({ key: key(), value, bytes: null }))
  }
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const said = text().trim()
    if (said === '') return void setTrouble(words.support.replyMissing)
    const answer = await sayMore(props.ticket.id, said)
    if (answer.kind === 'not-saved') return void setTrouble(words.states.notSaved[answer.why])
    await sendWith(key(), props.ticket.id)
    write('')
  }
  async function change(state: 'resolved' | 'open'): Promise<void> {
    const answer = await setState(props.ticket.id, state)
    if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
  }
  const isResolved = () => props.ticket.state === 'resolved'
  return (
    <form class="stack reply-form" onSubmit={(event) => void send(event)}>
      <label class="field">
        {words.support.reply}
        <textarea
          rows="3"
          maxlength={limits.ticketTextLengthMax}
          value={text()}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <Show when={text() !== ''}>
        <PictureField siteId={props.ticket.siteId} draft={key()} />
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary">
          {words.support.sendReply}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void change(isResolved() ? 'open' : 'resolved')}
        >
          {isResolved() ? words.support.reopen : words.support.resolve}
        </button>
        <Show when={isResolved()}>
          <span class="soft">{words.support.resolvedHint}</span>
        </Show>
      </div>
    </form>
  )
}
