// `with-known-settings.ts PROGRAM ...` warns of settings that nobody knows, then runs the program in this process.
import { pathToFileURL } from 'node:url'
import { warnOfUnknownSettings } from '../apps/server/src/config-warnings.ts'

warnOfUnknownSettings()
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1] ?? '').href)
