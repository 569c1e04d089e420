import { useLocation } from '@solidjs/router'
import { createEffect } from 'solid-js'

/** Brings the booking that the address names (`/bookings#bkg_…`) into sight, once, when its card is there. */
export function showLinked(isThere: () => boolean): void {
  const { hash } = useLocation()
  let isShown = hash === ''
  createEffect(() => {
    if (isShown || !isThere()) return
    isShown = true
    requestAnimationFrame(() => {
      const card = document.getElementById(hash.slice(1))
      const past = card?.closest('details') ?? null
      if (past !== null) past.open = true
      card?.focus({ preventScroll: true })
      card?.scrollIntoView({ block: 'center' })
    })
  })
}
