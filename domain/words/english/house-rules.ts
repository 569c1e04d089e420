/** What a space asks of everybody who books. */
export const houseRules = {
  title: (site: string) => `House rules of ${site}`,
  version: (version: number, from: string) => `Version ${version}, from ${from}.`,
  accept: 'Accept and go on',
  acceptAndBook: 'Accept and book',
  read: 'Read the house rules',
  accepted: (on: string) => `You accepted them on ${on}.`,
  notYet: 'You’ll be asked to accept them with your next booking.',
} as const
