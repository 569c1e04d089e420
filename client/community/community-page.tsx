/** What happens at a location and who is there: announcements, events, who is in now, and those who let themselves be found. */
import './community.css'
import { type JSX, Show } from 'solid-js'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { AtOnce } from '../ui/at-once.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { AnnouncementList } from './announcement-list.tsx'
import { Directory } from './directory.tsx'
import { EventList } from './event-list.tsx'
import { InNow } from './in-now.tsx'
import { MessagesLink } from './messages/messages-link.tsx'
import { PerkList } from './perk-list.tsx'

export function CommunityPage(): JSX.Element {
  return (
    <WithSpace>
      {(space) => (
        <main class="page" id="main" tabindex="-1">
          <h1>{words.community.title}</h1>
          <AtOnce>
            <div class="stack" data-gap="small">
              <MessagesLink space={space()} />
              <ToDirectory space={space()} />
            </div>
            <AnnouncementList space={space()} />
            <EventList space={space()} />
            <PerkList space={space()} />
            <InNow space={space()} />
            <Directory space={space()} />
          </AtOnce>
        </main>
      )}
    </WithSpace>
  )
}

/** The way down to the people, who stand below all that happens. */
function ToDirectory(props: { readonly space: Space }): JSX.Element {
  return (
    <Show when={props.space.catalogue.site.hasDirectory}>
      <a class="card row" data-spread href="/community#directory">
        <span class="row">
          <Icon name="people" />
          {words.community.toDirectory}
        </span>
        <Icon name="next" />
      </a>
    </Show>
  )
}
