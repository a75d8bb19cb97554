/** A path of this site to go back to; anything that could lead elsewhere is dropped. */
export function returnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\p{Cc}]*$/u.test(value)) return undefined
  return value
}
