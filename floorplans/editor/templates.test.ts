import { expect, test } from 'vitest'
import { type ResourceId, toId } from '../../domain/values/ids.ts'
import { draftProblems } from '../document/draft/draft-problems.ts'
import { parseDraftObject, parseDraftResource } from '../document/draft/parse-draft.ts'
import { planOfDraft } from '../document/draft/plan-of-draft.ts'
import { parseFloorPlan } from '../document/parse-floor-plan.ts'
import { type TemplateName, templateDraft, templateNames } from './templates.ts'

function make(name: TemplateName) {
  let made = 0
  return templateDraft(name, {
    objectId: () => `obj_${++made}`,
    resourceId: (): ResourceId => toId('resource', `res_${++made}`),
    name: (kind, number) => `${kind} ${number}`,
    zone: (zone) => zone,
  })
}

test('a template holds the desks and rooms it promises, each with a name of its own', () => {
  const counts = templateNames.map((name) => {
    const resources = [...make(name).resources.values()]
    expect(new Set(resources.map((one) => one.name)).size).toBe(resources.length)
    const of = (kind: string) => resources.filter((one) => one.kind === kind).length
    return [name, of('hot-desk'), of('meeting-room')]
  })
  expect(counts).toEqual([
    ['small', 12, 1],
    ['medium', 40, 4],
    ['empty', 0, 0],
  ])
})

for (const name of templateNames) {
  test(`the ${name} template can be published as it stands`, () => {
    const draft = make(name)
    for (const object of draft.objects.values()) expect(parseDraftObject(object)).toEqual(object)
    for (const one of draft.resources.values()) expect(parseDraftResource(one)).toEqual(one)
    expect(draftProblems(draft, new Map())).toEqual([])
    const plan = planOfDraft(draft, toId('floor', 'flr_a'), 1)
    expect(parseFloorPlan(plan).ok).toBe(true)
  })
}
