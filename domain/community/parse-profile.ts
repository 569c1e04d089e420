/** The one door for profiles, on both sides: what a device may write is what the space accepts. */
import { isPhotoHash } from '../sites/photo.ts'
import { isId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { cleanLine, cleanLines } from './clean-text.ts'
import {
  type PlainProfile,
  type Profile,
  type ProfileEdit,
  type ProfileField,
  type ProfileList,
  type ProfilePart,
  profileFields,
  profileLists,
  profileParts,
} from './profile.ts'

const lengthMax: Readonly<Record<Exclude<ProfileField, 'photo'> | ProfileList, number>> = {
  name: limits.settingNameLengthMax,
  company: limits.profileLineLengthMax,
  work: limits.profileLineLengthMax,
  email: limits.emailLengthMax,
  phone: limits.phoneLengthMax,
  skills: limits.tagLengthMax,
  languages: limits.tagLengthMax,
  links: limits.linkLengthMax,
}

const countMax: Readonly<Record<ProfileList, number>> = {
  skills: limits.skillsMax,
  languages: limits.languagesMax,
  links: limits.linksMax,
}

/** Null where any of it is not what a profile says. */
export function parseProfile(plain: PlainProfile): Profile | null {
  const fields = parseFields(plain.fields)
  const about = parseAbout(plain.about)
  const shown = parseShown(plain.shown)
  const [skills, languages, links] = profileLists.map((list) => parseList(list, plain[list]))
  if (fields === null || about === null || shown === null) return null
  if (!skills || !languages || !links) return null
  return { ...fields, about, shown, skills, languages, links }
}

/** An edit as it may be written: trimmed and cut; null where there is nothing of that kind to write. */
export function cleanEdit(edit: ProfileEdit): ProfileEdit | null {
  switch (edit.kind) {
    case 'field': {
      const value =
        edit.field === 'photo' ? edit.value : cleanLine(edit.value, lengthMax[edit.field])
      return isField(edit.field, value) ? { ...edit, value } : null
    }
    case 'about':
      return { ...edit, text: cleanAbout(edit.text) }
    case 'add': {
      const value = cleanLine(edit.value, lengthMax[edit.list])
      return isListed(edit.list, value) ? { ...edit, value } : null
    }
    case 'remove':
    case 'show':
      return edit
  }
}

export function cleanAbout(text: string): string {
  return cleanLines(text, limits.aboutLengthMax)
}

/** Room for one more. */
export function hasRoom(profile: Profile, list: ProfileList): boolean {
  return profile[list].length < countMax[list]
}

/** An address on the web as somebody types it: without a scheme it is https. Null where it is none. */
export function readLink(typed: string): string | null {
  const text = cleanLine(typed, limits.linkLengthMax)
  const link =
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`
  return isLink(link) ? link : null
}

/** http or https, a host with a dot, no name or password in front of it. */
const linkShape = /^https?:\/\/[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d{1,5})?([/?#][^\s<>"'`\\]*)?$/iu

function isLink(text: string): boolean {
  return text.length <= limits.linkLengthMax && linkShape.test(text)
}

const emailShape = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/
const phoneShape = /^\+?[\d\s()./-]*$/

function isField(field: ProfileField, value: string): boolean {
  if (value === '') return true
  if (field === 'photo') return isPhoto(value)
  if (value !== cleanLine(value, lengthMax[field])) return false
  if (field === 'email') return emailShape.test(value)
  return field !== 'phone' || phoneShape.test(value)
}

function isPhoto(value: string): boolean {
  const [siteId, hash, ...rest] = value.split('/')
  return rest.length === 0 && isId('site', siteId) && hash !== undefined && isPhotoHash(hash)
}

function isListed(list: ProfileList, value: string): boolean {
  if (value === '' || value !== cleanLine(value, lengthMax[list])) return false
  return list !== 'links' || isLink(value)
}

type Fields = Readonly<Record<ProfileField, string>>

function parseFields(plain: unknown): Fields | null {
  const entries = entriesOf(plain)
  if (entries === null) return null
  const fields: Record<ProfileField, string> = {
    ...{ name: '', company: '', work: '', email: '', phone: '', photo: '' },
  }
  for (const [key, value] of entries) {
    const field = profileFields.find((one) => one === key)
    if (field === undefined || typeof value !== 'string' || !isField(field, value)) return null
    fields[field] = value
  }
  return fields
}

function parseAbout(plain: unknown): string | null {
  if (!Array.isArray(plain) || !plain.every((word) => typeof word === 'string')) return null
  const text = plain.join('')
  // Two devices may have filled it apart: what is too much is kept to itself, not refused.
  if (text.length > 2 * limits.aboutLengthMax || text !== cleanLines(text, text.length)) return null
  return cleanLines(text, limits.aboutLengthMax)
}

function parseShown(plain: unknown): readonly ProfilePart[] | null {
  const entries = entriesOf(plain)
  if (entries === null) return null
  const isKnown = ([key, value]: readonly [string, unknown]) =>
    profileParts.some((one) => one === key) && typeof value === 'boolean'
  if (!entries.every(isKnown)) return null
  const shown = new Set(entries.filter(([, value]) => value === true).map(([key]) => key))
  return profileParts.filter((part) => shown.has(part))
}

/** In the order of the alphabet, which is the same on all devices. What was added twice apart is there once. */
function parseList(list: ProfileList, plain: unknown): readonly string[] | null {
  const entries = entriesOf(plain)
  // As with `about`: twice as many may have come together from two devices.
  if (entries === null || entries.length > 2 * countMax[list]) return null
  if (!entries.every(([key, value]) => value === true && isListed(list, key))) return null
  const byName = new Map<string, string>()
  for (const [key] of entries) byName.set(list === 'links' ? key : key.toLowerCase(), key)
  return [...byName.keys()]
    .sort()
    .slice(0, countMax[list])
    .flatMap((name) => byName.get(name) ?? [])
}

function entriesOf(plain: unknown): readonly (readonly [string, unknown])[] | null {
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain)
    ? Object.entries(plain)
    : null
}
