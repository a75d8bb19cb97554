import { layOutMail, type MailWords } from '../mail-layout.ts'
import type { Mail } from '../ports/mailer.ts'
import type { Locale } from './schema.ts'

/** The code that ends a registration. */
export function confirmationMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/confirm?${new URLSearchParams({ email: to, code })}`
  return compose(to, locale, {
    en: {
      subject: `${code} is your Kettle code`,
      lines: [`Hello, ${name}!`, 'Enter this code to finish your registration. It is good for 10 minutes.'],
      code,
      link: { text: 'Confirm my address', url },
    },
    ru: {
      subject: `${code} — ваш код Kettle`,
      lines: [`Здравствуйте, ${name}!`, 'Введите этот код, чтобы закончить регистрацию. Он действует 10 минут.'],
      code,
      link: { text: 'Подтвердить адрес', url },
    },
  })
}

/** To the owner of an address that somebody tried to register again. */
export function addressTakenMail(to: string, locale: Locale, publicUrl: string): Mail {
  const url = `${publicUrl}/login`
  return compose(to, locale, {
    en: {
      subject: 'You already have a Kettle account',
      lines: [
        'Somebody, perhaps you, tried to register this address again. Nothing has changed.',
        'You can log in with the password you have, or ask for a new one.',
      ],
      link: { text: 'Log in', url },
    },
    ru: {
      subject: 'У вас уже есть учётная запись Kettle',
      lines: [
        'Кто-то, возможно вы, попытался ещё раз зарегистрировать этот адрес. Ничего не изменилось.',
        'Войдите со своим паролем или запросите новый.',
      ],
      link: { text: 'Войти', url },
    },
  })
}

/** The code that allows a new password. */
export function resetMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/reset?${new URLSearchParams({ email: to, code })}`
  return compose(to, locale, {
    en: {
      subject: `${code} is your code for a new password`,
      lines: [
        `Hello, ${name}!`,
        'Enter this code to choose a new password. If it was not you who asked, do nothing. The code is good for 10 minutes.',
      ],
      code,
      link: { text: 'Choose a new password', url },
    },
    ru: {
      subject: `${code} — код для нового пароля`,
      lines: [
        `Здравствуйте, ${name}!`,
        'Введите этот код, чтобы задать новый пароль. Если вы его не просили, ничего не делайте. Код действует 10 минут.',
      ],
      code,
      link: { text: 'Задать новый пароль', url },
    },
  })
}

function compose(to: string, locale: Locale, words: Record<Locale, MailWords>): Mail {
  return layOutMail(to, locale, words[locale])
}
