/** The next word about a request, kept while it is written; and whether it is done. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import { limits } from '../../domain/values/limits.ts'
import { PictureField } from '../app/picture-field.tsx'
import { createPictures, sendWith } from '../app/ticket-pictures.ts'
import { createUnsentText } from '../store/unsent-text.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { sayMore, setState } from './write-ticket.ts'

export function ReplyForm(props: { readonly ticket: ViewedTicket }): JSX.Element {
  const key = `reply/${props.ticket.id}`
  const reply = createUnsentText(key)
  const [trouble, setTrouble] = createSignal('')
  const pictures = createPictures(({ draft, ticketId }) => draft === key && ticketId === null)
  /** Pictures say enough by themselves. */
  async function send(said: string): Promise<boolean> {
    const isNothing = said === '' && pictures().length === 0
    const why = isNothing ? words.support.replyMissing : await sendReply(said)
    setTrouble(why)
    return why === ''
  }
  async function sendReply(said: string): Promise<string> {
    if (said !== '') {
      const answer = await sayMore(props.ticket.id, said)
      if (answer.kind === 'not-saved') return words.states.notSaved[answer.why]
    }
    await sendWith(key, props.ticket.id)
    return ''
  }
  async function change(state: 'resolved' | 'open'): Promise<void> {
    const answer = await setState(props.ticket.id, state)
    if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
  }
  const isResolved = () => props.ticket.state === 'resolved'
  return (
    <form
      class="stack reply-form"
      onSubmit={(event) => {
        event.preventDefault()
        void reply.send(send)
      }}
    >
      <label class="field">
        {words.support.reply}
        <textarea
          ref={reply.field}
          rows="3"
          maxlength={limits.ticketTextLengthMax}
          value={reply.text()}
          onInput={(event) => {
            setTrouble('')
            reply.write(event.currentTarget.value)
          }}
        />
      </label>
      <PictureField siteId={props.ticket.siteId} draft={key} isBrief />
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
