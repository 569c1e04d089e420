/** A booking to be had otherwise: what is asked, what it would owe, and what became of it. */
import type { Money } from '../../values/money.ts'
import { money } from './amounts.ts'

function to(place: string, otherwise: string): string {
  return place === '' ? otherwise : `Not changed to ${place}.`
}

export const changes = {
  title: 'Change booking',
  place: 'Place',
  onlyEnd: (start: string) => `It began at ${start}. You can change when it ends.`,
  asItIs: 'Choose another place or time.',
  more: (difference: Money) => `${money(difference)} more.`,
  less: (difference: Money) => `${money(difference)} less.`,
  sameOwed: 'Costs the same.',
  inAll: (owed: Money) => `${money(owed)} in all.`,
  stays: (kept: Money) =>
    `It is too late to give this up for free: ${money(kept)} of the old price stays owed.`,
  changeTo: (time: string) => `Change to ${time}`,
  askFor: (time: string) => `Ask for ${time}`,
  asksFirst:
    'The team approves this place. Your booking stays where it is until they say yes, and if they say no.',
  movesFrom: (place: string) => `Moves your booking from ${place}, once the team says yes.`,
  /** What a change adds, while it waits for its money. */
  oncePaid: (place: string) =>
    `Changes your booking of ${place}, once it is paid. Until then that stays as it is.`,
  paysFirst: (added: Money) =>
    `${money(added)} is paid first. Your booking stays as it is until then, and if it is not paid.`,
  paysAfterYes: (added: Money) =>
    `Once they have said yes, ${money(added)} is paid, and then it is changed.`,
  stayed: (place: string) => `Your booking is where it was: ${place}.`,
  saveWish: (time: string) => `Save wish for ${time}`,
  offline: 'You’re offline. Until the space has answered, your booking stays as it is.',
  savedHere: (place: string) => `Saved on this device: change to ${place}.`,
  onItsWay: (place: string) => `Changing to ${place}…`,
  endSaved: 'Saved on this device: end now.',
  ending: 'Ending…',
  ended: (owed: Money | null) =>
    owed === null || owed.amountMinor === 0 ? 'Ends now.' : `Ends now. ${money(owed)} stays owed.`,
  dearer: (owed: Money) => `It would be ${money(owed)} in all now, more than you were shown.`,
  no: {
    change: (place: string) => to(place, 'Not changed.'),
    cancel: (_place: string) => 'Not cancelled.',
    end: (_place: string) => 'Not ended.',
  },
  understood: 'All right',
} as const
