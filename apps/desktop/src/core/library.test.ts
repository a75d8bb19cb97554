import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLibrary } from './library.ts'

test('an answer in the language of before never replaces the one that was asked for anew', async () => {
  const data = await mkdtemp(join(tmpdir(), 'kettle-library-'))
  try {
    const answers: PromiseWithResolvers<unknown[]>[] = []
    const store = {
      library: () => {
        const answer = Promise.withResolvers<unknown[]>()
        answers.push(answer)
        return answer.promise
      },
    }
    const session = { account: () => ({ server: 'http://store.test', user: { id: 'anna' } }), store: () => store }
    const library = createLibrary({
      ...{ places: { data, games: data }, clock: { now: () => 0 }, session, platform: 'linux' },
      ...{ channel: () => 'stable', changed: () => {} },
    } as unknown as Parameters<typeof createLibrary>[0])
    const item = (title: string) => ({
      ...{ game: { id: 'g', slug: 'g', title, shortDescription: '', cover: null, tags: [] }, builds: [] },
      ...{ acquiredAt: '', playtimeSeconds: 0, lastPlayedAt: null },
    })
    const titles = () => library.view().games.map(({ title }) => title)
    const before = library.refresh()
    const shared = library.refresh()
    expect(answers).toHaveLength(1)
    const anew = library.refresh({ anew: true })
    expect(answers).toHaveLength(2)
    answers[1]?.resolve([item('Карта врёт')])
    await anew
    expect([titles(), library.view().refreshing]).toEqual([['Карта врёт'], false])
    answers[0]?.resolve([item('The Map Lies')])
    await Promise.all([before, shared])
    expect(titles()).toEqual(['Карта врёт'])
  } finally {
    await rm(data, { recursive: true, force: true })
  }
})
