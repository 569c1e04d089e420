// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { keepWantedPage, takeWantedPage } from './wanted-page.ts'

beforeEach(() => sessionStorage.clear())

test('[O-16] who scans a label before signing in comes to that place afterwards, once', () => {
  history.replaceState(null, '', '/plan?place=res_desk-14')
  keepWantedPage()
  history.replaceState(null, '', '/sign-in')
  keepWantedPage()
  expect(takeWantedPage()).toBe('/plan?place=res_desk-14')
  expect(takeWantedPage()).toBe('/')
})

test('[O-16] who follows a link of a mail before signing in comes to what it is about, and who opens the app as such to Today', () => {
  for (const path of ['/me/help/requests/tkt_lamp', '/operator/messages?request=tkt_lamp']) {
    history.replaceState(null, '', path)
    keepWantedPage()
    expect(takeWantedPage()).toBe(path)
  }
  for (const path of ['/', '/book', '/operator']) {
    history.replaceState(null, '', path)
    keepWantedPage()
    expect(takeWantedPage()).toBe('/')
  }
})

test('[O-16] nobody is led away from the portal by what a tab remembers', () => {
  sessionStorage.setItem('portal.wanted', '//elsewhere.example/plan?x')
  expect(takeWantedPage()).toBe('/')
})
