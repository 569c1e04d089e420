/** The people of a location: who is in now, and the directory of those who let themselves be found. */
import './community.css'
import type { JSX } from 'solid-js'
import { WithSpace } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { Directory } from './directory.tsx'
import { InNow } from './in-now.tsx'

export function CommunityPage(): JSX.Element {
  return (
    <WithSpace>
      {(space) => (
        <main class="page" id="main" tabindex="-1">
          <h1>{words.community.title}</h1>
          <InNow space={space()} />
          <Directory space={space()} />
        </main>
      )}
    </WithSpace>
  )
}
