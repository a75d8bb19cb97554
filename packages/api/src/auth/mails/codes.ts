import { layOutMail } from '../../mail-layout.ts'
import type { Mail } from '../../ports/mailer.ts'
import type { Locale } from '../schema.ts'
import { greeting } from './greeting.ts'

const minutes = {
  en: 'The code is good for 10 minutes. Nobody from the store will ever ask you for it.',
  ru: 'Код действует 10 минут. Никто из магазина никогда его не спросит.',
}

/** The code that ends a registration. */
export function confirmationMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/confirm?${new URLSearchParams({ email: to, code })}`
  return layOutMail(
    to,
    locale,
    {
      en: {
        subject: `${code} is your Kettle code`,
        lines: [greeting('en', name), 'Enter this code to finish your registration.'],
        code,
        link: { text: 'Confirm my address', url },
        small: [minutes.en, 'If you did not register, do nothing: without the code there will be no account.'],
      },
      ru: {
        subject: `${code} — ваш код Kettle`,
        lines: [greeting('ru', name), 'Введите этот код, чтобы закончить регистрацию.'],
        code,
        link: { text: 'Подтвердить адрес', url },
        small: [minutes.ru, 'Если вы не регистрировались, ничего не делайте: без кода учётная запись не появится.'],
      },
    }[locale],
  )
}

/** To the owner of an address that somebody tried to register, or to take as their own, again. */
export function addressTakenMail(to: string, locale: Locale, publicUrl: string): Mail {
  const url = `${publicUrl}/login`
  return layOutMail(
    to,
    locale,
    {
      en: {
        subject: 'You already have a Kettle account',
        lines: [
          'Somebody, perhaps you, tried to use this address for an account. It belongs to yours already, and nothing has changed.',
          'You can log in with the password you have, or ask for a new one.',
        ],
        link: { text: 'Log in', url },
      },
      ru: {
        subject: 'У вас уже есть учётная запись Kettle',
        lines: [
          'Кто-то, возможно вы, указал этот адрес для учётной записи. Он уже привязан к вашей, и ничего не изменилось.',
          'Войдите со своим паролем или запросите новый.',
        ],
        link: { text: 'Войти', url },
      },
    }[locale],
  )
}

/** The code that allows a new password. */
export function resetMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/reset?${new URLSearchParams({ email: to, code })}`
  return layOutMail(
    to,
    locale,
    {
      en: {
        subject: `${code} is your code for a new password`,
        lines: [greeting('en', name), 'Enter this code to choose a new password.'],
        code,
        link: { text: 'Choose a new password', url },
        small: [minutes.en, 'If it was not you who asked, do nothing: your password stays as it is.'],
      },
      ru: {
        subject: `${code} — код для нового пароля`,
        lines: [greeting('ru', name), 'Введите этот код, чтобы задать новый пароль.'],
        code,
        link: { text: 'Задать новый пароль', url },
        small: [minutes.ru, 'Если вы его не просили, ничего не делайте: пароль останется прежним.'],
      },
    }[locale],
  )
}

/** One of the two codes that move an account to another address: `which` says to which of them it goes. */
export function changeEmailMail(to: string, locale: Locale, name: string, code: string, which: 'old' | 'new'): Mail {
  const words = {
    en: {
      subject: `${code} is your code for changing your address`,
      old: 'You asked to move your account to another address. This is the code for your present one.',
      new: 'You asked to move your account to this address. This is the code for the new one.',
      warning: {
        old: 'If it was not you, somebody knows your password: change it now.',
        new: 'If it was not you, do nothing: without the code nothing changes.',
      },
    },
    ru: {
      subject: `${code} — код для смены адреса`,
      old: 'Вы попросили перенести учётную запись на другой адрес. Это код для прежнего адреса.',
      new: 'Вы попросили перенести учётную запись на этот адрес. Это код для нового адреса.',
      warning: {
        old: 'Если это были не вы, кто-то знает ваш пароль: смените его прямо сейчас.',
        new: 'Если это были не вы, ничего не делайте: без кода ничего не изменится.',
      },
    },
  }[locale]
  return layOutMail(to, locale, {
    subject: words.subject,
    lines: [greeting(locale, name), words[which]],
    code,
    small: [minutes[locale], words.warning[which]],
  })
}
