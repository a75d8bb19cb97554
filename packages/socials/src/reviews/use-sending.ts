import { useRef, useState } from 'react'

/** Turns what an app's calls throw into a sentence in the reader's language. */
export type Explain = (error: unknown) => string

/** One try at a time, however quickly a button is pressed twice; why the last one failed stands in `problem`. */
export function useSending(explain: Explain): {
  busy: boolean
  problem: string | null
  send: (doing: () => Promise<unknown>) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ error: unknown } | null>(null)
  const underWay = useRef(false)
  return {
    busy,
    problem: failed && explain(failed.error),
    async send(doing) {
      if (underWay.current) return
      underWay.current = true
      setBusy(true)
      setFailed(null)
      try {
        await doing()
      } catch (error) {
        setFailed({ error })
      } finally {
        underWay.current = false
        setBusy(false)
      }
    },
  }
}
