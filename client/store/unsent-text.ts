/** Words that somebody writes and has not sent: every letter is kept on this device, so that it is there after a kill, a reload, and in another tab. */
import { type Accessor, createEffect, createSignal, untrack } from 'solid-js'
import { createUnsentUnder, dropUnsent, keepUnsent } from './unsent.ts'

export interface UnsentText {
  readonly text: Accessor<string>
  /** What stands there is on the disk of this device. */
  readonly isKept: Accessor<boolean>
  /** It is on its way: until the answer comes it is not sent again. */
  readonly isSending: Accessor<boolean>
  write(text: string): void
  /**
   * Gives what stands there, without space around it, to `send`. Once that says that it went it is gone from here; what was typed
   * meanwhile stays. While one is on its way nothing happens.
   */
  send(send: (said: string) => Promise<boolean>): Promise<void>
  /** The field that shows it: while somebody types there, nothing of another tab takes its place. */
  field(element: HTMLTextAreaElement): void
  focus(): void
}

export function createUnsentText(key: string): UnsentText {
  const [text, setText] = createSignal('')
  /** Letters on their way to the disk: until they are there, what is read from it is older than what stands here. */
  const [underway, setUnderway] = createSignal(0)
  const [isRefused, setIsRefused] = createSignal(false)
  const [isSending, setIsSending] = createSignal(false)
  const kept = createUnsentUnder(() => key)
  let element: HTMLTextAreaElement | undefined
  createEffect(() => {
    const rows = kept()
    if (rows === undefined || untrack(underway) > 0 || isTyping(element)) return
    setText(String(rows.find((row) => row.key === key)?.value ?? ''))
  })
  async function keep(value: string): Promise<void> {
    setUnderway((count) => count + 1)
    try {
      if (value === '') await dropUnsent([key])
      else setIsRefused(!(await keepUnsent({ key, value, bytes: null })))
    } finally {
      setUnderway((count) => count - 1)
    }
  }
  function write(value: string): void {
    setText(value)
    void keep(value)
  }
  return {
    text,
    isKept: () => text() !== '' && underway() === 0 && !isRefused(),
    isSending,
    write,
    send: async (send) => {
      if (isSending()) return
      const sent = text()
      setIsSending(true)
      try {
        if (await send(sent.trim())) write(without(text(), sent))
      } finally {
        setIsSending(false)
      }
    },
    field: (found) => {
      element = found
    },
    focus: () => element?.focus(),
  }
}

/** Typed on behind what was sent, that alone is left; typed anew, all of it. */
function without(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : text
}

function isTyping(element: HTMLTextAreaElement | undefined): boolean {
  return element !== undefined && document.hasFocus() && document.activeElement === element
}
