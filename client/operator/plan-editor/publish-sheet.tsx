/** What members would see otherwise, said before it is so. */
import { For, type JSX, Show } from 'solid-js'
import type { PlaceKey, PlanDiff } from '../../../floorplans/document/draft/diff-plans.ts'
import type { DraftProblem } from '../../../floorplans/document/draft/draft-problems.ts'
import type { Space } from '../../app/with-space.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { AffectedBookings } from '../affected-bookings.tsx'
import type { Editor } from './editor.ts'
import { nameOfObject, placeFacts } from './place-facts.ts'
import { createPublication } from './publish-model.ts'

export function PublishSheet(props: {
  readonly space: Space
  readonly editor: Editor
  readonly onClose: () => void
}): JSX.Element {
  const publication = createPublication(props.editor, ({ version }) => {
    showToast(words.drawing.publish.done(version))
    props.onClose()
  })
  const needsDecision = () => (publication.affected() ?? []).length > 0
  return (
    <Sheet title={words.drawing.publish.title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void publication.publish()
        }}
      >
        <p class="soft">{words.drawing.membersDontSee}</p>
        <Show
          when={publication.problems().length === 0}
          fallback={
            <Problems
              editor={props.editor}
              problems={publication.problems()}
              onClose={props.onClose}
            />
          }
        >
          <Show
            when={publication.isNothing() ? undefined : publication.diff()}
            fallback={<p>{words.drawing.publish.nothing}</p>}
          >
            {(diff) => (
              <Changes editor={props.editor} diff={diff()} changed={publication.changed()} />
            )}
          </Show>
        </Show>
        <Show when={needsDecision() && publication.affected()}>
          {(found) => (
            <AffectedBookings
              space={props.space}
              after={publication.after()}
              affected={found()}
              mayKeep={false}
              resolutions={publication.resolutions()}
              onChange={publication.setResolutions}
            />
          )}
        </Show>
        <p role="alert" class="state" data-tone="problem">
          {publication.trouble()}
        </p>
        <button
          type="submit"
          class="button"
          data-kind="primary"
          disabled={
            publication.isBusy() || publication.isNothing() || publication.problems().length > 0
          }
        >
          {words.drawing.publish.button(publication.version() + 1)}
        </button>
      </form>
    </Sheet>
  )
}

/** Problems that are told at once; mended ones make room for others. */
const TOLD_MAX = 12

function Problems(props: {
  readonly editor: Editor
  readonly problems: readonly DraftProblem[]
  readonly onClose: () => void
}): JSX.Element {
  const nameOf = (id: string) => {
    const draft = props.editor.draft()
    const object = draft?.objects.get(id)
    return draft === null || object === undefined
      ? ''
      : nameOfObject(props.editor.catalogue(), draft, object)
  }
  return (
    <>
      <p>{words.drawing.publish.notYet}</p>
      <ul class="stack" data-gap="small">
        <For each={props.problems.slice(0, TOLD_MAX)}>
          {({ reason, objectIds }) => (
            <li>
              {words.drawing.publish.problems[reason]}{' '}
              <button
                type="button"
                class="button"
                data-kind="quiet"
                onClick={() => {
                  props.editor.select(objectIds)
                  props.onClose()
                }}
              >
                {objectIds.map(nameOf).join(', ')}
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

function Changes(props: {
  readonly editor: Editor
  readonly diff: PlanDiff
  readonly changed: readonly PlaceKey['resourceId'][]
}): JSX.Element {
  const names = (keys: readonly PlaceKey[]) => {
    const draft = props.editor.draft()
    if (draft === null) return []
    return [
      ...new Set(
        keys.map(({ resourceId }) => placeFacts(props.editor.catalogue(), draft, resourceId).name),
      ),
    ]
  }
  const lines = () => {
    const { added, removed, moved, reshaped, drawn, isResized } = props.diff
    const said = words.drawing.publish
    const of = (keys: readonly PlaceKey[], say: (names: readonly string[]) => string) =>
      keys.length === 0 ? [] : [say(names(keys))]
    return [
      ...of(added, said.added),
      ...of(removed, said.removed),
      ...of(moved, said.moved),
      ...of(reshaped, said.reshaped),
      ...of(
        props.changed.map((resourceId) => ({ resourceId, unit: null })),
        said.renamed,
      ),
      ...(drawn.added + drawn.removed === 0 ? [] : [said.drawn(drawn.added, drawn.removed)]),
      ...(isResized ? [said.resized] : []),
    ]
  }
  const summary = () => {
    const { moved, added, removed } = props.diff
    return words.drawing.publish.summary(moved.length, added.length, removed.length)
  }
  return (
    <>
      <p>
        <strong>{summary()}</strong>
      </p>
      <ul class="stack" data-gap="small">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p class="soft">{words.drawing.publish.bookingsStay}</p>
    </>
  )
}
