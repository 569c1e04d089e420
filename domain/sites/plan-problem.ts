/** Why a floor plan cannot be published as it is drawn. What draws it finds them; here stands how they are told. */
export const planProblemReasons = [
  'too-many-objects',
  'overlap',
  'outside',
  'twice',
  'unnamed',
  'no-such-unit',
  'no-picture',
] as const

export interface PlanProblem {
  readonly reason: (typeof planProblemReasons)[number]
  /** What it is about, as the draft names it; empty where it is about the whole. */
  readonly objectIds: readonly string[]
}
