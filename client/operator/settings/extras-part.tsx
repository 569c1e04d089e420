/** What can be added to a booking and is counted: its price, how many, how early, and with which kinds of places. */
import { createMemo, type JSX, Show } from 'solid-js'
import type { Extra } from '../../../domain/sites/extra.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { words } from '../../ui/words.ts'
import { kindOptions } from './allowance-fields.tsx'
import { ManyField, NumberField, TextField } from './fields.tsx'
import { MoneyField } from './money-field.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { RowFrame, type RowProps, SettingRows } from './setting-rows.tsx'
import { createSetting } from './setting-state.ts'

export function ExtrasPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.extras))
  return (
    <Show when={stamp()} keyed>
      {(_stamp) => <ExtrasForm space={props.space} />}
    </Show>
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
  const common = { name: '', priceMinor: 0, maxCount: 10, noticeMinutes: 0, kinds: [] }
  return { id: freshId('extra'), ...common }
}

function ExtraFields(props: RowProps<Extra> & { readonly currency: string }): JSX.Element {
  return (
    <RowFrame title={props.row.name || words.settings.extras.add} onRemove={props.onRemove}>
      <div class="field-grid">
        <TextField
          label={words.settings.extras.name}
          value={props.row.name}
          problem={props.problemAt('name')}
          onChange={(name) => props.onChange({ name })}
        />
        <MoneyField
          label={words.settings.extras.price}
          currency={props.currency}
          minor={props.row.priceMinor}
          problem={props.problemAt('priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
        <NumberField
          label={words.settings.extras.maxCount}
          value={props.row.maxCount}
          problem={props.problemAt('maxCount')}
          onChange={(maxCount) => props.onChange({ maxCount })}
        />
        <NumberField
          label={words.settings.extras.notice}
          value={props.row.noticeMinutes / 60}
          problem={props.problemAt('noticeMinutes')}
          onChange={(hours) => props.onChange({ noticeMinutes: Math.round(hours * 60) })}
        />
      </div>
      <ManyField
        label={words.settings.extras.kinds}
        problem={null}
        chosen={props.row.kinds}
        options={kindOptions}
        onChange={(kinds) => props.onChange({ kinds })}
      />
    </RowFrame>
  )
}
