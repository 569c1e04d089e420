/** What a promo code gives: a part of bills, or time to book with. */
import { type JSX, Match, Switch } from 'solid-js'
import { type ChargeKind, chargeKinds } from '../../../domain/sites/billing-settings.ts'
import type { PromoGift } from '../../../domain/sites/promo.ts'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { words } from '../../ui/words.ts'
import { kindOptions } from '../settings/allowance-fields.tsx'
import { ManyField, MaybeField, NumberField, SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'

type GiftOf<Kind extends PromoGift['kind']> = Extract<PromoGift, { kind: Kind }>

const giftKinds: readonly PromoGift['kind'][] = ['percent', 'fixed', 'time']
const giftOptions = giftKinds.map((value) => ({ value, label: words.promos.kinds[value] }))
const offOptions = chargeKinds.map((value) => ({ value, label: words.billing.chargeKinds[value] }))

function usual(kind: PromoGift['kind']): PromoGift {
  const off: readonly ChargeKind[] = ['membership']
  switch (kind) {
    case 'percent':
      return { kind, basisPoints: 1000, off, bills: 1 }
    case 'fixed':
      return { kind, amountMinor: 1000, off, bills: 1 }
    case 'time': {
      const kinds: readonly ResourceKind[] = ['meeting-room']
      return { kind, minutes: 120, kinds, validDays: 30 }
    }
  }
}

interface GiftProps {
  readonly currency: string
  readonly gift: PromoGift
  readonly onChange: (gift: PromoGift) => void
}

export function GiftFields(props: GiftProps): JSX.Element {
  const asTime = () => (props.gift.kind === 'time' ? props.gift : null)
  const asOff = () => (props.gift.kind === 'time' ? null : props.gift)
  return (
    <>
      <SelectField<PromoGift['kind']>
        label={words.promos.kind}
        value={props.gift.kind}
        problem={null}
        options={giftOptions}
        onChange={(kind) => props.onChange(usual(kind))}
      />
      <Switch>
        <Match when={asOff()}>
          {(gift) => (
            <OffFields currency={props.currency} gift={gift()} onChange={props.onChange} />
          )}
        </Match>
        <Match when={asTime()}>
          {(gift) => <TimeFields gift={gift()} onChange={props.onChange} />}
        </Match>
      </Switch>
    </>
  )
}

function OffFields(props: {
  readonly currency: string
  readonly gift: GiftOf<'percent'> | GiftOf<'fixed'>
  readonly onChange: (gift: PromoGift) => void
}): JSX.Element {
  const asPercent = () => (props.gift.kind === 'percent' ? props.gift : null)
  const asFixed = () => (props.gift.kind === 'fixed' ? props.gift : null)
  return (
    <>
      <Switch>
        <Match when={asPercent()}>
          {(gift) => (
            <NumberField
              label={words.promos.percent}
              value={gift().basisPoints / 100}
              problem={null}
              onChange={(percent) =>
                props.onChange({ ...gift(), basisPoints: Math.round(percent * 100) })
              }
            />
          )}
        </Match>
        <Match when={asFixed()}>
          {(gift) => (
            <MoneyField
              label={words.billing.amount}
              currency={props.currency}
              minor={gift().amountMinor}
              problem={null}
              onChange={(amountMinor) => props.onChange({ ...gift(), amountMinor })}
            />
          )}
        </Match>
      </Switch>
      <ManyField
        label={words.promos.off}
        problem={null}
        chosen={props.gift.off}
        options={offOptions}
        onChange={(off) => props.onChange({ ...props.gift, off })}
      />
      <MaybeField
        label={words.promos.hasBills}
        value={props.gift.bills}
        usual={1}
        onChange={(bills) => props.onChange({ ...props.gift, bills })}
      >
        {(bills) => (
          <NumberField
            label={words.promos.bills}
            value={bills()}
            problem={null}
            onChange={(most) => props.onChange({ ...props.gift, bills: most })}
          />
        )}
      </MaybeField>
    </>
  )
}

function TimeFields(props: {
  readonly gift: GiftOf<'time'>
  readonly onChange: (gift: PromoGift) => void
}): JSX.Element {
  return (
    <>
      <NumberField
        label={words.promos.hours}
        value={props.gift.minutes / 60}
        problem={null}
        onChange={(hours) => props.onChange({ ...props.gift, minutes: Math.round(hours * 60) })}
      />
      <ManyField
        label={words.promos.places}
        problem={null}
        chosen={props.gift.kinds}
        options={kindOptions}
        onChange={(kinds) => props.onChange({ ...props.gift, kinds })}
      />
      <MaybeField
        label={words.promos.ends}
        value={props.gift.validDays}
        usual={30}
        onChange={(validDays) => props.onChange({ ...props.gift, validDays })}
      >
        {(days) => (
          <NumberField
            label={words.promos.validDays}
            value={days()}
            problem={null}
            onChange={(validDays) => props.onChange({ ...props.gift, validDays })}
          />
        )}
      </MaybeField>
    </>
  )
}
