const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю'
const latinShifted = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'

const toCyrillic = new Map([...latin].map((letter, at) => [letter, cyrillic.charAt(at)]))
for (const [at, letter] of [...latinShifted].entries()) toCyrillic.set(letter, cyrillic.charAt(at))
const toLatin = new Map([...cyrillic].map((letter, at) => [letter, latin.charAt(at)]))

/** What the same keys would have written in the other layout: `ghbdtn` is «привет», «рщддщц» is `hollow`. */
export function otherLayout(text: string): string {
  const back = /\p{Script=Cyrillic}/u.test(text)
  return [...text]
    .map((letter) => (back ? toLatin.get(letter.toLowerCase()) : toCyrillic.get(letter)) ?? letter)
    .join('')
}
