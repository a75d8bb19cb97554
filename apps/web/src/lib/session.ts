import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { failureOf } from './errors.ts'
import { currentLanguage, showLanguage } from './i18n.ts'
import { type Answers, queryClient, trpcClient } from './trpc.ts'

export type User = Answers['auth']['me']

/** Who is logged in; null for a guest. A store that doesn't answer leaves the question open (an error). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<User | null> => {
    try {
      return await trpcClient.auth.me.query()
    } catch (error) {
      if (failureOf(error).reason === 'NOT_SIGNED_IN') return null
      throw error
    }
  },
})

/** The user on screen, and whether we know yet. */
export function useSession(): { user: User | null; known: boolean } {
  const session = useQuery(sessionQuery)
  return { user: session.data ?? null, known: session.isFetched }
}

/** Says who is logged in from now on. Everything on screen is asked for anew: prices, rows and libraries are personal. */
export async function setSession(user: User | null): Promise<void> {
  queryClient.setQueryData(sessionQuery.queryKey, user)
  if (user && user.locale !== currentLanguage())
    await trpcClient.auth.updateProfile.mutate({ locale: currentLanguage() }).catch(() => {})
  const personal = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== 'session' }
  if (user) await queryClient.invalidateQueries(personal)
  else queryClient.removeQueries(personal)
}

/** Changes the language here and, for a user, in the profile; texts of the store come back in it. */
export function useLanguageChoice(): (language: 'en' | 'ru') => Promise<void> {
  const client = useQueryClient()
  const { user } = useSession()
  return async (language) => {
    await showLanguage(language)
    if (user) {
      trpcClient.auth.updateProfile
        .mutate({ locale: language })
        .then((profile) => client.setQueryData(sessionQuery.queryKey, profile))
        .catch(() => {})
    }
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  }
}
