/** The addresses by which a browser on this machine reaches a port. */
export const loopbackOrigins = (port: number): string[] => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
