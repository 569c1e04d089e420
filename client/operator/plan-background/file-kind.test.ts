import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { kindOfHead } from './file-kind.ts'

test.each([
  ['a PNG', '\x89PNG\r\n\x1a\n\x00\x00', 'picture'],
  ['a JPEG', '\xff\xd8\xff\xe0', 'picture'],
  ['a WebP', 'RIFF\x10\x00\x00\x00WEBPVP8 ', 'picture'],
  ['a PDF', '%PDF-1.7\n', 'pdf'],
  ['a PDF behind what a mail program put before it', `${' '.repeat(100)}%PDF-1.4`, 'pdf'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
  ['an SVG behind a declaration', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg\n>', 'svg'],
  ['a page', '<!doctype html><script>1</script>', null],
  ['a page that speaks of an SVG', 'see <svg>', null],
  ['a sound in the same box as a WebP', 'RIFF\x10\x00\x00\x00WAVE', null],
  ['nothing', '', null],
])('[F-06] by its first bytes: %s', (_what, text, kind) => {
  expect(kindOfHead(Buffer.from(text, 'latin1'))).toBe(kind)
})
