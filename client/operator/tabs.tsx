/** The parts of a page beside each other: on a phone a strip that shows the one that is open, on a desk all of them. */
import { A } from '@solidjs/router'
import { createEffect, For, type JSX } from 'solid-js'

export interface Tab {
  readonly href: string
  readonly label: string
}

export function Tabs(props: {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** The address of the one that is open. */
  readonly open: string
}): JSX.Element {
  let strip: HTMLElement | undefined
  createEffect(() => showOpen(strip, props.open))
  return (
    <nav class="strip" aria-label={props.label} ref={strip}>
      <For each={props.tabs}>
        {({ href, label }) => (
          <A class="chip" href={href} aria-current={href === props.open ? 'page' : undefined}>
            {label}
          </A>
        )}
      </For>
    </nav>
  )
}

/** Moves the strip alone: the page stays where it is. */
function showOpen(strip: HTMLElement | undefined, open: string): void {
  const chosen = [...(strip?.querySelectorAll('a') ?? [])].find(
    (one) => one.getAttribute('href') === open,
  )
  if (strip === undefined || chosen === undefined) return
  const { left, width } = chosen.getBoundingClientRect()
  const around = strip.getBoundingClientRect()
  strip.scrollBy({ left: left + width / 2 - around.left - around.width / 2 })
}
