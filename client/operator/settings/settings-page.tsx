/** What the space is and how it is booked, part by part. For managers and owners; everybody else is told so. */
import { A, useParams } from '@solidjs/router'
import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import '../operator.css'
import './settings.css'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import { Tabs } from '../tabs.tsx'
import { createAskedPlace, floorAddress } from './asked-place.ts'
import { ExtrasPart } from './extras-part.tsx'
import { HoursPart } from './hours-part.tsx'
import { HouseRulesPart } from './house-rules-part.tsx'
import { LocationPart } from './location-part.tsx'
import { PassesPart } from './passes-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { PricesPart } from './prices-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { TiersPart } from './tiers-part.tsx'

/** Looked at now and then; its words and log need the space. */
const NewsPart = lazy(async () => ({
  default: (await import('../news/news-part.tsx')).NewsPart,
}))

const parts = [
  'places',
  'rules',
  'memberships',
  'prices',
  'extras',
  'passes',
  'house-rules',
  'hours',
  'location',
  'plan',
  'messages',
] as const

const addressOf = (part: (typeof parts)[number]) => `/operator/settings/${part}`

export function SettingsPage(): JSX.Element {
  return (
    <OnlyForWhoMay kind="resource.save">{(space) => <Settings space={space()} />}</OnlyForWhoMay>
  )
}

function Settings(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ part?: string }>()
  const asked = createAskedPlace(() => props.space)
  const part = () => parts.find((one) => one === params.part) ?? 'places'
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <h1>{words.settings.title}</h1>
      <Show when={asked()}>
        {(place) => (
          <A class="button" href={floorAddress(place())}>
            {words.drawing.backToFloor(place().name)}
          </A>
        )}
      </Show>
      <Tabs
        label={words.settings.title}
        tabs={[
          ...parts.map((one) => ({ href: addressOf(one), label: words.settings.parts[one] })),
          { href: '/operator/closures', label: words.operator.closures },
          { href: '/operator/floor', label: words.drawing.title },
        ]}
        open={addressOf(part())}
      />
      <Switch>
        <Match when={part() === 'places'}>
          <PlacesPart space={props.space} />
        </Match>
        <Match when={part() === 'rules'}>
          <RulesPart space={props.space} />
        </Match>
        <Match when={part() === 'memberships'}>
          <TiersPart space={props.space} />
        </Match>
        <Match when={part() === 'prices'}>
          <PricesPart space={props.space} />
        </Match>
        <Match when={part() === 'house-rules'}>
          <HouseRulesPart space={props.space} />
        </Match>
        <Match when={part() === 'extras'}>
          <ExtrasPart space={props.space} />
        </Match>
        <Match when={part() === 'passes'}>
          <PassesPart space={props.space} />
        </Match>
        <Match when={part() === 'plan'}>
          <PlanPart space={props.space} />
        </Match>
        <Match when={part() === 'messages'}>
          <Suspense>
            <NewsPart space={props.space} />
          </Suspense>
        </Match>
        <Match when={part() === 'hours'}>
          <HoursPart space={props.space} />
        </Match>
        <Match when={part() === 'location'}>
          <LocationPart space={props.space} />
        </Match>
      </Switch>
    </main>
  )
}
