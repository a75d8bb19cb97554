import { useEffect, useState } from 'react'

/** Whole seconds until a moment (milliseconds since 1970), anew each second; 0 once it has passed, undefined without one. */
export function useCountdown(until: number | undefined): number | undefined {
  const [now, setNow] = useState(Date.now)
  const left = until === undefined ? undefined : Math.max(0, Math.ceil((until - now) / 1000))
  const running = left !== undefined && left > 0
  useEffect(() => {
    setNow(Date.now())
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running, until])
  return left
}
