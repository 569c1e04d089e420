/** What partners around Harbour Loft give: coffee to everybody, and a gym to those who have a desk of their own. */
import { type Perk, savePerk } from '../../community/perks/perk.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'

export function samplePerks({ site, tiers }: Catalogue, today: LocalDate): readonly Perk[] {
  const dedicated = tiers.filter(({ kinds }) => kinds.includes('dedicated-desk'))
  const texts = [
    {
      ...{ id: toId('perk', 'prk_coffee'), title: 'Coffee at Elbkante', code: 'LOFT-COFFEE' },
      ...{ text: 'A third off every filter coffee, across the bridge.', link: '' },
      ...{ tierIds: [], from: today, until: null, usesMax: null },
    },
    {
      ...{ id: toId('perk', 'prk_climbing'), title: 'Climbing hall', code: 'HARBOUR-UP' },
      ...{ text: 'Three visits, shoes included.', link: 'https://climbing.example/loft' },
      ...{ tierIds: dedicated.map(({ id }) => id), from: today, until: addDays(today, 60) },
      usesMax: 3,
    },
  ]
  return texts.map((text) => {
    const decision = savePerk(site.id, text, 0, [], today)
    if (decision.kind === 'refused') throw new Error(`Broken sample: ${decision.refusal.reason}`)
    return decision.perk
  })
}
