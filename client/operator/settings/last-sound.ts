import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { SettingProblem } from '../../../domain/sites/setting-problem.ts'

/** A setting laid over a space, and what is wrong with it. */
export interface Applied {
  readonly after: Catalogue
  readonly problems: readonly SettingProblem[]
}

/**
 * The space by the last that was sound of what is typed. Rules that are none, a limit of a million days for one, can be neither tried nor
 * drawn: whoever types on must not lose the form to them.
 */
export function lastSound(last: Catalogue, { after, problems }: Applied): Catalogue {
  return problems.length === 0 ? after : last
}
