/** One line for all of it: "Room for 6, screen, Thu 14–16". Read on the device, with or without a connection. */
import { createSignal, type JSX, Show } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import type { BookParams } from './book-search.ts'

export function SearchField(props: {
  readonly space: Space
  readonly onRead: (params: BookParams) => void
}): JSX.Element {
  const [unread, setUnread] = createSignal<readonly string[]>([])
  let field: HTMLInputElement | undefined
  async function search(): Promise<void> {
    const { readWanted } = await import('./read-wanted.ts')
    const { params, unread: left } = readWanted(field?.value ?? '', props.space)
    setUnread(left)
    props.onRead(params)
  }
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault()
          void search()
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label={words.search.label}
          enterkeyhint="search"
          autocomplete="off"
          maxlength={limits.searchLengthMax}
          placeholder={words.search.example}
        />
        <button type="submit" class="button" data-kind="soft" aria-label={words.search.submit}>
          <Icon name="search" />
        </button>
      </form>
      <p class="soft" role="status">
        <Show when={unread().length > 0}>{words.search.unread(unread().join(', '))}</Show>
      </p>
    </search>
  )
}
