/**
 * Which one of a list is open, as a part of the address: a link leads to it, and the way back leaves it and not the page. From one to the
 * next is no step of the way: back leads to the list, however many were looked at.
 */
import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'

interface State {
  /** The list is one step back. */
  readonly isOpenedHere?: true
}

export interface OpenOne {
  /** As the address has it, which anybody may type; null where none is open. */
  readonly id: Accessor<string | null>
  /** Attributes of a link to one of them. */
  linkTo(id: string): {
    readonly href: string
    readonly state: string
    readonly replace?: true
    readonly noScroll: true
  }
  open(id: string): void
  close(): void
}

export function createOpenOne(name: string): OpenOne {
  const location = useLocation<State>()
  const navigate = useNavigate()
  const [search, change] = useSearchParams()
  const id = () => {
    const asked = search[name]
    return typeof asked === 'string' && asked !== '' ? asked : null
  }
  /** Of the entry that would show another one. */
  const stateThen = (): State | null => (id() === null ? { isOpenedHere: true } : location.state)
  return {
    id,
    linkTo(one) {
      return {
        href: `${location.pathname}?${name}=${encodeURIComponent(one)}`,
        state: JSON.stringify(stateThen() ?? {}),
        ...(id() === null ? {} : { replace: true }),
        noScroll: true,
      }
    },
    open: (one) => change({ [name]: one }, { replace: id() !== null, state: stateThen() }),
    close() {
      if (location.state?.isOpenedHere === true) navigate(-1)
      else change({ [name]: undefined }, { replace: true })
    },
  }
}
