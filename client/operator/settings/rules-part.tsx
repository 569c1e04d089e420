/** One screen for the rules of a kind of places, or of some of them, with what they mean and a way to try them. */
import { createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js'
import { rulesOf } from '../../../domain/bookings/settings/apply-setting.ts'
import type { BookingRules } from '../../../domain/sites/booking-rules.ts'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import { NothingToBook } from '../../app/nothing-to-book.tsx'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { createAskedPlace } from './asked-place.ts'
import { CheckField, SelectField } from './fields.tsx'
import { RulesFields } from './rules-fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'
import { TryIt } from './try-it.tsx'

export function RulesPart(props: { readonly space: Space }): JSX.Element {
  const resources = () => props.space.catalogue.resources
  const kinds = () => [...new Set(resources().map(({ kind }) => kind))]
  const asked = untrack(createAskedPlace(() => props.space))
  const [kind, setKind] = createSignal<ResourceKind>(asked?.kind ?? kinds()[0] ?? 'hot-desk')
  /** Who came for one place sets the rules of that one. */
  const [left, setLeft] = createSignal<readonly ResourceId[]>(
    asked === undefined ? [] : resources().flatMap(({ id }) => (id === asked.id ? [] : [id])),
  )
  const ofKind = () => resources().filter((one) => one.kind === kind())
  const chosen = createMemo(
    () => ofKind().flatMap(({ id }) => (left().includes(id) ? [] : [id])),
    [] as readonly ResourceId[],
    { equals: (a, b) => a.join() === b.join() },
  )
  /** The form begins anew with other places, and with what was saved. */
  const stamp = createMemo(() => fingerprint([chosen(), rulesOf(props.space.catalogue, chosen())]))
  return (
    <Show when={resources().length > 0} fallback={<NothingToBook space={props.space} />}>
      <div class="stack">
        <SelectField
          label={words.settings.rules.kind}
          value={kind()}
          problem={null}
          options={kinds().map((value) => ({ value, label: words.states.kinds[value] }))}
          onChange={(next) => {
            setLeft([])
            setKind(next)
          }}
        />
        <details>
          <summary>{words.settings.rules.places(chosen().length, ofKind().length)}</summary>
          <div class="many">
            <For each={ofKind()}>
              {({ id, name }) => (
                <CheckField
                  label={name}
                  isOn={!left().includes(id)}
                  onChange={(isOn) =>
                    setLeft(isOn ? left().filter((one) => one !== id) : [...left(), id])
                  }
                />
              )}
            </For>
          </div>
        </details>
        <Show when={chosen().length > 0 && stamp()} keyed>
          {(_stamp) => <RulesForm space={props.space} ids={chosen()} />}
        </Show>
      </div>
    </Show>
  )
}

function RulesForm(props: {
  readonly space: Space
  readonly ids: readonly ResourceId[]
}): JSX.Element {
  const places = () => props.space.catalogue.resources.filter(({ id }) => props.ids.includes(id))
  const first = places()[0]?.rules
  const differ = () => new Set(places().map(({ rules }) => fingerprint(rules))).size > 1
  const setting = createSetting({
    kind: 'rules.save',
    key: `rules/${fingerprint(props.ids)}`,
    catalogue: () => props.space.catalogue,
    before: () => rulesOf(props.space.catalogue, props.ids),
    start: first as BookingRules, // at least one place is chosen
    bodyOf: (rules) => ({ resourceIds: props.ids, rules }),
    onSaved: () => undefined,
  })
  const shown = () => setting.after().resources.filter(({ id }) => props.ids.includes(id))
  return (
    <div class="setting-columns">
      <SettingFrame space={props.space} setting={setting} label={words.settings.parts.rules}>
        <Show when={differ()}>
          <p class="notice" data-tone="held">
            {words.settings.rules.differ}
          </p>
        </Show>
        <p class="sentence" role="status">
          {words.settings.rules.sentence(setting.value())}
        </p>
        <RulesFields rules={setting.value()} problemAt={setting.problemAt} onChange={setting.set} />
      </SettingFrame>
      <TryIt
        space={props.space}
        after={setting.after()}
        isSound={setting.isSound()}
        places={shown()}
      />
    </div>
  )
}
