/** What a guest shows at the door: their code for a camera or an eye, when it is good, and a way to send it. It needs no network. */
import '../../ui/pass.css'
import { type JSX, Show } from 'solid-js'
import { guestTimes } from '../../../domain/bookings/guests/guest.ts'
import { guestCode } from '../../../domain/bookings/guests/guest-code.ts'
import type { WishedGuest } from '../../../domain/bookings/wishes/guest-wish.ts'
import { type Catalogue, placeName } from '../../../domain/sites/catalogue.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

export interface GuestPassProps {
  readonly guest: WishedGuest
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly onClose: () => void
}

export function GuestPass(props: GuestPassProps): JSX.Element {
  const now = createNow()
  const times = () => guestTimes(props.row)
  const clock = (at: BookingRow['startsAt']) =>
    formatMinute(toWallTime(props.catalogue.zone, at).minute)
  const code = () => guestCode(props.guest.id)
  const message = () =>
    words.guests.message({
      ...{ guest: props.guest.name, code: code(), from: clock(times().startsAt) },
      ...{ site: props.catalogue.site.name, address: props.catalogue.site.address },
      place: placeName(props.catalogue, props.row.resourceId) ?? words.bookings.notOnPlan,
      date: words.amounts.longDate(props.row.date),
      time: `${props.row.startText}–${props.row.endText}`,
    })
  return (
    <Sheet title={words.guests.pass(props.guest.name)} onClose={props.onClose}>
      <div class="stack pass">
        <Show
          when={now() < times().endsAt}
          fallback={<p class="notice">{words.guests.passOver}</p>}
        >
          <QrCode text={code()} label={words.guests.passLabel(code())} />
          <p class="pass-code">{words.guests.digits(code())}</p>
          <p class="soft" role="status">
            {words.guests.good(clock(times().startsAt), clock(times().endsAt))}
          </p>
          <button
            type="button"
            class="button"
            data-kind="primary"
            data-wide
            onClick={() => void send(message())}
          >
            {words.guests.send}
          </button>
        </Show>
      </div>
    </Sheet>
  )
}

/** By whatever the device sends with; else it is copied. Whoever closes that again has changed their mind. */
async function send(text: string): Promise<void> {
  if (typeof navigator.share === 'function') {
    return navigator.share({ text }).then(
      () => undefined,
      () => undefined,
    )
  }
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  showToast(isCopied ? words.guests.copied : text)
}
