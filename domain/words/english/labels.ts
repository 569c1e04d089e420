/** Labels for desks and rooms, to be stuck on them. */
import { count } from './amounts.ts'

export const labels = {
  open: 'Print labels',
  title: 'Labels for places',
  about:
    'Each label has a code that a phone’s camera reads. It opens that place, to book it, to check in, or to say “I’m sitting here”.',
  which: 'Which places',
  all: (number: number) => `All of this floor (${number})`,
  selected: (number: number) => `What is selected (${number})`,
  desks: (number: number) => `Desks (${number})`,
  rooms: (number: number) => `Rooms (${number})`,
  zone: (name: string, number: number) => `${name} (${number})`,
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'US Letter' },
  size: 'Labels on a sheet',
  sizeOf: (perSheet: number, width: number, height: number) =>
    `${perSheet}, each ${width} × ${height} mm`,
  used: 'Labels already used on the first sheet',
  preview: (page: number, pages: number) => `Sheet ${page} of ${pages}`,
  previous: 'Previous sheet',
  next: 'Next sheet',
  none: 'There is no place to print a label for.',
  unpublished: (number: number) =>
    `${count(number, 'place')} of the draft ${number === 1 ? 'gets its label' : 'get their labels'} once published.`,
  print: (number: number, sheets: number) =>
    `Print ${count(number, 'label')} on ${count(sheets, 'sheet')}`,
  howTo: 'In the print window, choose the paper above and 100 % (“Actual size”), without margins.',
  scan: 'Scan to book or check in',
  code: (name: string) => `Code for ${name}`,
} as const
