import type { PeopleStore } from './ports.ts'

interface Mark {
  readSeq: number
  deliveredSeq: number
}

/** Says how far the player has received and read each conversation; what could not be said is said with the next word. */
export interface Marks {
  delivered(userId: string, seq: number): void
  read(userId: string, seq: number): void
  /** Says what was not said yet; resolves when all of it is tried. Never rejects. */
  flush(): Promise<void>
  /** How far the player has read what the store doesn't know of yet. */
  unsaid(): [userId: string, readSeq: number][]
}

/** One word at a time for each conversation, and never one that says no more than those before. */
export function createMarks(say: PeopleStore['mark']): Marks {
  const wanted = new Map<string, Mark>()
  const said = new Map<string, Mark>()
  const busy = new Map<string, Promise<void>>()

  const isNews = (userId: string): boolean => {
    const [now, before] = [wanted.get(userId), said.get(userId)]
    if (!now) return false
    return now.readSeq > (before?.readSeq ?? 0) || now.deliveredSeq > (before?.deliveredSeq ?? 0)
  }
  const talk = async (userId: string): Promise<void> => {
    while (isNews(userId)) {
      const mark = wanted.get(userId) as Mark
      try {
        await say({ userId, ...mark })
        said.set(userId, mark)
      } catch {
        return
      }
    }
  }
  const start = (userId: string): Promise<void> => {
    const going = busy.get(userId) ?? talk(userId).finally(() => busy.delete(userId))
    busy.set(userId, going)
    return going
  }
  const want = (userId: string, mark: Mark): void => {
    const before = wanted.get(userId) ?? { readSeq: 0, deliveredSeq: 0 }
    wanted.set(userId, {
      readSeq: Math.max(before.readSeq, mark.readSeq),
      deliveredSeq: Math.max(before.deliveredSeq, mark.deliveredSeq),
    })
    if (isNews(userId)) void start(userId)
  }
  return {
    delivered: (userId, seq) => want(userId, { readSeq: 0, deliveredSeq: seq }),
    read: (userId, seq) => want(userId, { readSeq: seq, deliveredSeq: seq }),
    async flush() {
      await Promise.all([...wanted.keys()].filter(isNews).map(start))
    },
    unsaid: () =>
      [...wanted]
        .filter(([userId, { readSeq }]) => readSeq > (said.get(userId)?.readSeq ?? 0))
        .map(([userId, { readSeq }]) => [userId, readSeq]),
  }
}
