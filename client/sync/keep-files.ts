/** What a device keeps beside its rows: what the space signed is fetched, and pictures that nothing here names are let go. One chunk. */
import { dropPictures } from './drop-pictures.ts'
import { keepOwnPapers } from './keep-papers.ts'
import { keepSeals } from './keep-seals.ts'

export async function keepSigned(over: AbortSignal): Promise<void> {
  await keepOwnPapers()
  keepSeals(over)
}

export function sweepPictures(isNews: boolean): Promise<void> {
  return dropPictures(isNews)
}
