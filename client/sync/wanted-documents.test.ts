import { expect, test } from 'vitest'
import { type SiteId, toId } from '../../domain/values/ids.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { outdatedDocuments, type WantedInput, wantedDocuments } from './wanted-documents.ts'

const site = (name: string): SiteId => toId('site', `sit_${name}`)
const [loft, pier] = [site('loft'), site('pier')]

function input(more: Partial<WantedInput> = {}): WantedInput {
  return {
    memberId: toId('member', 'mem_ada'),
    siteIds: [loft, pier],
    isStaff: false,
    visited: [],
    asked: [],
    todayAt: () => toLocalDate('2026-11-25'),
    ...more,
  }
}

test('[DEVICE-50] of every site the weeks from the last to the thirteenth ahead are followed', () => {
  const wanted = wantedDocuments(input())
  const weeks = wanted.filter((name) => name.startsWith('occupancy/sit_pier/'))
  expect(weeks).toHaveLength(15)
  expect(weeks.toSorted()[0]).toBe('occupancy/sit_pier/2026-W47')
  expect(weeks.toSorted()[14]).toBe('occupancy/sit_pier/2027-W08')
  expect(wanted).toHaveLength(3 + 4 * 2 + 30)
})

test('[DEVICE-51] with more sites than fit, those visited last come first', () => {
  const siteIds = Array.from({ length: 10 }, (_, index) => site(`branch-${index}`))
  const visited = [site('branch-7'), site('branch-3'), site('elsewhere')]
  const wanted = wantedDocuments(input({ siteIds, visited }))
  expect(wanted).toHaveLength(63)
  const weeksOf = (name: string) => wanted.filter((one) => one.includes(`/sit_${name}/`)).length
  expect([weeksOf('branch-7'), weeksOf('branch-3'), weeksOf('branch-0')]).toEqual([15, 15, 15])
  expect([weeksOf('elsewhere'), weeksOf('branch-9')]).toEqual([0, 0])
  expect(wanted.filter((one) => one.startsWith('catalogue/'))).toHaveLength(10)
})

test('[DEVICE-52] a day list is followed while it was asked for lately and is not over', () => {
  const asked = ['desk/sit_loft/2026-11-25', 'desk/sit_loft/2026-11-20', 'desk/sit_far/2026-11-25']
  const wanted = wantedDocuments(input({ asked }))
  expect(wanted.filter((name) => name.startsWith('desk/'))).toEqual(['desk/sit_loft/2026-11-25'])
})

test('[DEVICE-54] a directory that is not followed leaves the device, and a catalogue stays', () => {
  const siteIds = Array.from({ length: 10 }, (_, index) => site(`branch-${index}`))
  const of = (kind: string) => siteIds.map((siteId) => `${kind}/${siteId}`)
  const names = [...of('directory'), ...of('catalogue')]
  const wanted = wantedDocuments(input({ siteIds }))
  const gone = of('directory').filter((name) => !wanted.includes(name))
  expect(gone).toContain('directory/sit_branch-9')
  expect(gone).not.toContain('directory/sit_branch-0')
  expect(outdatedDocuments(names, input({ siteIds }))).toEqual(gone)
})

test('[DEVICE-53] [X-02] weeks and days gone by and other people’s documents leave the device', () => {
  const kept = [
    'member/mem_ada',
    'messages/mem_ada',
    'catalogue/sit_loft',
    'occupancy/sit_loft/2026-W47',
    'occupancy/sit_pier/2027-W08',
    'desk/sit_loft/2026-11-24',
    'directory/sit_pier',
  ]
  const gone = [
    'member/mem_ben',
    'messages/mem_ben',
    'directory/sit_far',
    'catalogue/sit_far',
    'occupancy/sit_loft/2026-W46',
    'occupancy/sit_far/2026-W48',
    'desk/sit_loft/2026-11-23',
    'poem/sit_loft',
  ]
  expect(outdatedDocuments([...kept, ...gone], input())).toEqual(gone)
})

test('[DEVICE-50] who works for the space follows what waits for the team at each site, and lets go of it with the work', () => {
  const requests = ['requests/sit_loft', 'requests/sit_pier']
  const followed = (isStaff: boolean) =>
    wantedDocuments(input({ isStaff })).filter((name) => name.startsWith('requests/'))
  expect(followed(true)).toEqual(requests)
  expect(followed(false)).toEqual([])
  expect(outdatedDocuments(requests, input({ isStaff: true }))).toEqual([])
  expect(outdatedDocuments(requests, input({ isStaff: false }))).toEqual(requests)
})
