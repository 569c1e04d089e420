/** Kinds of things on a floor as layers. */
export const layers = {
  hidden: 'Hidden',
  hide: (kind: string) => `Hidden while drawing: ${kind}`,
  locked: 'Locked',
  lock: (kind: string) => `Locked in place: all of ${kind}`,
  hiddenMark: 'hidden',
} as const
