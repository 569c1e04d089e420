/** A promo code: what it gives, and who may use it when and how often. */
import { createSignal, type JSX } from 'solid-js'
import type { PromoCode } from '../../../domain/sites/promo.ts'
import { type SiteId, toId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { CheckField, ManyField, MaybeField, NumberField, TextField } from '../settings/fields.tsx'
import { WhenOffline } from '../when-offline.tsx'
import { GiftFields } from './gift-fields.tsx'
import { savePromo } from './save-promo.ts'

export function newPromo(siteId: SiteId): PromoCode {
  return {
    ...{ id: freshId('intent'), siteId, code: '', name: '' },
    gift: { kind: 'percent', basisPoints: 1000, off: ['membership'], bills: 1 },
    ...{ tierIds: [], teamIds: [], domains: [], isFirstTime: false },
    ...{ from: null, until: null, usesMax: null, isPaused: false },
  }
}

interface PromoFields {
  readonly promo: PromoCode
  readonly onChange: (more: Partial<PromoCode>) => void
}

type Teams = readonly { readonly id: string; readonly name: string }[]

export function PromoSheet(props: {
  readonly space: Space
  readonly promo: PromoCode
  readonly teams: Teams
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const [promo, setPromo] = createSignal(props.promo)
  const change = (more: Partial<PromoCode>) => setPromo((before) => ({ ...before, ...more }))
  const isReady = () => promo().code.trim() !== '' && promo().name.trim() !== ''

  return (
    <FormSheet
      title={props.promo.code || words.promos.make}
      submit={words.promos.save}
      isReady={isReady()}
      done={words.promos.saved}
      send={() => savePromo(promo())}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <WhenOffline />
      <div class="field-grid">
        <TextField
          label={words.promos.code}
          value={promo().code}
          problem={null}
          onChange={(code) => change({ code: code.slice(0, limits.promoCodeLengthMax) })}
        />
        <TextField
          label={words.promos.name}
          value={promo().name}
          problem={null}
          onChange={(name) => change({ name: name.slice(0, limits.settingNameLengthMax) })}
        />
      </div>
      <GiftFields
        currency={props.space.catalogue.site.currency}
        gift={promo().gift}
        onChange={(gift) => change({ gift })}
      />
      <WhoFields space={props.space} teams={props.teams} promo={promo()} onChange={change} />
      <WhenFields today={props.space.today} promo={promo()} onChange={change} />
    </FormSheet>
  )
}

function WhoFields(
  props: PromoFields & { readonly space: Space; readonly teams: Teams },
): JSX.Element {
  return (
    <details>
      <summary>{words.promos.who}</summary>
      <div class="stack">
        <CheckField
          label={words.promos.isFirstTime}
          isOn={props.promo.isFirstTime}
          onChange={(isFirstTime) => props.onChange({ isFirstTime })}
        />
        <ManyField
          label={words.promos.tiers}
          problem={null}
          chosen={props.promo.tierIds}
          options={props.space.catalogue.tiers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(tierIds) => props.onChange({ tierIds })}
        />
        <ManyField
          label={words.promos.teams}
          problem={null}
          chosen={props.promo.teamIds}
          options={props.teams.map(({ id, name }) => ({ value: toId('team', id), label: name }))}
          onChange={(teamIds) => props.onChange({ teamIds })}
        />
        <TextField
          label={words.promos.domains}
          hint={words.promos.domainsHint}
          value={props.promo.domains.join(' ')}
          problem={null}
          onChange={(typed) =>
            props.onChange({ domains: typed.split(/\s+/).filter((one) => one !== '') })
          }
        />
      </div>
    </details>
  )
}

function WhenFields(props: PromoFields & { readonly today: Space['today'] }): JSX.Element {
  return (
    <>
      <MaybeField
        label={words.promos.hasFrom}
        value={props.promo.from}
        usual={props.today}
        onChange={(from) => props.onChange({ from })}
      >
        {(from) => (
          <DateField
            label={words.promos.from}
            value={from()}
            onChange={(date) => props.onChange({ from: date })}
          />
        )}
      </MaybeField>
      <MaybeField
        label={words.promos.hasUntil}
        value={props.promo.until}
        usual={props.today}
        onChange={(until) => props.onChange({ until })}
      >
        {(until) => (
          <DateField
            label={words.promos.until}
            value={until()}
            onChange={(date) => props.onChange({ until: date })}
          />
        )}
      </MaybeField>
      <MaybeField
        label={words.promos.hasUsesMax}
        value={props.promo.usesMax}
        usual={100}
        onChange={(usesMax) => props.onChange({ usesMax })}
      >
        {(usesMax) => (
          <NumberField
            label={words.promos.usesMax}
            value={usesMax()}
            problem={null}
            onChange={(most) => props.onChange({ usesMax: most })}
          />
        )}
      </MaybeField>
    </>
  )
}
