/** Put in by the build: the version of package.json. */
declare const __APP_VERSION__: string
/** Where the built app has what reads scanned pages of a PDF: see `scripts/pdf-decoders.ts`. */
declare const __PDF_DECODERS__: string
