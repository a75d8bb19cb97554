import { useEffect, useState } from 'react'

const QUIET_MS = 5_000

/** Whether the line has been away for so long that people should know. */
export function useLineLost(connected: boolean | null): boolean {
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (connected !== false) return setLost(false)
    const timer = setTimeout(() => setLost(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [connected])
  return lost
}
