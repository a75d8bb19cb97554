/** What the browser remembers for us; where storage is forbidden it remembers nothing and nothing breaks. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {}
}

/** What was remembered under this key, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
