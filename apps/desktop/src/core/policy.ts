/** The renderer's content security policy: its own files, nothing of anybody else's. */
export const rendererPolicy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'"],
  ...["frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/**
 * An html game's policy: it may run whatever it brings and reach nothing but its own files at `home`. `sandboxed` also
 * takes its origin away, for games that share one with the launcher. `type` is that of the file: pages within the page are
 * html files of the game, which `guardPage` has prepared.
 */
export function gamePolicy(home: string, { sandboxed, type }: { sandboxed: boolean; type: string }): string {
  const isPage = type.startsWith('text/html')
  // A drawing opened as a page would run scripts that nobody has prepared.
  const isDrawing = type.startsWith('image/')
  return [
    ...(isDrawing ? ['sandbox'] : sandboxed ? ['sandbox allow-scripts allow-pointer-lock'] : []),
    `default-src ${home} 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' data: blob:`,
    ...["base-uri 'none'", "form-action 'none'", "object-src 'none'", `frame-src ${home}`],
    ...(isPage ? ["require-trusted-types-for 'script'", 'trusted-types default'] : []),
  ].join('; ')
}
