/** A link to a request that is not among those of the location that is shown: it is another location's, or none that this device knows. */
import { type Accessor, createEffect, createMemo, type JSX, Show } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import type { Space } from '../../app/with-space.tsx'
import { createHomeOf } from '../../store/records.ts'
import { chooseSite, createCatalogues } from '../../store/sites.ts'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import type { OpenOne } from '../open-one.ts'
import type { SupportDesk } from './desk-model.ts'

const { supportDesk: said } = words

/** Whoever follows a link is taken to its location; who chooses another location afterwards stays there. */
export function followSite(one: OpenOne, isHere: Accessor<boolean>): void {
  const home = createHome(one)
  let seen: string | null = null
  createEffect(() => {
    const id = one.id()
    const found = home()
    if (isHere() || id === null) seen = id
    if (found === undefined || seen === id) return
    seen = id
    chooseSite(found.id)
  })
}

export function MissingRequest(props: {
  readonly space: Space
  readonly desk: SupportDesk
  readonly one: OpenOne
}): JSX.Element {
  const home = createHome(props.one)
  const here = () => props.space.catalogue.site.name
  return (
    <section class="desk-ticket card stack">
      <Show
        when={home()}
        fallback={
          <>
            <h2>{props.desk.asOf() === null ? said.notHere : said.unknown(here())}</h2>
            <p class="soft">{said.unknownSentence}</p>
          </>
        }
      >
        {(site) => (
          <>
            <h2>{said.elsewhere(site().name)}</h2>
            <div>
              <button
                type="button"
                class="button"
                data-kind="primary"
                onClick={() => chooseSite(site().id)}
              >
                {said.showThere(site().name)}
              </button>
            </div>
          </>
        )}
      </Show>
      <div>
        <button type="button" class="button" onClick={() => props.one.close()}>
          <Icon name="previous" />
          {said.toList}
        </button>
      </div>
    </section>
  )
}

/** The location whose request it is, among those of this device. */
function createHome(one: OpenOne) {
  const catalogues = createCatalogues()
  const sites = createMemo(() => (catalogues() ?? []).map(({ catalogue }) => catalogue.site))
  const nameOf = (siteId: ReturnType<typeof sites>[number]['id']) =>
    formatDocumentName({ kind: 'support', siteId })
  const home = createHomeOf(() => sites().map(({ id }) => nameOf(id)), 'tickets', one.id)
  return createMemo(() => sites().find(({ id }) => nameOf(id) === home()))
}
