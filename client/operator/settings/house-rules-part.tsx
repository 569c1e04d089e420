/** House rules by version: what is in force, what comes, and a new text with the day from which it counts. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { type HouseRules, rulesInForce } from '../../../domain/sites/house-rules.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { GuestsSetting } from './guests-setting.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'

export function HouseRulesPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.houseRules))
  return (
    <div class="stack" data-gap="large">
      <Show when={stamp()} keyed>
        {(_stamp) => <HouseRulesForm space={props.space} />}
      </Show>
      <GuestsSetting space={props.space} />
    </div>
  )
}

interface Draft {
  readonly text: string
  readonly takesEffectOn: LocalDate
}

function HouseRulesForm(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const start: Draft = {
    text: site.houseRules.at(-1)?.text ?? '',
    takesEffectOn: props.space.today,
  }
  const setting = createSetting({
    kind: 'house-rules.save',
    key: `house-rules/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.houseRules,
    start,
    bodyOf: (draft: Draft) => draft,
    onSaved: () => undefined,
  })
  const next = () => (site.houseRules.at(-1)?.version ?? 0) + 1
  return (
    <div class="stack">
      <Versions space={props.space} />
      <SettingFrame
        space={props.space}
        setting={setting}
        label={words.settings.parts['house-rules']}
      >
        <p class="soft">{words.settings.houseRules.sentence(next())}</p>
        <label class="field">
          {words.settings.houseRules.text}
          <textarea
            rows="10"
            value={setting.value().text}
            aria-invalid={setting.problemAt('text') !== null}
            onInput={(event) =>
              setting.set({ ...setting.value(), text: event.currentTarget.value })
            }
          />
          <span class="soft" data-problem="">
            {setting.problemAt('text')}
          </span>
        </label>
        <label class="field">
          {words.settings.houseRules.takesEffectOn}
          <input
            type="date"
            value={setting.value().takesEffectOn}
            aria-invalid={setting.problemAt('takesEffectOn') !== null}
            onChange={(event) => {
              const { value } = event.currentTarget
              if (isLocalDate(value)) setting.set({ ...setting.value(), takesEffectOn: value })
            }}
          />
          <span class="soft" data-problem="">
            {setting.problemAt('takesEffectOn')}
          </span>
        </label>
      </SettingFrame>
    </div>
  )
}

/** The newest first. */
function Versions(props: { readonly space: Space }): JSX.Element {
  const all = () => [...props.space.catalogue.site.houseRules].reverse()
  const current = () => rulesInForce(props.space.catalogue, props.space.now)?.version
  const about = (rules: HouseRules) => {
    const text = words.houseRules.version(
      rules.version,
      words.amounts.longDate(rules.takesEffectOn),
    )
    return rules.version === current() ? `${text} ${words.settings.houseRules.inForce}` : text
  }
  return (
    <For each={all()} fallback={<p class="soft">{words.settings.houseRules.none}</p>}>
      {(rules) => (
        <details>
          <summary>{about(rules)}</summary>
          <p class="as-typed">{rules.text}</p>
        </details>
      )}
    </For>
  )
}
