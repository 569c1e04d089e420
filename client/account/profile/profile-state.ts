/** The member's profile as a page shows it: what it says, where it stands, and one way to change it. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { emptyProfile, type Profile, type ProfileEdit } from '../../../domain/community/profile.ts'
import { readIdentity } from '../../store/identity.ts'
import { holdEdits } from '../../sync/carry-edits.ts'
import type { EditsState } from '../../sync/open-edits.ts'
import { type OpenProfile, openProfile } from '../../sync/open-profile.ts'
import type { NewPortrait } from '../../sync/send-portrait.ts'

export interface OwnProfile {
  readonly profile: Accessor<Profile>
  readonly state: Accessor<EditsState>
  /** A picture that the space does not have yet. */
  readonly portrait: Accessor<NewPortrait | null>
  readonly isPortraitRefused: Accessor<boolean>
  /** False where it is nothing that a profile says. */
  write(edit: ProfileEdit): boolean
  setPortrait(portrait: NewPortrait | null): void
}

export function createOwnProfile(): OwnProfile {
  const [profile, setProfile] = createSignal<Profile>(emptyProfile)
  const [state, setState] = createSignal<EditsState>('loading')
  const [portrait, setPortrait] = createSignal<NewPortrait | null>(null)
  const [isPortraitRefused, setIsPortraitRefused] = createSignal(false)
  let opened: OpenProfile | null = null
  let isGone = false
  onMount(async () => {
    const release = holdEdits(`profile/${readIdentity()?.memberId}`)
    const mine = await openProfile({
      onChange: (now, where, waiting) => {
        setProfile(now)
        setState(where)
        setPortrait(waiting)
      },
      onPortraitRefused: () => setIsPortraitRefused(true),
    })
    opened = mine
    const leave = () => void (mine?.close() ?? Promise.resolve()).then(release)
    if (isGone) leave()
    else leaving = leave
  })
  let leaving = (): void => undefined
  onCleanup(() => {
    isGone = true
    leaving()
  })
  return {
    ...{ profile, state, portrait, isPortraitRefused },
    write: (edit) => opened?.write(edit) ?? false,
    setPortrait: (next) => {
      setIsPortraitRefused(false)
      opened?.setPortrait(next)
    },
  }
}
