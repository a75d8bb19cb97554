/** A field of one of the API's input schemas. */
interface TextSchema {
  safeParse: (text: string) => { error?: { issues: { message: string }[] } }
}

/** Why the store would not take a text, by the name of its sentence; null when it would. */
export function wrongText(schema: TextSchema, text: string): 'TEXT_REQUIRED' | 'TEXT_TOO_LONG' | null {
  const { error } = schema.safeParse(text)
  if (!error) return null
  return error.issues[0]?.message === 'TEXT_TOO_LONG' ? 'TEXT_TOO_LONG' : 'TEXT_REQUIRED'
}
