/** What can be added to a booking and is counted: its price, how many, how early, and with which kinds of places. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Extra } from '../../../domain/sites/extra.ts'
import { resourceKinds } from '../../../domain/sites/resource.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { encodeUlid, makeId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { ManyField, NumberField, TextField } from './fields.tsx'
import { MoneyField } from './money-field.tsx'
import { SettingFrame } from './setting-frame.tsx'
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
  const setAt = (index: number, more: Partial<Extra>) =>
    setting.set(setting.value().map((one, at) => (at === index ? { ...one, ...more } : one)))
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.extras}>
      <p class="soft">{words.settings.extras.sentence}</p>
      <For
        each={setting.value().map((_, index) => index)}
        fallback={<p class="soft">{words.settings.extras.none}</p>}
      >
        {(index) => (
          <ExtraFields
            extra={setting.value()[index] ?? newExtra()}
            currency={site.currency}
            problemAt={(field) => setting.problemAt(`extras.${index}.${field}`)}
            onChange={(more) => setAt(index, more)}
            onRemove={() => setting.set(setting.value().toSpliced(index, 1))}
          />
        )}
      </For>
      <button
        type="button"
        class="button"
        onClick={() => setting.set([...setting.value(), newExtra()])}
      >
        {words.settings.extras.add}
      </button>
    </SettingFrame>
  )
}

function newExtra(): Extra {
  const ulid = encodeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
  const common = { name: '', priceMinor: 0, maxCount: 10, noticeMinutes: 0, kinds: [] }
  return { id: makeId('extra', ulid), ...common }
}

function ExtraFields(props: {
  readonly extra: Extra
  readonly currency: string
  readonly problemAt: (field: string) => string | null
  readonly onChange: (more: Partial<Extra>) => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{props.extra.name || words.settings.extras.add}</legend>
      <div class="field-grid">
        <TextField
          label={words.settings.extras.name}
          value={props.extra.name}
          problem={props.problemAt('name')}
          onChange={(name) => props.onChange({ name })}
        />
        <MoneyField
          label={words.settings.extras.price}
          currency={props.currency}
          minor={props.extra.priceMinor}
          problem={props.problemAt('priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
        <NumberField
          label={words.settings.extras.maxCount}
          value={props.extra.maxCount}
          problem={props.problemAt('maxCount')}
          onChange={(maxCount) => props.onChange({ maxCount })}
        />
        <NumberField
          label={words.settings.extras.notice}
          value={props.extra.noticeMinutes / 60}
          problem={props.problemAt('noticeMinutes')}
          onChange={(hours) => props.onChange({ noticeMinutes: Math.round(hours * 60) })}
        />
      </div>
      <ManyField
        label={words.settings.extras.kinds}
        problem={null}
        chosen={props.extra.kinds}
        options={Object.values(resourceKinds).map((value) => ({
          value,
          label: words.states.kinds[value],
        }))}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <div class="row">
        <button type="button" class="button" onClick={() => props.onRemove()}>
          {words.settings.remove}
        </button>
      </div>
    </fieldset>
  )
}
