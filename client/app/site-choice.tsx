import { For, type JSX, Show } from 'solid-js'
import { chooseSite, createCatalogues, createSiteCatalogue } from '../store/sites.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'

/** The location that the screens show; a choice where the member has more than one. */
export function SiteChoice(): JSX.Element {
  const site = createSiteCatalogue()
  const catalogues = createCatalogues()
  const choose = (id: string) => {
    const chosen = catalogues()?.find((row) => row.siteId === id)
    if (chosen !== undefined) chooseSite(chosen.siteId)
  }
  return (
    <Show
      when={(catalogues() ?? []).length > 1}
      fallback={<strong class="site-name">{site()?.catalogue.site.name ?? ''}</strong>}
    >
      <label class="site-choice">
        <span class="visually-hidden">{words.app.location}</span>
        <select
          value={site()?.siteId ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <For each={catalogues()}>
            {(row) => (
              <option value={row.siteId} selected={row.siteId === site()?.siteId}>
                {row.catalogue.site.name}
              </option>
            )}
          </For>
        </select>
        <Icon name="down" />
      </label>
    </Show>
  )
}
