// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { createFormDraft, readDraft, saveDraft, writeDraft } from './form-draft.ts'

beforeEach(() => sessionStorage.clear())

const empty = { title: '', text: '' }
const open = (start = empty, revision = 3) => createFormDraft('announcement/1', start, revision)

test('[X-03] what was typed into a form of the team’s is there after a reload, on what it was made from', () => {
  const before = open()
  expect(before.isContinued()).toBe(false)
  before.change({ title: 'The lift' })
  before.change({ text: 'It is serviced on Thursday.' })

  const after = open({ title: 'Somebody else’s', text: '' }, 4)
  expect(after.value()).toEqual({ title: 'The lift', text: 'It is serviced on Thursday.' })
  expect(after.isContinued()).toBe(true)
  expect(after.revision()).toBe(3)
})

test('[X-03] begun anew, a form shows what stands there now', () => {
  open().change({ title: 'The lift' })
  const after = open({ title: 'Oat milk', text: '' }, 4)
  after.startAnew()
  expect(after.value().title).toBe('Oat milk')
  expect(after.revision()).toBe(4)
  expect(after.isContinued()).toBe(false)
  expect(open().isContinued()).toBe(false)
})

test('[X-03] what is saved is not kept', () => {
  const draft = open()
  draft.change({ title: 'The lift' })
  draft.end()
  expect(open().value()).toEqual(empty)
})

test('[X-03] while it is saved nothing is kept, so that a form begun anew by it is not overtaken; what was refused is kept again', async () => {
  const draft = { basedOn: 'before', value: { name: 'Quay Nine' } }
  writeDraft('site/1', draft)
  const space = Promise.withResolvers<'saved' | 'refused'>()
  const saving = saveDraft(
    'site/1',
    draft,
    () => space.promise,
    (answer) => answer === 'saved',
  )
  expect(readDraft('site/1')).toBe(null)
  space.resolve('saved')
  expect(await saving).toBe('saved')
  expect(readDraft('site/1')).toBe(null)

  const refused = saveDraft(
    'site/1',
    draft,
    async () => 'refused',
    (answer) => answer === 'saved',
  )
  expect(await refused).toBe('refused')
  expect(readDraft('site/1')).toEqual(draft)
})
