import {
  type InfiniteData,
  keepPreviousData,
  notifyManager,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { BridgeError } from '../../shared/bridge.ts'
import type { StoreAnswer, StoreInput, StoreMutation, StoreQuery, StoreRequest } from '../../shared/store-requests.ts'
import { ask } from './launcher.ts'

const FRESH_MS = 30_000

// In the same moment, not in a task of its own: a box that was clicked would be drawn as it was before, and only then as it was clicked.
notifyManager.setScheduler(queueMicrotask)

/** What the store has answered, until the page is closed. Nothing is asked again by itself but what events make stale. */
export const storeClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** Asks the store through the launcher. @throws BridgeError with the reason */
export async function askStore<Path extends StoreRequest>(
  path: Path,
  input: StoreInput<Path>,
): Promise<StoreAnswer<Path>> {
  const answer = await ask('askStore', { path, input })
  if (!answer.ok) throw new BridgeError(answer.failure)
  return answer.value as StoreAnswer<Path>
}

/** What the store says of something. With `keepOld` another question leaves the old answer on screen until it is answered. */
export function useStore<Path extends StoreQuery>(
  path: Path,
  input: StoreInput<Path>,
  { enabled = true, keepOld = false }: { enabled?: boolean; keepOld?: boolean } = {},
): UseQueryResult<StoreAnswer<Path>, BridgeError> {
  return useQuery<StoreAnswer<Path>, BridgeError>({
    queryKey: [path, input],
    queryFn: () => askStore(path, input),
    ...(keepOld && { placeholderData: keepPreviousData<StoreAnswer<Path>> }),
    enabled,
  })
}

/** The queries that answer by pages. */
type Paged = {
  [Path in StoreQuery]: StoreAnswer<Path> extends { nextCursor: string | null } ? Path : never
}[StoreQuery]

/** A list of the store's, page by page. With `keepOld` another question leaves the old list on screen until it is answered. */
export function useStorePages<Path extends Paged>(
  path: Path,
  input: StoreInput<Path>,
  { enabled = true, keepOld = false }: { enabled?: boolean; keepOld?: boolean } = {},
): UseInfiniteQueryResult<InfiniteData<StoreAnswer<Path>, string | null>, BridgeError> {
  return useInfiniteQuery({
    queryKey: [path, input],
    queryFn: ({ pageParam }) => askStore(path, { ...input, cursor: pageParam } as StoreInput<Path>),
    initialPageParam: (input as { cursor?: string | null }).cursor ?? null,
    getNextPageParam: (page) => (page as { nextCursor: string | null }).nextCursor,
    ...(keepOld && { placeholderData: keepPreviousData }),
    enabled,
  })
}

/** Does something in the store; `stale` are the questions whose answers it changes. */
export function useStoreMutation<Path extends StoreMutation>(
  path: Path,
  { stale = [] }: { stale?: StoreQuery[] } = {},
): UseMutationResult<StoreAnswer<Path>, BridgeError, StoreInput<Path>> {
  return useMutation({
    mutationFn: (input: StoreInput<Path>) => askStore(path, input),
    onSuccess: () => Promise.all(stale.map((query) => storeClient.invalidateQueries({ queryKey: [query] }))),
  })
}

/** Where the launcher shows a picture of the store's games from, by the path that the store gave for it. */
export function gamePicture(path: string | null): string | null {
  return path && `pictures/games${path}`
}
