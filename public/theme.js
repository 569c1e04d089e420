// Runs before the first paint, from a file of its own because the page allows no inline script.
try {
  const theme = localStorage.getItem('portal.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // No storage: the system's theme stands.
}
