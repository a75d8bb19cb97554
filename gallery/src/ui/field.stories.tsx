import {
  CheckField,
  CodeField,
  PasswordField,
  Select,
  SelectField,
  StrengthMeter,
  TextArea,
  TextField,
} from '@kettle/ui'
import { useState } from 'react'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

const longError = () =>
  text(
    'This can’t be right, and what is wrong with it takes longer to say than the field is wide on a phone.',
    'Так не получится, а объяснение, почему именно не получится, длиннее, чем поле на экране телефона.',
  )
const options = () => [
  { value: 'popular', label: text('Popular first', 'По популярности') },
  { value: 'new', label: text('New first', 'Сначала новые') },
  { value: 'price', label: text('Cheapest first', 'Сначала дешёвые') },
]

export const Text = {
  render: () => (
    <Sheet>
      <TextField label={text('Name', 'Имя')} />
      <TextField label={text('Email', 'Почта')} hint={text('Never shown to others.', 'Другим её не видно.')} />
      <TextField label={text('Title', 'Название')} defaultValue="Harbour Cats" error={longError()} />
      <TextField label={text('Address', 'Адрес')} defaultValue="harbour-cats" disabled />
      <TextArea label={text('Description', 'Описание')} hint={text('In a few words.', 'В нескольких словах.')} />
      <TextArea label={text('Why', 'Почему')} error={longError()} />
    </Sheet>
  ),
}

export const Password = {
  render: () => (
    <Sheet>
      <PasswordField label={text('Password', 'Пароль')} defaultValue="copper kettle" />
      <PasswordField label={text('New password', 'Новый пароль')} error={longError()} />
      {([undefined, 0, 1, 2, 3, 4] as const).map((score) => (
        <StrengthMeter key={String(score)} score={score} />
      ))}
    </Sheet>
  ),
}

function Code({ error }: { error?: string }) {
  const [code, setCode] = useState('')
  return <CodeField label={text('Code', 'Код')} length={8} value={code} onChange={setCode} error={error} />
}

export const OneTimeCode = {
  render: () => (
    <Sheet>
      <Code />
    </Sheet>
  ),
}

export const OneTimeCodeWrong = {
  render: () => (
    <Sheet>
      <Code error={longError()} />
    </Sheet>
  ),
}

function Choice() {
  const [sort, setSort] = useState('popular')
  return (
    <>
      <Select label={text('Order', 'Порядок')} value={sort} options={options()} onChange={setSort} />
      <p>{sort}</p>
    </>
  )
}

export const Choices = {
  render: () => (
    <Sheet>
      <Choice />
      <SelectField label={text('Language', 'Язык')} options={options()} value="new" onChange={() => {}} />
      <SelectField
        label={text('Platform', 'Платформа')}
        options={options()}
        value="new"
        onChange={() => {}}
        error={longError()}
      />
      <CheckField label={text('I keep them in a safe place.', 'Коды сохранены в надёжном месте.')} />
      <CheckField label={longError()} defaultChecked />
      <CheckField label={text('On sale', 'Со скидкой')} error={longError()} />
      <CheckField label={text('Not now', 'Не сейчас')} disabled />
    </Sheet>
  ),
}
