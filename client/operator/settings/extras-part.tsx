/** What can be added to a booking, or had by the month: its price, how many, how early, and with which kinds of places. */
import { createMemo, type JSX, Show } from 'solid-js'
import { type Extra, type ExtraRhythm, extraRhythms } from '../../../domain/sites/extra.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { words } from '../../ui/team-words.ts'
import { AddonHolders } from './addon-holders.tsx'
import { kindOptions } from './allowance-fields.tsx'
import { CheckField, ManyField, NumberField, SelectField, TextField } from './fields.tsx'
import { MoneyField } from './money-field.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { RowFrame, type RowProps, SettingRows } from './setting-rows.tsx'
import { createSetting } from './setting-state.ts'

export function ExtrasPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.extras))
  return (
    <>
      <Show when={stamp()} keyed>
        {(_stamp) => <ExtrasForm space={props.space} />}
      </Show>
      <AddonHolders space={props.space} />
    </>
  )
}

function ExtrasForm(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'extras.save',
    key: `extras/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.extras,
    start: site.extras,
    bodyOf: (extras: readonly Extra[]) => ({
      extras: extras.map((extra) => ({ ...extra, name: extra.name.trim() })),
    }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.extras}>
      <SettingRows
        rows={setting.value()}
        make={newExtra}
        onChange={setting.set}
        problemAt={(index, field) => setting.problemAt(`extras.${index}.${field}`)}
        words={words.settings.extras}
      >
        {(row) => <ExtraFields {...row} currency={site.currency} />}
      </SettingRows>
    </SettingFrame>
  )
}

function newExtra(): Extra {
  return { id: freshId('extra'), name: '', priceMinor: 0, maxCount: 10, ...termsOf('booking') }
}

/** What is asked of one rhythm alone begins anew with it. */
function termsOf(per: ExtraRhythm): Pick<Extra, 'per' | 'stock' | 'noticeMinutes' | 'kinds'> {
  return { per, stock: null, noticeMinutes: 0, kinds: [] }
}

const said = words.settings.extras
const rhythms = extraRhythms.map((value) => ({ value, label: said.pers[value] }))

function ExtraFields(props: RowProps<Extra> & { readonly currency: string }): JSX.Element {
  const isByMonth = () => props.row.per === 'month'
  return (
    <RowFrame title={props.row.name || said.add} onRemove={props.onRemove}>
      <div class="field-grid">
        <TextField
          label={said.name}
          value={props.row.name}
          problem={props.problemAt('name')}
          onChange={(name) => props.onChange({ name })}
        />
        <SelectField
          label={said.per}
          value={props.row.per}
          problem={null}
          options={rhythms}
          onChange={(per) => props.onChange(termsOf(per))}
        />
        <MoneyField
          label={isByMonth() ? said.perMonth : said.price}
          currency={props.currency}
          minor={props.row.priceMinor}
          problem={props.problemAt('priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
        <NumberField
          label={isByMonth() ? said.maxOfMember : said.maxCount}
          value={props.row.maxCount}
          problem={props.problemAt('maxCount')}
          onChange={(maxCount) => props.onChange({ maxCount })}
        />
        <Show when={!isByMonth()}>
          <NumberField
            label={said.notice}
            value={props.row.noticeMinutes / 60}
            problem={props.problemAt('noticeMinutes')}
            onChange={(hours) => props.onChange({ noticeMinutes: Math.round(hours * 60) })}
          />
        </Show>
      </div>
      <Show when={isByMonth()} fallback={<Kinds {...props} />}>
        <Stock {...props} />
      </Show>
    </RowFrame>
  )
}

function Kinds(props: RowProps<Extra>): JSX.Element {
  return (
    <ManyField
      label={said.kinds}
      problem={null}
      chosen={props.row.kinds}
      options={kindOptions}
      onChange={(kinds) => props.onChange({ kinds })}
    />
  )
}

function Stock(props: RowProps<Extra>): JSX.Element {
  return (
    <>
      <p class="soft">{said.byMonth}</p>
      <CheckField
        label={said.isCounted}
        isOn={props.row.stock !== null}
        onChange={(isCounted) => props.onChange({ stock: isCounted ? 1 : null })}
      />
      <Show when={props.row.stock !== null}>
        <div class="field-grid">
          <NumberField
            label={said.stock}
            value={props.row.stock ?? Number.NaN}
            problem={props.problemAt('stock')}
            onChange={(stock) => props.onChange({ stock })}
          />
        </div>
      </Show>
    </>
  )
}
