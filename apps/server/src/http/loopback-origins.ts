/** The addresses by which a browser on this machine reaches a port. */
export const loopbackOrigins = (port: number): string[] => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]

/**
 * The origins beside the public one from which the web app may be opened: in production none, else this machine and,
 * under `npm run dev`, where Vite shows it.
 */
export function otherOriginsOf(
  { production, http }: { production: boolean; http: { port: number } },
  devOrigins: string[],
): string[] {
  return production ? [] : [...loopbackOrigins(http.port), ...devOrigins]
}
