/** Pictures of places. */
export const photos = {
  title: 'Pictures',
  add: 'Add a picture',
  alt: 'What there is to see',
  altHint: 'Read out to those who don’t see it: “Four desks at a window over the harbour”.',
  removed: 'Picture removed.',
  removeNamed: (alt: string) => (alt === '' ? 'Remove the picture' : `Remove the picture: ${alt}`),
  sending: 'Sending the picture…',
  enough: (most: number) => `${most} pictures are enough. Remove one to add another.`,
  failed: 'The picture could not be sent. Try again with a connection.',
  problems: {
    'too-large': 'The picture is larger than 10 MB. Make it smaller.',
    'not-a-picture': 'Only PNG, JPEG and WebP pictures can be added.',
    'too-many-pixels': 'The picture has too many pixels. Make it smaller.',
    'too-small': 'The picture is too small to see anything on it.',
    unreadable: 'The picture is damaged and cannot be read.',
    busy: 'Other pictures are being read. Try again in a moment.',
    'too-many': 'The location has too many pictures. Remove some.',
    'not-allowed': 'Only managers of this location may add pictures.',
  },
} as const
