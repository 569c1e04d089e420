/**
 * A form over one setting: what it was made from, what is typed, what is wrong with it, and what saving it needs. What is typed stays in
 * this tab through errors and reloads; saving waits for a connection, because it must first be seen whose booking it touches.
 */
import { createMemo, createSignal, untrack } from 'solid-js'
import {
  applySetting,
  type SettingIntent,
} from '../../../domain/bookings/settings/apply-setting.ts'
import type { WhatIf } from '../../../domain/bookings/settings/what-if.ts'
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type {
  Resolutions,
  SettingBodies,
  SettingKind,
} from '../../../domain/bookings/wishes/setting-requests.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { makeIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { readDraft, saveDraft, writeDraft } from '../form-draft.ts'
import type { AffectedBooking, Preview } from '../save-closure.ts'
import { lastSound } from './last-sound.ts'
import { previewSetting, saveSetting } from './save-setting.ts'

export interface SettingOptions<Kind extends SettingKind, Value> {
  readonly kind: Kind
  /** Names the draft in this tab. */
  readonly key: string
  catalogue(): Catalogue
  /** What stands there now; null where something is added. */
  before(): unknown
  readonly start: Value
  /** The body but for where it belongs and what it was made from. */
  bodyOf(value: Value): Omit<SettingBodies[Kind], 'siteId' | 'basedOn' | 'resolutions'>
  onSaved(): void
}

export function createSetting<Kind extends SettingKind, Value>(
  options: SettingOptions<Kind, Value>,
) {
  const { kind, key } = options
  const stampOf = () => {
    const before = options.before()
    return before === null ? null : fingerprint(before)
  }
  const kept = readDraft<Value>(key)
  const [value, setValue] = createSignal<Value>(kept?.value ?? options.start)
  const [basedOn, setBasedOn] = createSignal(kept === null ? stampOf() : kept.basedOn)
  const [affected, setAffected] = createSignal<readonly AffectedBooking[] | null>(null)
  const [whatIf, setWhatIf] = createSignal<WhatIf | null>(null)
  const [resolutions, setResolutions] = createSignal<Resolutions>({})
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)

  const body = () =>
    ({
      siteId: options.catalogue().site.id,
      basedOn: basedOn(),
      resolutions: resolutions(),
      ...options.bodyOf(value()),
    }) as unknown as IntentBodies[Kind] // what bodyOf leaves out stands above
  const strip = (whole: IntentBodies[Kind]) => {
    const { resolutions: _none, ...rest } = whole as { resolutions?: unknown }
    return (touching.includes(kind) ? whole : rest) as IntentBodies[Kind]
  }
  const applied = createMemo(() =>
    applySetting(
      options.catalogue(),
      makeIntent(kind, body()) as unknown as SettingIntent, // a kind of settings, by its type
    ),
  )
  const isChanged = () => fingerprint(value()) !== fingerprint(options.start)
  const isSound = () => !isChanged() || applied().problems.length === 0
  const after = createMemo(
    (last: Catalogue) => lastSound(last, applied()),
    untrack(options.catalogue),
  )
  const problems = () => (isChanged() ? applied().problems : [])
  /** Somebody else saved the same thing since this form was opened. */
  const isOvertaken = () => basedOn() !== stampOf()

  function set(next: Value): void {
    setValue(() => next)
    setAffected(null)
    setWhatIf(null)
    setTrouble(null)
    writeDraft(key, { basedOn: basedOn(), value: next })
  }

  function discard(): void {
    writeDraft(key, null)
    setValue(() => options.start)
    setBasedOn(stampOf())
    setAffected(null)
    setWhatIf(null)
    setTrouble(null)
  }

  /** What is typed goes over what somebody else saved. */
  function keepMine(): void {
    setBasedOn(stampOf())
    setTrouble(null)
    writeDraft(key, { basedOn: stampOf(), value: value() })
  }

  function show(found: Preview): void {
    setAffected(touching.includes(kind) ? found.affected : null)
    setWhatIf(found.whatIf)
    setResolutions({})
  }

  /** What saving it would mean; nothing is saved by asking. */
  async function look(): Promise<string | null> {
    if (applied().problems.length > 0) return words.settings.mend
    const found = await previewSetting(kind, strip(body()))
    if (typeof found === 'string') return found
    show(found)
    return null
  }

  async function attempt(): Promise<string | null> {
    if (applied().problems.length > 0) return words.settings.mend
    if (touching.includes(kind) && affected() === null) {
      const found = await previewSetting(kind, body())
      if (typeof found === 'string') return found
      show(found)
      if (found.affected.length > 0) return null
    }
    const answer = await saveDraft(
      key,
      { basedOn: basedOn(), value: value() },
      () => saveSetting(kind, strip(body())),
      ({ kind: saved }) => saved === 'saved',
    )
    if (answer.kind === 'failed') return answer.message
    if (answer.kind === 'refused') {
      if (answer.refusal.reason === 'unresolved-bookings') setAffected(null)
      return words.refusal(answer.refusal)
    }
    showToast(words.settings.saved)
    options.onSaved()
    return null
  }

  async function busyWith(work: () => Promise<string | null>): Promise<void> {
    setIsBusy(true)
    setTrouble(await work())
    setIsBusy(false)
  }

  return {
    value,
    set,
    change: (more: Partial<Value>) => set({ ...value(), ...more }),
    discard,
    keepMine,
    save: () => busyWith(attempt),
    look: () => busyWith(look),
    affected,
    whatIf,
    resolutions,
    setResolutions,
    isBusy,
    trouble,
    isChanged,
    isOvertaken,
    /** The space as it would be, by the last that was sound of what was typed. */
    after,
    isSound,
    /** What is wrong at a field, in words; null where nothing is. */
    problemAt: (field: string) => {
      const found = problems().find((one) => one.field === field)
      return found === undefined ? null : words.settings.problems[found.code]
    },
  }
}

export type Setting<Value> = Omit<
  ReturnType<typeof createSetting<SettingKind, Value>>,
  'value' | 'set' | 'change'
> & {
  readonly value: () => Value
  readonly set: (next: Value) => void
  readonly change: (more: Partial<Value>) => void
}

/** Kinds after which a booking may not fit any more: what they touch is listed before they are saved. */
const touching: readonly SettingKind[] = ['resource.save', 'resource.retire', 'hours.save']
