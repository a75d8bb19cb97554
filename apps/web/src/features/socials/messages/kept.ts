/** What this tab keeps over a reload; where storage is forbidden it keeps nothing and nothing breaks. */
export function keep(key: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(key, value)
    else sessionStorage.removeItem(key)
  } catch {}
}

/** What was kept under this key, or nothing. */
export function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
