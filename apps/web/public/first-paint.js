// Keys as in src/lib/theme.ts and src/lib/i18n.ts. Storage may be forbidden; then the system decides.
try {
  const theme = localStorage.getItem('kettle-theme')
  const language = localStorage.getItem('kettle-language')
  if (theme) document.documentElement.dataset.theme = theme
  if (language) document.documentElement.lang = language
} catch {}
