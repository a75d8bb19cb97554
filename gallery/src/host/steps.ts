import { screen, userEvent, waitFor, within } from 'storybook/test'
import { text } from './text.ts'

const person = userEvent.setup({ delay: null, pointerEventsCheck: 0 })

/** The page, or a part of it to look in. */
type Place = ReturnType<typeof within>
type Name = [en: string | RegExp, ru: string | RegExp]

/** The whole name, or the part of it that a pattern names. */
const called = ([en, ru]: Name) => ({ name: text(en, ru) })

/** Clicks what is called so; `nth` of several. */
export async function press(name: Name, role = 'button', nth = 0, place: Place = screen): Promise<void> {
  const found = await place.findAllByRole(role, called(name))
  const one = found.at(nth)
  if (!one) throw new Error(`There is no ${role} ${name.join(', ')} number ${nth}`)
  await person.click(one)
}

/** Writes into the field with this label. */
export async function write(label: Name, words: string, place: Place = screen): Promise<void> {
  const field = await place.findByLabelText(text(...label), {
    selector: 'input:not([type=radio], [type=checkbox]), textarea',
  })
  await person.clear(field)
  await person.type(field, words)
}

/** Waits until these words stand somewhere. */
export async function see(words: Name): Promise<void> {
  await screen.findAllByText(text(...words))
}

/** Waits for a dialog with this title, and reads within it from then on. */
export async function seeDialog(title: Name): Promise<Place> {
  return within(await screen.findByRole('dialog', called(title)))
}

/** Drags one picture onto another, each by its name. */
export async function drag(name: Name, onto: Name): Promise<void> {
  const [from, to] = [await screen.findByRole('img', called(name)), await screen.findByRole('img', called(onto))]
  const dataTransfer = new DataTransfer()
  const fire = (target: HTMLElement, type: string) =>
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  fire(from, 'dragstart')
  // The list shows what is dragged before it takes it.
  await waitFor(() => {
    if (fire(to, 'dragover')) throw new Error('Nothing takes what is dragged')
  })
  fire(to, 'drop')
  fire(from, 'dragend')
}
