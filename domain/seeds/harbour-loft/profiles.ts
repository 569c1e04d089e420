/** What members of the sample say about themselves: some forty let themselves be found, each shows what they like, Hana has said nothing yet. */
import { emptyProfile, type Profile, type ProfilePart } from '../../community/profile.ts'
import { must } from '../../values/assert.ts'
import { members, type SampleMember } from './people.ts'

export interface SampleProfile {
  readonly memberId: SampleMember['id']
  readonly name: string
  readonly profile: Profile
}

interface Trade {
  readonly work: string
  readonly skills: readonly string[]
  readonly about: string
}

const trades: readonly Trade[] = [
  {
    work: 'Illustrator',
    skills: ['Illustration', 'Picture books', 'Murals'],
    about: 'I draw for magazines and for walls. Ask me about ink.',
  },
  {
    work: 'Web developer',
    skills: ['TypeScript', 'Accessibility', 'Maps'],
    about: 'I build web sites that work on old phones, too.',
  },
  {
    work: 'Translator',
    skills: ['Translation', 'Subtitles', 'Contracts'],
    about: 'From English and Polish into German, films before contracts.',
  },
  {
    work: 'Bookkeeper',
    skills: ['Bookkeeping', 'VAT', 'Start-ups'],
    about: 'I help founders to like their numbers.',
  },
  {
    work: 'Photographer',
    skills: ['Photography', 'Portraits', 'Harbours'],
    about: 'Portraits in daylight. There is a camera in my bag.',
  },
  {
    work: 'Architect',
    skills: ['Timber', 'Small houses', 'Drawing by hand'],
    about: 'Small houses of wood, and what is left of large ones.',
  },
  {
    work: 'Sound designer',
    skills: ['Sound design', 'Podcasts', 'Accordion'],
    about: 'I make radio plays sound like rain.',
  },
]

const tongues = ['Deutsch', 'English', 'Polski', 'Français', 'Türkçe'] as const

/** Which of the parts the member of that number shows. */
function shownBy(index: number): readonly ProfilePart[] {
  const parts: readonly ProfilePart[] = ['company', 'about', 'languages', 'email', 'links']
  return ['name', 'work', 'skills', ...parts.filter((_, part) => (index + part) % 3 !== 0)]
}

function profileOf({ name, email }: SampleMember, index: number): Profile {
  const { work, skills, about } = must(trades[index % trades.length], 'within the list')
  const company = `${name.split(' ').at(-1)} Studio`
  const host = email.slice(0, email.indexOf('@'))
  return {
    ...emptyProfile,
    ...{ work, skills, about, company, email, phone: `+49 40 555 01${10 + (index % 90)}` },
    languages: tongues.filter((_, tongue) => tongue === 1 || tongue === index % tongues.length),
    links: [`https://${host}.example`],
    shown: shownBy(index),
  }
}

export const sampleProfiles: readonly SampleProfile[] = members
  .filter(({ id }, index) => id !== 'mem_hana' && index % 3 !== 2)
  .map((member, index) => ({
    ...{ memberId: member.id, name: member.name, profile: profileOf(member, index) },
  }))
