/** What the member says about themselves, and what of it others see. It is written on the device first, from any of them. */
import { BackLink } from '../../ui/back-link.tsx'
import './profile.css'
import { createMemo, type JSX, Show } from 'solid-js'
import { cardOf } from '../../../domain/community/directory.ts'
import { NotHere } from '../../app/not-here.tsx'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { PersonCard } from '../../ui/person-card.tsx'
import { words } from '../../ui/words.ts'
import { AboutField, LineField } from './line-field.tsx'
import { ListField } from './list-field.tsx'
import { createPortraitUrl, PhotoField } from './photo-field.tsx'
import { createOwnProfile, type OwnProfile } from './profile-state.ts'

const { community } = words

export function ProfilePage(): JSX.Element {
  return <WithSpace>{(space) => <OwnProfileOf space={space()} />}</WithSpace>
}

function OwnProfileOf(props: { readonly space: Space }): JSX.Element {
  const own = createOwnProfile()
  const { site } = props.space.catalogue
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/me" label={words.app.places.me} />
      <h1>{community.profile}</h1>
      <p class="soft">{community.profileSentence(site.name)}</p>
      <Show
        when={own.state() !== 'loading'}
        fallback={<NotHere sentence={community.profileArrives} />}
      >
        <p role="status" class="profile-state">
          {community.state[own.state()]}
        </p>
        <Listed own={own} space={props.space} />
        <PhotoField own={own} name={nameOf(own, props.space)} siteId={site.id} />
        <LineField own={own} field="name" placeholder={props.space.member.name} />
        <LineField own={own} field="work" />
        <LineField own={own} field="company" />
        <AboutField own={own} />
        <ListField own={own} list="skills" />
        <ListField own={own} list="languages" />
        <ListField own={own} list="links" />
        <LineField own={own} field="email" placeholder={props.space.member.email} />
        <LineField own={own} field="phone" />
        <AsSeen own={own} space={props.space} />
      </Show>
    </main>
  )
}

function Listed(props: { readonly own: OwnProfile; readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const isListed = createMemo(() => props.own.profile().shown.includes('name'))
  return (
    <div class="stack" data-gap="small">
      <label class="choice">
        <input
          type="checkbox"
          checked={isListed()}
          aria-describedby="listed-sentence"
          onChange={({ currentTarget: { checked } }) =>
            props.own.write({ kind: 'show', part: 'name', isShown: checked })
          }
        />
        <strong>{community.listed}</strong>
      </label>
      <p id="listed-sentence" class="soft">
        {isListed() ? community.listedSentence : community.unlisted}
      </p>
      <Show when={!site.hasDirectory}>
        <p class="notice">{community.directoryOff(site.name)}</p>
      </Show>
    </div>
  )
}

function AsSeen(props: { readonly own: OwnProfile; readonly space: Space }): JSX.Element {
  const { id, name } = props.space.member
  const url = createPortraitUrl(props.own)
  const card = () => cardOf(id, name, props.own.profile())
  const photo = () => (props.own.profile().shown.includes('photo') ? url() : null)
  return (
    <Show when={card()}>
      {(seen) => (
        <section class="stack" data-gap="small">
          <h2>{community.asMembersSee}</h2>
          <PersonCard card={seen()} photoUrl={photo()} />
        </section>
      )}
    </Show>
  )
}

function nameOf(own: OwnProfile, { member }: Space): string {
  return own.profile().name || member.name
}
