/**
 * The parts of a page beside each other: on a phone a strip that shows the one that is open, on a desk all of them. Where there are more than a
 * few, a phone has all of them below each other a tap away, because whoever looks for one must see that it is there.
 */
import { A } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/team-words.ts'

export interface Tab {
  readonly href: string
  readonly label: string
}

/** As many as a thumb finds in a strip. */
const IN_STRIP_MAX = 6

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** The address of the one that is open. */
  readonly open: string
}

export function Tabs(props: TabsProps): JSX.Element {
  let strip: HTMLElement | undefined
  createEffect(() => showOpen(strip, props.open))
  return (
    <nav class="strip" aria-label={props.label} ref={strip}>
      <Show when={props.tabs.length > IN_STRIP_MAX}>
        <AllTabs {...props} />
      </Show>
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

function AllTabs(props: TabsProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <button
        type="button"
        class="chip all-tabs phone-only"
        aria-haspopup="dialog"
        aria-label={words.operator.allParts}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="list" />
      </button>
      <Show when={isOpen()}>
        <Sheet title={props.label} onClose={() => setIsOpen(false)}>
          <div class="stack" data-gap="small">
            <For each={props.tabs}>
              {({ href, label }) => (
                <A
                  class="button"
                  data-wide
                  data-kind={href === props.open ? 'soft' : undefined}
                  href={href}
                  aria-current={href === props.open ? 'page' : undefined}
                  onClick={() => setIsOpen(false)}
                >
                  {label}
                </A>
              )}
            </For>
          </div>
        </Sheet>
      </Show>
    </>
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
