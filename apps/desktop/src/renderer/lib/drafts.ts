/** What was begun to be written, by person, until the launcher's page is closed. */
const drafts = new Map<string, string>()

/** The draft of what is written to somebody. */
export function draftTo(userId: string): { read(): string; write(text: string): void } {
  return {
    read: () => drafts.get(userId) ?? '',
    write: (text) => void drafts.set(userId, text),
  }
}
