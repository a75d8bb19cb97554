import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FriendLists, ThreadPage, Unsent } from '@kettle/socials/live'
import { z } from 'zod'
import { type JsonFile, jsonFile } from '../json-file.ts'
import type { Places } from '../ports.ts'

const keptSchema = z.object({
  refreshedAt: z.string(),
  lists: z.custom<FriendLists>((value) => typeof value === 'object' && value !== null && 'friends' in value),
  threads: z.custom<ThreadPage>((value) => typeof value === 'object' && value !== null && 'items' in value),
})
/** Friends and conversations as of the last time, so that they are there at once, and offline. */
export type KeptPeople = z.infer<typeof keptSchema>

const unsentSchema = z.array(
  z.object({
    ...{ clientId: z.string(), userId: z.string(), text: z.string(), writtenAt: z.string() },
    ...{ state: z.enum(['sending', 'waiting', 'failed']), failure: z.string().nullable() },
  }),
)

/** What is kept on this computer for one account. */
export interface PeopleFiles {
  people: JsonFile<KeptPeople>
  unsent: JsonFile<Unsent[]>
}

export function peopleFiles(places: Places, account: { server: string; user: { id: string } }): PeopleFiles {
  const name = createHash('sha256').update(`${account.server} ${account.user.id}`).digest('hex').slice(0, 16)
  return {
    people: jsonFile(join(places.data, 'people', `${name}.json`), keptSchema),
    unsent: jsonFile(join(places.data, 'people', `${name}-unsent.json`), unsentSchema),
  }
}
