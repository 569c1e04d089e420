import { afterEach, expect, test, vi } from 'vitest'
import { toId } from '../../../domain/values/ids.ts'
import { ownPictures, readPictures } from './own-pictures.ts'

const siteId = toId('site', 'sit_loft')
const hash = (letter: string) => letter.repeat(64)
const ticket = (number: number) => ({ id: toId('ticket', `tkt_${number}`), siteId, number })
const said = (number: number, ...letters: readonly string[]) => ({
  ...{ ticketId: toId('ticket', `tkt_${number}`), kind: 'said' as const },
  photos: letters.map((one) => ({ full: hash(one), small: hash('0') })),
})

afterEach(() => vi.unstubAllGlobals())

test('[A-08] [D-56] the member’s picture and those of each request have a name of their own, the latest first', () => {
  const state = { ticketId: toId('ticket', 'tkt_7'), kind: 'state' as const }
  const entries = [said(3, 'a'), said(7, 'b'), state, said(7, 'c')]
  const found = ownPictures(`sit_loft/${hash('d')}`, [ticket(3), ticket(7)], entries)
  expect(found.map(({ name, path }) => `${name} ${path.slice(-2)}`)).toEqual([
    'pictures/me.webp dd',
    ...['pictures/request-7-1.webp bb', 'pictures/request-7-2.webp cc'],
    'pictures/request-3-1.webp aa',
  ])
  expect(ownPictures('', [], [])).toEqual([])
})

test('[A-08] a picture that cannot be had now is left out, and the others are there', async () => {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/gone') throw new TypeError('no network')
    return path === '/refused' ? new Response('', { status: 404 }) : new Response('picture')
  })
  const pictures = ['/gone', '/refused', '/there'].map((path) => ({ name: path.slice(1), path }))
  const found = await readPictures(pictures)
  expect(Object.keys(found)).toEqual(['there'])
  expect(new TextDecoder().decode(found['there'])).toBe('picture')
})
