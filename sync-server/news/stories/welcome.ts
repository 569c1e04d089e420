/** The first letter. The code of the network is a tap away, behind the door, and in it only where the location wants that. */
import { rulesInForce } from '../../../domain/sites/house-rules.ts'
import { english } from '../../../domain/words/words.ts'
import { signInAddress } from '../../mail/sign-in-address.ts'
import { findAccess } from '../access-routes.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

export async function storyOfWelcome(context: StoryContext): Promise<Story> {
  const { reader, member, catalogue, url, now } = context
  const access = await findAccess(reader, catalogue.site.id)
  const rules = rulesInForce(catalogue, now)
  const network = access?.network ?? ''
  const code = access?.isMailed === true ? access.code : ''
  return {
    ...plain,
    values: {},
    facts: [
      [said.firstSteps, said.steps.map((step, index) => `${index + 1}. ${step}`).join('\n')],
      ...(network === '' ? [] : [[said.network, network] as const]),
      ...(code === '' ? [] : [[said.networkCode, code] as const]),
      ...(rules === null ? [] : ([[said.houseRules, rules.text]] as const)),
    ],
    action: { label: said.signIn, url: signInAddress(url, member.email) },
    also: network === '' ? null : { label: said.showCode, url: `${url}/me?show=codes#codes` },
  }
}
