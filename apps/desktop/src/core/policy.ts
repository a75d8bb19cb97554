/** The renderer's content security policy: its own files, nothing of anybody else's. */
export const rendererPolicy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'"],
  ...["frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/**
 * An html game's policy: it may run whatever it brings and reach nothing but its own files at `home`. `sandboxed` also
 * takes its origin away, for games that share one with the launcher.
 */
export function gamePolicy(home: string, { sandboxed }: { sandboxed: boolean }): string {
  return [
    ...(sandboxed ? ['sandbox allow-scripts allow-pointer-lock'] : []),
    `default-src ${home} 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:`,
    ...["base-uri 'none'", "form-action 'none'", "object-src 'none'"],
  ].join('; ')
}
