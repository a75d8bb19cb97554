export const friendSections = ['requests', 'find', 'news', 'blocked'] as const
export type FriendsSearch = { section?: (typeof friendSections)[number] }

/** The part of the friends' page that the address names; without one it is the friends themselves. */
export function readFriendsSearch(search: Record<string, unknown>): FriendsSearch {
  return { section: friendSections.find((section) => section === search.section) }
}
