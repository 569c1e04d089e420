/** Hands a file that was made on this device to its browser, which keeps it where downloads are kept. */
export function handFile(name: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
