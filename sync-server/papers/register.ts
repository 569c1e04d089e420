/** The one door of the room where papers are made: what it settles, shows and does later. */
import type { JobHandler } from '../jobs/job-runner.ts'
import type { MakePapers } from './make-papers.ts'
import { paperProjection } from './projections.ts'
import { renewSigning } from './settle-signing.ts'

export function registerPapers() {
  return {
    kinds: [renewSigning],
    projections: [paperProjection],
    jobs: (makePapers: MakePapers): ReadonlyMap<string, JobHandler> =>
      new Map([['papers.make', (body: unknown) => makePapers(billIdsOf(body))]]),
  }
}

function billIdsOf(body: unknown): readonly string[] {
  return (body as { readonly billIds: readonly string[] }).billIds // written by the settlement's facts
}
