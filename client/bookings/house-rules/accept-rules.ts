import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { HouseRules } from '../../../domain/sites/house-rules.ts'
import { DAY_MS, toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** A yes is of use for as long as somebody may be without a network; true once it is kept. */
const USEFUL_DAYS = 366

/** Kept on this device, with or without a network, ahead of whatever is wished after it. */
export async function acceptRules(
  { site }: Pick<Catalogue, 'site'>,
  { version }: HouseRules,
): Promise<boolean> {
  const deadlineAt = toInstant(deviceNow() + USEFUL_DAYS * DAY_MS)
  const answer = await writeIntent('rules.accept', { siteId: site.id, version }, { deadlineAt })
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
  return answer.kind === 'saved'
}
