import type { ReactRenderer } from '@storybook/react-vite'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import type { StoryAnnotations } from 'storybook/internal/types'
import { queryClient, trpc, trpcClient } from '../../../apps/web/src/lib/trpc.ts'
import { createStoreRouter } from '../../../apps/web/src/router.ts'
import { defaults } from '../fixtures/defaults.ts'
import type { Visitor } from '../fixtures/people.ts'
import { type Answers, answerWith, mergeAnswers } from './answers.ts'

/** The web as it is, at one address, over the story's fixtures. */
export function Screen({ path }: { path: string }) {
  const [router] = useState(() => createStoreRouter(createMemoryHistory({ initialEntries: [path] })))
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </trpc.Provider>
  )
}

type Story = StoryAnnotations<ReactRenderer>
type ScreenStory = {
  /** Where in the store. */
  path: string
  /** By whom it is seen; without it by a guest. */
  as?: Visitor
  /** What the store answers otherwise than `defaults`. */
  answers?: () => Answers
  /** Steps that lead to the state, such as opening a dialog. */
  play?: Story['play']
  /** The state is one of waiting: what is busy stays busy. */
  busy?: boolean
  /** The state is one that React and the router tell the console of. */
  logs?: boolean
}

/** A story of one screen in one state. */
export function screenStory({ path, as, answers = () => ({}), play, busy, logs }: ScreenStory): Story {
  return {
    render: () => <Screen path={path} />,
    beforeEach: () => {
      // Some of the screens read it where it stands in a browser.
      history.replaceState(null, '', new URL(path, location.origin).hash || location.pathname + location.search)
      answerWith(() => mergeAnswers(defaults(as), answers()))
    },
    parameters: { busy, logs },
    ...(play && { play }),
  }
}
