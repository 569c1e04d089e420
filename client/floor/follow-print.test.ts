// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { followPrint } from './follow-print.ts'

test('a drawing hangs on paper as a copy, once, and is gone with the page that showed it', () => {
  const host = document.createElement('div')
  const papers: HTMLCanvasElement[] = []
  const close = createRoot((dispose) => {
    followPrint(host, () => {
      const paper = document.createElement('canvas')
      papers.push(paper)
      return paper
    })
    return dispose
  })
  const hung = () => [...host.children]
  dispatchEvent(new Event('beforeprint'))
  dispatchEvent(new Event('beforeprint'))
  expect(papers).toHaveLength(2)
  expect(hung()).toEqual([papers[1]])
  dispatchEvent(new Event('afterprint'))
  expect(hung()).toEqual([])
  close()
  dispatchEvent(new Event('beforeprint'))
  expect(papers).toHaveLength(2)
})
