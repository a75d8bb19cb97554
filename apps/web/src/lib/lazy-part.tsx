import { Dialog } from '@kettle/ui'
import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from './failed.tsx'
import { reloadIfStale } from './stale-build.ts'

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>

type Part<Props> = { Component?: ComponentType<Props>; error?: unknown; retry: () => void }

/**
 * Makes a hook that fetches the code of a part of a page when it is first shown. React's own `lazy` would throw where the code does not
 * come, which takes the whole page away.
 */
function partOf<Props>(load: Load<Props>): () => Part<Props> {
  let loaded: ComponentType<Props> | undefined
  return () => {
    const [state, setState] = useState<Omit<Part<Props>, 'retry'>>({ Component: loaded })
    const [tries, setTries] = useState(0)
    useEffect(() => {
      if (loaded) return
      let isShown = true
      const show = (now: typeof state) => isShown && setState(now)
      load().then(
        (module) => {
          loaded = module.default
          show({ Component: loaded })
        },
        async (error: unknown) => {
          if (await reloadIfStale()) return
          // Some browsers remember that code did not come, and fetch it by a new visit only.
          if (tries > 0 && navigator.onLine) location.reload()
          show({ error })
        },
      )
      return () => {
        isShown = false
      }
    }, [tries])
    const retry = () => {
      setState({})
      setTries((number) => number + 1)
    }
    return { ...state, retry }
  }
}

/** A dialog whose code comes when it is first opened; where it does not come a dialog says so, and the page below stays. */
export function lazyDialog<Props extends { onClose: (...answer: never[]) => void }>(
  load: Load<Props>,
): ComponentType<Props> {
  const usePart = partOf(load)
  return function LazyDialog(props: Props) {
    const { t } = useTranslation()
    const { Component, error, retry } = usePart()
    // Its words may still have to come.
    if (Component)
      return (
        <Suspense>
          <Component {...props} />
        </Suspense>
      )
    if (error === undefined) return null
    // Closed without an answer: nothing was done in it.
    const close = props.onClose as () => void
    return (
      <Dialog title={t('failed.title')} onClose={close}>
        <Failed title={t('failed.part')} error={error} onRetry={retry} />
      </Dialog>
    )
  }
}

/** A part that a page can do without: `instead` stands in its place until its code has come, and where it does not come. */
export function lazyAside<Props extends object>(load: Load<Props>): ComponentType<Props & { instead?: ReactNode }> {
  const usePart = partOf(load)
  return function LazyAside({ instead = null, ...props }: Props & { instead?: ReactNode }) {
    const { Component } = usePart()
    if (!Component) return instead
    return (
      <Suspense fallback={instead}>
        <Component {...(props as unknown as Props)} />
      </Suspense>
    )
  }
}
