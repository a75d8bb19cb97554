import { Button, Dialog, TextField } from '@kettle/ui'
import { useState } from 'react'
import { press } from '../host/steps.ts'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

function Opener({ look, long = false }: { look?: 'box' | 'sheet'; long?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <Sheet>
      <Button onClick={() => setOpen(true)}>{text('Open', 'Открыть')}</Button>
      <Button look="secondary">{text('Behind', 'Позади')}</Button>
      {open && (
        <Dialog
          look={look}
          title={text('Return the game?', 'Вернуть игру?')}
          description={text('The money goes back the way it came.', 'Деньги вернутся тем же путём.')}
          onClose={() => setOpen(false)}
        >
          <TextField label={text('Why', 'Почему')} autoFocus />
          {long &&
            Array.from({ length: 30 }, (_, line) => (
              <p key={line}>{text('Long terms, read by few.', 'Длинные условия, которые мало кто читает.')}</p>
            ))}
          <Button onClick={() => setOpen(false)}>{text('Return it', 'Вернуть')}</Button>
        </Dialog>
      )}
    </Sheet>
  )
}

const open = () => press(['Open', 'Открыть'])

export const Closed = { render: () => <Opener /> }

export const Box = { render: () => <Opener />, play: open }

export const BottomSheet = { render: () => <Opener look="sheet" />, play: open }

export const Long = { render: () => <Opener long />, play: open }
