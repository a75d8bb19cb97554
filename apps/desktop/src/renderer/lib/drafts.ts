/** What was begun to be written, by account and person, until the launcher's page is closed. */
const drafts = new Map<string, string>()

/** The draft of what an account writes to somebody; nobody else at this computer sees it. */
export function draftTo(account: string | null, userId: string): { read(): string; write(text: string): void } {
  const key = `${account} ${userId}`
  return {
    read: () => drafts.get(key) ?? '',
    write: (text) => void drafts.set(key, text),
  }
}
