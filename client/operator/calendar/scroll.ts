/** On a screen that is narrower than what it shows, what is looked at first is in sight when it opens: this hour, or this day. */
import { createEffect, on } from 'solid-js'

/** What is left of it that is still seen: of an hour that runs, what began before. */
const BEFORE_PX = 40

/** Scrolled to the first that matches, beside the names that stay, whenever `what` is another. Gives the `ref` of what is scrolled. */
export function createScroll(what: () => unknown, first: string): (element: HTMLElement) => void {
  let scrolled: HTMLElement | undefined
  createEffect(
    on(what, () => {
      const found = scrolled?.querySelector(first)
      const names = scrolled?.querySelector('th, .calendar-name')
      if (scrolled === undefined || found == null || names == null) return
      const { left } = found.getBoundingClientRect()
      scrolled.scrollLeft += left - names.getBoundingClientRect().right - BEFORE_PX
    }),
  )
  return (element) => {
    scrolled = element
  }
}
