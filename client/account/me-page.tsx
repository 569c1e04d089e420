/** Who the member is here, how the app looks, what this device keeps, and the way out. */
import { type Component, For, type JSX, Show, Suspense } from 'solid-js'
import './account.css'
import { isStaff } from '../../domain/access/role.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createOwnRecords } from '../store/records.ts'
import { createCatalogues } from '../store/sites.ts'
import { AtOnce } from '../ui/at-once.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { Absences } from './absences.tsx'
import { AccessHere } from './access-here.tsx'
import { LanguageChoice, ThemeChoice } from './appearance.tsx'
import { BeingFound } from './being-found.tsx'
import { CalendarFeed } from './calendar-feed.tsx'
import { Devices } from './devices.tsx'
import { HouseRulesHere } from './house-rules.tsx'
import { Included } from './included.tsx'
import { OwnData } from './own-data/own-data.tsx'
import { PlanAndPasses } from './plan-and-passes.tsx'
import { ReadKeys } from './read-keys.tsx'
import { ResetSample } from './reset-sample.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { ThisDevice } from './this-device.tsx'

/** Parts of other rooms, given by the routes. */
export interface MeParts {
  readonly plan: Component<{ readonly space: Space }>
}

export function MePage(props: MeParts): JSX.Element {
  return <WithSpace>{(space) => <Me {...props} space={space()} />}</WithSpace>
}

function Me(props: MeParts & { readonly space: Space }): JSX.Element {
  const member = () => props.space.member
  const invitations = createOwnRecords('team-invitations', (value) => value)
  const isAsked = () => (invitations()?.all.size ?? 0) > 0
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{member().name}</h1>
      <Show when={isStaff(member().role)}>
        <ul class="links">
          <OwnLink href="/operator" icon="arrivals" label={words.account.staffArea} />
        </ul>
      </Show>
      <Facts space={props.space} />
      <ul class="links">
        <OwnLink href="/me/profile" icon="me" label={words.community.profile} />
        <Show when={member().teamId !== null || isAsked()}>
          <OwnLink href="/me/team" icon="team" label={words.teams.title} />
        </Show>
        <OwnLink href="/me/bills" icon="bill" label={words.billing.all} />
        <OwnLink href="/me/payment-methods" icon="card" label={words.paying.methods} />
        <OwnLink href="/me/help" icon="info" label={words.support.link} />
        <OwnLink href="/me/messages" icon="message" label={words.threads.settings} />
        <OwnLink href="/me/notifications" icon="bell" label={words.notifications.title} />
        <OwnLink href="/me/sign-in" icon="device" label={words.signingIn.title} />
      </ul>
      <Suspense>
        <AtOnce>
          <AccessHere space={props.space} />
          <props.plan space={props.space} />
          <PlanAndPasses space={props.space} />
          <Included space={props.space} />
          <HouseRulesHere space={props.space} />
          <Absences space={props.space} />
          <BeingFound space={props.space} />
          <section class="stack">
            <h2>{words.account.appearance}</h2>
            <div class="two-fields">
              <ThemeChoice />
              <LanguageChoice />
            </div>
          </section>
          <ThisDevice space={props.space} />
          <Devices space={props.space} />
          <CalendarFeed space={props.space} />
          <ReadKeys />
          <OwnData space={props.space} />
          <ResetSample space={props.space} />
          <SignOutButton />
        </AtOnce>
      </Suspense>
    </main>
  )
}

function OwnLink(props: {
  readonly href: string
  readonly icon: IconName
  readonly label: string
}): JSX.Element {
  return (
    <li>
      <a href={props.href}>
        <Icon name={props.icon} />
        {props.label}
        <Icon name="next" />
      </a>
    </li>
  )
}

function Facts(props: { readonly space: Space }): JSX.Element {
  const catalogues = createCatalogues()
  const { catalogue, member } = props.space
  const tier = () => catalogue.tiers.find((one) => one.id === member.tierId)?.name
  const own = () =>
    catalogue.resources
      .filter((resource) => member.assigned.includes(resource.id))
      .map((resource) => resource.name)
  const sites = () => (catalogues() ?? []).map((row) => row.catalogue.site.name)
  const facts = (): readonly (readonly [string, string])[] => [
    [words.account.emailLabel, member.email],
    ...(tier() === undefined ? [] : [[words.account.membership, tier() ?? ''] as const]),
    ...(own().length === 0 ? [] : [[words.account.ownPlaces, own().join(', ')] as const]),
    [words.account.locations, sites().join(', ')],
  ]
  return (
    <dl class="facts">
      <For each={facts()}>
        {([term, said]) => (
          <div>
            <dt class="soft">{term}</dt>
            <dd>{said}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
