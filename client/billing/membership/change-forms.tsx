/** What is wished of a membership: another plan, a pause, an end. Below each stands what it would do and cost. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { heldOf } from '../../../domain/billing/addons/take-addon.ts'
import { feeOf } from '../../../domain/billing/memberships/fee-periods.ts'
import {
  type ChangeWish,
  firstEnd,
  mayBeNow,
} from '../../../domain/billing/memberships/propose-change.ts'
import { dayOf, type Membership } from '../../../domain/memberships/membership.ts'
import type { TierId } from '../../../domain/values/ids.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { ConfirmChange } from './confirm-change.tsx'
import type { HeldMemberships } from './held-membership.ts'

const said = words.memberships

interface FormProps {
  readonly held: HeldMemberships
  readonly membership: Membership
  readonly onClose: () => void
}

const tierNow = ({ held, membership }: FormProps) => dayOf(membership, held.today).tierId
const nameOf = ({ held }: FormProps, tierId: TierId | null) =>
  held.catalogue.tiers.find(({ id }) => id === tierId)?.name ?? ''

export function ChangeSheet(props: FormProps): JSX.Element {
  const settings = () => props.held.catalogue.site.billing
  const current = () => tierNow(props)
  const offered = () =>
    props.held.catalogue.tiers.filter(({ id }) => {
      const isOffered = props.held.asker === 'space' || feeOf(settings(), id)?.isOffered === true
      return isOffered && id !== current()
    })
  const [tierId, setTierId] = createSignal<TierId | null>(null)
  const [when, setWhen] = createSignal<'now' | 'next'>('now')
  const isNowPossible = () => {
    const [fee, now] = [feeOf(settings(), tierId()), feeOf(settings(), current())]
    return mayBeNow(fee, now, props.held.asker)
  }
  const wish = (): ChangeWish | null => {
    const chosen = tierId()
    if (chosen === null) return null
    return { kind: 'tier', tierId: chosen, when: isNowPossible() ? when() : 'next' }
  }
  return (
    <Sheet title={said.changeOf(nameOf(props, current()))} onClose={props.onClose}>
      <div class="stack">
        <fieldset class="stack" data-gap="small">
          <legend class="visually-hidden">{said.choose}</legend>
          <For each={offered()} fallback={<p class="soft">{said.noOthers}</p>}>
            {({ id, name }) => (
              <label class="choice">
                <input type="radio" name="tier" onChange={() => setTierId(id)} />
                <span>
                  {name}
                  <span class="soft">
                    , {said.price(feeOf(settings(), id), props.held.catalogue.site.currency)}
                    <Show when={feeOf(settings(), id)?.depositMinor}>
                      {(minor) => (
                        <>
                          ,{' '}
                          {words.funds.depositOf(
                            money(minor(), props.held.catalogue.site.currency),
                          )}
                        </>
                      )}
                    </Show>
                  </span>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={tierId() !== null && isNowPossible()}>
          <label class="field">
            {said.when}
            <select
              onChange={(event) => setWhen(event.currentTarget.value === 'next' ? 'next' : 'now')}
            >
              <option value="now">{said.whens.now}</option>
              <option value="next">{said.whens.next}</option>
            </select>
          </label>
        </Show>
        <Show when={wish()}>
          {(found) => <ConfirmChange {...props} wish={found()} onDone={props.onClose} />}
        </Show>
      </div>
    </Sheet>
  )
}

/** A week is what most pauses begin as. */
const USUAL_PAUSE_DAYS = 7

export function PauseSheet(props: FormProps): JSX.Element {
  const tomorrow = addDays(props.held.today, 1)
  const [from, setFrom] = createSignal(tomorrow)
  const [until, setUntil] = createSignal(addDays(tomorrow, USUAL_PAUSE_DAYS))
  const { billing, currency } = props.held.catalogue.site
  const fee = () => feeOf(billing, tierNow(props))
  const hasAddons = () => {
    const { catalogue, member, owed, today } = props.held
    // Of somebody else a device does not know it, and says what the rule is.
    return (
      owed === null ||
      heldOf({ site: catalogue.site, member, addons: owed.addons, today }).length > 0
    )
  }
  return (
    <Sheet title={said.pauseOf(nameOf(props, tierNow(props)))} onClose={props.onClose}>
      <div class="stack">
        <Show when={fee()?.pause}>
          {(terms) => (
            <p class="soft">
              {said.pauseTerms(
                terms().daysMax,
                money(terms().priceMinor, currency),
                fee()?.per ?? 'month',
                terms().keepsPasses,
              )}{' '}
              <Show when={hasAddons()}>
                {words.addons.whilePaused(terms().sparesAddons === true)}
              </Show>
            </p>
          )}
        </Show>
        <div class="two-fields">
          <DateField label={said.from} value={from()} onChange={setFrom} />
          <DateField label={said.until} value={until()} onChange={setUntil} />
        </div>
        <ConfirmChange
          {...props}
          wish={{ kind: 'pause', from: from(), until: until() }}
          onDone={props.onClose}
        />
      </div>
    </Sheet>
  )
}

export function EndSheet(props: FormProps): JSX.Element {
  const { billing } = props.held.catalogue.site
  const [on, setOn] = createSignal(firstEnd(props.membership, billing, props.held.today))
  return (
    <Sheet title={said.endOf(nameOf(props, tierNow(props)))} onClose={props.onClose}>
      <div class="stack">
        <p class="soft">{said.notice(feeOf(billing, tierNow(props))?.noticeDays ?? 0)}</p>
        <Show when={props.held.asker === 'space'}>
          <DateField
            label={said.endsOn}
            value={addDays(on(), -1)}
            onChange={(last) => setOn(addDays(last, 1))}
          />
        </Show>
        <ConfirmChange {...props} wish={{ kind: 'end', on: on() }} onDone={props.onClose} />
      </div>
    </Sheet>
  )
}
