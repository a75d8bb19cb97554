import { IconButton, Menu, MenuAction, MenuLink, SearchIcon } from '@kettle/ui'
import { useState } from 'react'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

function Example({ open = false }: { open?: boolean }) {
  const [chosen, setChosen] = useState('')
  return (
    <Sheet>
      <Menu
        defaultOpen={open}
        heading={<span className="font-semibold">{text('Robin Reed', 'Анна Сергеевна')}</span>}
        trigger={
          <IconButton label={text('Account', 'Аккаунт')}>
            <SearchIcon />
          </IconButton>
        }
      >
        <MenuLink>
          <a href="#library">{text('Library', 'Библиотека')}</a>
        </MenuLink>
        <MenuAction onSelect={() => setChosen('wallet')}>{text('Wallet', 'Кошелёк')}</MenuAction>
        <MenuAction onSelect={() => setChosen('logout')}>{text('Log out', 'Выйти')}</MenuAction>
      </Menu>
      <output>{chosen}</output>
    </Sheet>
  )
}

export const Closed = { render: () => <Example /> }

export const Open = { render: () => <Example open /> }
