/**
 * What members say about themselves. It is the one thing here that they write as a document and not as wishes, from all of their devices
 * at once: a value a key, so that two fields changed apart both stay, and of one field the later word.
 */

/** What is one line of text. */
export const profileFields = ['name', 'company', 'work', 'email', 'phone', 'photo'] as const
export type ProfileField = (typeof profileFields)[number]

/** What is several short texts; each is a key of its own, so that two that were added apart both stay. */
export const profileLists = ['skills', 'languages', 'links'] as const
export type ProfileList = (typeof profileLists)[number]

/** What members show or hide by itself. Who does not show their name is not in the directory at all. */
export const profileParts = [...profileFields, 'about', ...profileLists] as const
export type ProfilePart = (typeof profileParts)[number]

export interface Profile extends Readonly<Record<ProfileField | 'about', string>> {
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Addresses on the web, http or https. */
  readonly links: readonly string[]
  /** What the other members of their locations may see; nothing is shown before it was said. */
  readonly shown: readonly ProfilePart[]
}

/** `photo` is `<site>/<hash>`: where the picture is kept. Empty: none. */
export const emptyProfile: Profile = {
  ...{ name: '', company: '', work: '', email: '', phone: '', photo: '', about: '' },
  ...{ skills: [], languages: [], links: [], shown: [] },
}

/**
 * The roots of the document `profile/<member>`: maps from a key to a value, and the list of the words of `about`, so that two devices that
 * wrote in different places of it offline both find their words.
 */
export const profileMaps = ['fields', 'shown', ...profileLists] as const
export type ProfileMap = (typeof profileMaps)[number]
export const aboutRoot = 'about'

/** The document as plain values. */
export interface PlainProfile extends Readonly<Record<ProfileMap, unknown>> {
  readonly about: unknown
}

/** One change that a device makes to it. */
export type ProfileEdit =
  | { readonly kind: 'field'; readonly field: ProfileField; readonly value: string }
  /** `from` is what stood there when somebody began to type: what others write meanwhile stays. */
  | { readonly kind: 'about'; readonly text: string; readonly from?: string }
  | { readonly kind: 'add' | 'remove'; readonly list: ProfileList; readonly value: string }
  | { readonly kind: 'show'; readonly part: ProfilePart; readonly isShown: boolean }
