import { Button, type Toast, ToastList } from '@kettle/ui'
import { useState } from 'react'
import { ToastProvider, useToast } from '../../../apps/web/src/lib/toasts.tsx'
import { press, see } from '../host/steps.ts'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

const toasts = (): Toast[] => [
  { id: '1', tone: 'good', text: text('Saved', 'Сохранено') },
  {
    id: '2',
    tone: 'bad',
    text: text(
      'The store can’t be reached at the moment, and what you wrote is kept until it can be, for as long as this page is open.',
      'Магазин сейчас недоступен; написанное сохранится, пока открыта эта страница, и будет отправлено, как только он появится.',
    ),
  },
  { id: '3', tone: 'good', text: text('Mara wrote to you', 'Марина написала вам'), href: '#messages' },
]

function Example() {
  const [shown, setShown] = useState(toasts)
  return (
    <Sheet>
      <ToastList toasts={shown} onDismiss={(id) => setShown((all) => all.filter((toast) => toast.id !== id))} />
    </Sheet>
  )
}

export const List = { render: () => <Example /> }

function Sayer() {
  const say = useToast()
  return (
    <Sheet>
      <Button onClick={() => say('good', text('Saved', 'Сохранено'))}>{text('Save', 'Сохранить')}</Button>
    </Sheet>
  )
}

/** As the web shows and takes them away. */
export const OnTime = {
  render: () => (
    <ToastProvider>
      <Sayer />
    </ToastProvider>
  ),
  play: async () => {
    await press(['Save', 'Сохранить'])
    await see(['Saved', 'Сохранено'])
  },
}
