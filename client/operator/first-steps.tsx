/** What a new space still needs, on the Today of who sets it up. Gone once all but inviting is done, or when they say so on this device. */
import './operator.css'
import { createResource, For, type JSX, Show } from 'solid-js'
import { mayCommand } from '../../domain/access/permissions.ts'
import { type FirstStep, firstSteps, openSteps } from '../../domain/sites/first-steps.ts'
import type { Space } from '../app/with-space.tsx'
import { dismiss, isDismissed } from '../store/dismissed.ts'
import { words } from '../ui/team-words.ts'
import { readMembers } from './members/read-members.ts'

const { beginning: said } = words

const addresses: Readonly<Record<FirstStep, string>> = {
  places: '/operator/floor',
  prices: '/operator/settings/prices',
  address: '/operator/settings/location',
  'house-rules': '/operator/settings/house-rules',
  billing: '/operator/money/settings',
  members: '/operator/members',
}

export function FirstSteps(props: { readonly space: Space }): JSX.Element {
  const site = () => props.space.catalogue.site
  const mark = () => `first-steps/${site().id}`
  /** Without asking the space: a list of hundreds of members is not read for who has long begun. */
  const isBeginning = () =>
    maySetUp(props.space) &&
    !isDismissed(mark()) &&
    openSteps(props.space.catalogue, Number.POSITIVE_INFINITY).length > 0
  return (
    <Show when={isBeginning()}>
      <Steps space={props.space} onHide={() => dismiss(mark())} />
    </Show>
  )
}

function maySetUp({ member: { id, role, siteIds } }: Space): boolean {
  return mayCommand({ memberId: id, role, siteIds }, 'resource.save')
}

function Steps(props: { readonly space: Space; readonly onHide: () => void }): JSX.Element {
  const [members] = createResource(() => props.space.catalogue.site.id, readMembers)
  const open = () => openSteps(props.space.catalogue, members.latest?.length ?? null)
  return (
    <section class="stack" aria-labelledby="first-steps">
      <div class="row" data-spread>
        <h2 id="first-steps">{said.title}</h2>
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onHide()}>
          {said.hide}
        </button>
      </div>
      <p class="soft">{said.done(firstSteps.length - open().length, firstSteps.length)}</p>
      <ul class="waiting">
        <For each={open()}>
          {(step) => (
            <li>
              <a href={addressOf(step, props.space)}>{said.steps[step]}</a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** Nothing can be drawn before there is a floor. */
function addressOf(step: FirstStep, { catalogue }: Space): string {
  const hasFloor = catalogue.site.floors.length > 0
  return step === 'places' && !hasFloor ? '/operator/settings/places' : addresses[step]
}
