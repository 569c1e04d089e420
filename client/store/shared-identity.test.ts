// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { dropIdentity, isSharedComputer, readIdentity, writeIdentity } from './identity.ts'

const ada = { memberId: 'mem_ada', deviceId: 'dev_kiosk' }

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

test('[DEVICE-75] on a shared computer who is signed in is known to their tab alone', () => {
  writeIdentity(ada, true)
  expect([readIdentity(), isSharedComputer()]).toEqual([ada, true])
  expect(JSON.stringify({ ...localStorage })).not.toContain('mem_ada')
  sessionStorage.clear() // the tab is closed
  expect([readIdentity(), isSharedComputer()]).toEqual([null, true])
})

test('[DEVICE-75] whoever signs in on a device of their own after it is known to every tab', () => {
  writeIdentity(ada, true)
  writeIdentity({ memberId: 'mem_ben', deviceId: 'dev_own' })
  sessionStorage.clear()
  expect(readIdentity()?.memberId).toBe('mem_ben')
  expect(isSharedComputer()).toBe(false)
  dropIdentity()
  expect(readIdentity()).toBeNull()
})
