import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far below the window something begins to load. */
const NEAR = '600px'

/** Whether a place is, or was, nearly in sight; `sought` is for who came just for it: it is shown at once. */
export function useNear<Place extends HTMLElement>(sought: boolean): { place: RefObject<Place | null>; near: boolean } {
  const [near, setNear] = useState(sought)
  const place = useRef<Place>(null)
  useEffect(() => {
    if (!sought) return
    setNear(true)
    place.current?.scrollIntoView()
  }, [sought])
  useEffect(() => {
    const element = place.current
    if (!element) return
    const seen = (entries: IntersectionObserverEntry[]) =>
      entries.some(({ isIntersecting }) => isIntersecting) && setNear(true)
    const watch = new IntersectionObserver(seen, { rootMargin: NEAR })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { place, near }
}
