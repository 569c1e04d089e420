/** What the plan tells members of each other, and the screens that show it on a wall. */
import { createMemo, type JSX, Show } from 'solid-js'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { Screens } from './screens.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'

export function PlanPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.membersFindEachOther))
  return (
    <div class="stack" data-gap="large">
      <Show when={stamp()} keyed>
        {(_stamp) => <FindingForm space={props.space} />}
      </Show>
      <Screens space={props.space} />
    </div>
  )
}

function FindingForm(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'finding.save',
    key: `finding/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.membersFindEachOther,
    start: site.membersFindEachOther,
    bodyOf: (membersFindEachOther: boolean) => ({ membersFindEachOther }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.presence.setting}>
      <label class="choice">
        <input
          type="checkbox"
          checked={setting.value()}
          aria-describedby="finding-sentence"
          onChange={(event) => setting.set(event.currentTarget.checked)}
        />
        {words.presence.setting}
      </label>
      <p class="soft" id="finding-sentence">
        {words.presence.settingSentence}
      </p>
    </SettingFrame>
  )
}
