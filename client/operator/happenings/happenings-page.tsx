/** What the team puts up: events with who comes to them, announcements with how many have read them, and perks with how often each was used. */
import type { JSX } from 'solid-js'
import '../operator.css'
import './happenings.css'
import { AtOnce } from '../../ui/at-once.tsx'
import { words } from '../../ui/words.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import { Announcements } from './announcements.tsx'
import { Events } from './events.tsx'
import { Perks } from './perks.tsx'

export function HappeningsPage(): JSX.Element {
  return (
    <OnlyForWhoMay kind="event.save">
      {(space) => (
        <main class="page" id="main" tabindex="-1">
          <h1>{words.happenings.manage}</h1>
          <AtOnce>
            <Events space={space()} />
            <Announcements space={space()} />
            <Perks space={space()} />
          </AtOnce>
        </main>
      )}
    </OnlyForWhoMay>
  )
}
