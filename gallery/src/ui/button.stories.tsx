import { Button, IconButton, SearchIcon } from '@kettle/ui'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

const long = () =>
  text(
    'A button whose label is far longer than anybody would wish for',
    'Кнопка, надпись на которой значительно длиннее, чем кому-либо хотелось бы',
  )
const looks = ['primary', 'secondary', 'quiet', 'danger'] as const

export const Looks = {
  render: () => (
    <Sheet>
      {looks.map((look) => (
        <div key={look} className="flex flex-wrap gap-3">
          <Button look={look}>{text('Buy', 'Купить')}</Button>
          <Button look={look} disabled>
            {text('Disabled', 'Недоступна')}
          </Button>
          <Button look={look} size="small">
            {text('Small', 'Маленькая')}
          </Button>
          <Button look={look} size="large">
            {text('Large', 'Большая')}
          </Button>
        </div>
      ))}
      <div className="bg-night p-4">
        <Button look="onNight">{text('On night', 'На тёмном')}</Button>
      </div>
      <IconButton label={text('Search', 'Поиск')}>
        <SearchIcon />
      </IconButton>
    </Sheet>
  ),
}

export const Busy = {
  parameters: { busy: true },
  render: () => (
    <Sheet>
      {looks.map((look) => (
        <Button key={look} look={look} busy>
          {text('Buy', 'Купить')}
        </Button>
      ))}
    </Sheet>
  ),
}

export const Long = {
  render: () => (
    <Sheet>
      {looks.map((look) => (
        <Button key={look} look={look}>
          {long()}
        </Button>
      ))}
      <Button wide size="large">
        {long()}
      </Button>
    </Sheet>
  ),
}
