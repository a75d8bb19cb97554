/** A key that names one intention to pay. randomUUID is missing on plain http, where a store on a home network lives. */
export function newIdempotencyKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
