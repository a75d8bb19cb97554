type Environment = Record<string, string | undefined>
interface Source {
  /** The `.env` file; the one in the project's root when none is named. */
  file?: string
  env?: Environment
}
export function readEnvFile(file?: string): { values: Record<string, string>; problems: string[] }
export function loadEnvironment(source?: Source): string[]
export function testEnvironment(source?: Source): Environment
export function enterTestEnvironment(source?: Source): void
