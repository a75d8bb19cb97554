import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { failureOf } from './errors.ts'
import { chooseLanguage, currentLanguage, type Language, languageWasChosen, showLanguage } from './i18n.ts'
import { type Answers, queryClient, trpcClient } from './trpc.ts'

export type User = NonNullable<Answers['auth']['me']>

/** How often this page has been told who is logged in. */
let told = 0

/** Who is logged in; null for a guest. A store that doesn't answer leaves the question open (an error). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<User | null> => {
    const before = told
    const user = await trpcClient.auth.me.query()
    if (told === before && user && (await speakTo(user))) await askAnew()
    // What was asked before somebody logged in or out here says nothing of who is there now.
    return told === before ? user : (queryClient.getQueryData<User | null>(['session']) ?? null)
  },
})

/** A user is spoken to in the language of the profile, unless another was chosen in this browser; true where that is another. */
async function speakTo(user: User): Promise<boolean> {
  if (languageWasChosen() || user.locale === currentLanguage()) return false
  await showLanguage(user.locale)
  return true
}

/** All queries but the session's own: prices, rows and libraries are personal, and the store's texts are in one language. */
const personal = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== 'session' }

/**
 * Asks for everything anew, also for what a page has begun to fetch and nobody looks at yet. What is on its way was asked in another
 * language or by somebody else, and who asks meanwhile would be given that answer: so it is dropped first.
 */
async function askAnew(): Promise<void> {
  await queryClient.cancelQueries(personal)
  await queryClient.invalidateQueries({ ...personal, refetchType: 'all' })
}

/** The user on screen, and whether we know yet. */
export function useSession(): { user: User | null; known: boolean } {
  const session = useQuery(sessionQuery)
  return { user: session.data ?? null, known: session.isFetched }
}

/** Says who is logged in from now on; everything on screen is asked for anew. */
export async function setSession(user: User | null): Promise<void> {
  told++
  queryClient.setQueryData(sessionQuery.queryKey, user)
  if (!user) return queryClient.removeQueries(personal)
  await speakTo(user)
  await askAnew()
}

/** Calls back when the server no longer knows a user who was logged in here: another tab logged out, or a device was revoked. */
export function onSessionLost(callback: () => void): void {
  lost = callback
  const notice = (error: unknown) => {
    if (failureOf(error).reason === 'NOT_SIGNED_IN') loseSession()
  }
  queryClient.getQueryCache().config.onError = notice
  queryClient.getMutationCache().config.onError = notice
}

let lost = () => {}

/** Does once what follows when the server no longer knows the user on screen. */
export function loseSession(): void {
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return
  queryClient.setQueryData(sessionQuery.queryKey, null)
  lost()
}

/** Changes the language here and, for a user, in the profile; texts of the store come back in it. */
export function useLanguageChoice(): (language: Language) => Promise<void> {
  const client = useQueryClient()
  const { user } = useSession()
  return async (language) => {
    await chooseLanguage(language)
    if (user) {
      const before = told
      trpcClient.auth.updateProfile
        .mutate({ locale: language })
        .then((profile) => told === before && client.setQueryData(sessionQuery.queryKey, profile))
        .catch(() => {})
    }
    await askAnew()
  }
}
