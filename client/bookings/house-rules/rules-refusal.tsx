/** A wish that was made at one tap and refused for want of a yes to the house rules: they are shown, and the same is wished again. */
import { type JSX, Show } from 'solid-js'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import { rulesToAccept } from '../../../domain/memberships/consent.ts'
import { quote } from '../../../domain/prices/quote.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import { createNow } from '../../app/clock.ts'
import { createAcceptingMember } from '../../store/accepting-member.ts'
import type { BookingRow } from '../../store/rows.ts'
import type { WriteAnswer } from '../../sync/write-intent.ts'
import { words } from '../../ui/words.ts'
import { requestBooking } from '../request-booking.ts'
import { AskRules } from './ask-rules.tsx'

export function RulesRefusal(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly onWished: (answer: WriteAnswer) => void
}): JSX.Element {
  const member = createAcceptingMember()
  const now = createNow()
  const rules = () => {
    const who = member()
    return who === undefined ? null : rulesToAccept(props.catalogue, who, now())
  }
  async function again(): Promise<void> {
    const { row, catalogue } = props
    if (row.basket !== null) {
      const { requestBasket } = await import('../baskets/request-basket.ts')
      const { siteId, basket: items } = row
      return props.onWished(await requestBasket({ siteId, items, note: '' }))
    }
    const resource = findResource(catalogue, row.resourceId)
    if (resource === null) return
    const tierId = member()?.tierId ?? null
    const { price } = quote(catalogue, resource, row, tierId)
    const { siteId, people, note } = row
    const choice = choiceAt(catalogue, row.resourceId, row)
    props.onWished(
      await requestBooking({ siteId, choice, price, people, note, takeNearest: false }),
    )
  }
  return (
    <Show when={rules()}>
      {(found) => (
        <AskRules
          catalogue={props.catalogue}
          rules={found()}
          label={words.houseRules.acceptAndBook}
          onAccepted={() => void again()}
        />
      )}
    </Show>
  )
}
