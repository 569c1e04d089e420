/** Settings, Messages: when members are told, in which words, how they get online, and what became of what was sent. */
import type { JSX } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { AccessForm } from './access-form.tsx'
import { NewsLog } from './news-log.tsx'
import { createNewsOffice } from './news-office.ts'
import { Templates } from './templates.tsx'
import { WhenForm } from './when-form.tsx'

export function NewsPart(props: { readonly space: Space }): JSX.Element {
  const office = createNewsOffice(() => props.space.catalogue.site.id)
  return (
    <div class="stack" data-gap="large">
      <WhenForm space={props.space} />
      <Templates office={office} languages={props.space.catalogue.site.news.languages} />
      <AccessForm space={props.space} />
      <NewsLog office={office} space={props.space} />
    </div>
  )
}
