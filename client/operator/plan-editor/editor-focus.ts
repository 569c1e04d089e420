/** Where the keyboard's focus goes between the list and the fields, and that it is never lost with what it stood on. */

const THINGS = '.editor-list [data-thing]'
const FIELDS = '.editor-selected :is(input, select)'

/** Does something that may take away what has the focus; the focus is then on what took its place in the list. */
export function keepFocus(work: () => void): void {
  const before = document.activeElement
  const all = things()
  const at = all.findIndex((one) => one === before || one.ariaPressed === 'true')
  work()
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
  if (isThere) return
  const left = things()
  focusFirst([left[Math.min(Math.max(0, at), left.length - 1)], mainPart()])
}

/** From a thing to its fields. */
export function focusFields(): void {
  focusFirst([document.querySelector<HTMLElement>(FIELDS)])
}

/** From the fields back to the thing. */
export function focusSelected(): void {
  focusFirst([things().find((one) => one.ariaPressed === 'true'), mainPart()])
}

export function isInFields(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.editor-selected') !== null
}

/** Those that can be seen: a folded group takes no focus. */
function things(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(THINGS)].filter((one) => one.checkVisibility())
}

function mainPart(): HTMLElement | null {
  return document.getElementById('main')
}

function focusFirst(wished: readonly (HTMLElement | null | undefined)[]): void {
  wished.find((one) => one)?.focus()
}
