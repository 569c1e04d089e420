/** Text of somebody else, as text: paragraphs as they were typed, and what is written out as an address is a link. */
import { For, type JSX, Show } from 'solid-js'
import { type TextPart, textParts } from '../../domain/support/text-parts.ts'

export function SaidText(props: { readonly text: string }): JSX.Element {
  const parts = () => textParts(props.text)
  return (
    <p class="said-text" dir="auto">
      <For each={parts()}>
        {(part) => (
          <Show when={linkOf(part)} fallback={part.text}>
            {(href) => (
              <a href={href()} target="_blank" rel="noopener noreferrer nofollow">
                {part.text}
              </a>
            )}
          </Show>
        )}
      </For>
    </p>
  )
}

function linkOf(part: TextPart): string | null {
  return part.kind === 'link' ? part.href : null
}
