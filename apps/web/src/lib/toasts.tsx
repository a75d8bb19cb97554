import { type Toast, ToastList } from '@kettle/ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Say = (tone: Toast['tone'], text: string) => void

const shownForMs = 6000
const SayContext = createContext<Say>(() => {})

/** Holds the short messages of the app; `useToast` adds one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const dismiss = useCallback((id: string) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const say = useCallback<Say>(
    (tone, text) => {
      const id = `${performance.now()}`
      setToasts((all) => [...all.slice(-2), { id, tone, text }])
      setTimeout(() => dismiss(id), shownForMs)
    },
    [dismiss],
  )
  return (
    <SayContext value={say}>
      {children}
      <ToastList toasts={toasts} onDismiss={dismiss} />
    </SayContext>
  )
}

/** Says something short at the edge of the screen. */
export function useToast(): Say {
  return useContext(SayContext)
}
