/**
 * Pictures of requests on their way: each is sent once the space can be reached, drawn anew there, and then said in its request. It stands
 * around every page, because somebody who wrote from a dead zone will not look at the request again.
 */
import { createEffect, type JSX, on } from 'solid-js'
import { createStatus } from '../store/status.ts'
import { createUnsentUnder } from '../store/unsent.ts'
import { PICTURES, pictureOf } from './ticket-picture.ts'

export function UnsentPictures(): JSX.Element {
  const status = createStatus()
  const waiting = createUnsentUnder(() => PICTURES)
  const count = () =>
    (waiting() ?? []).filter((row) => {
      const { ticketId, problem } = pictureOf(row)
      return ticketId !== null && problem === null
    }).length
  createEffect(
    on([() => status()?.state, count], ([state, number]) => {
      if (state === 'online' && number > 0) {
        void import('./send-pictures.ts').then(({ sendPictures }) => sendPictures())
      }
    }),
  )
  return null
}
