import { layOutMail } from '../../mail-layout.ts'
import type { Mail } from '../../ports/mailer.ts'
import { deviceName } from '../device-name.ts'
import type { Locale } from '../schema.ts'
import { greeting } from './greeting.ts'

/** What an account's owner is told of after it happened. */
export type NoticeKind =
  | 'passwordChanged'
  | 'passwordReset'
  | 'emailChanged'
  | 'totpOn'
  | 'totpOff'
  | 'recoveryCodesRenewed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'newDevice'
  | 'accountDeleted'

export interface Occasion {
  at: Date
  /** What the program calls itself, and where it asked from. */
  device: string | null
  ip: string
}

const texts: Record<Locale, Record<NoticeKind, { subject: string; line: string }>> = {
  en: {
    passwordChanged: {
      subject: 'Your password was changed',
      line: 'Your password was changed, and you were logged out everywhere else.',
    },
    passwordReset: {
      subject: 'You have a new password',
      line: 'A new password was set with a mailed code, and you were logged out everywhere.',
    },
    emailChanged: {
      subject: 'Your account has moved to another address',
      line: 'Your account has moved to another e-mail address. Mails about it no longer come here.',
    },
    totpOn: {
      subject: 'Two-factor log-in is on',
      line: 'From now on logging in takes a code from your authenticator app too. Keep your recovery codes where you will find them.',
    },
    totpOff: { subject: 'Two-factor log-in is off', line: 'From now on your password alone is enough to log in.' },
    recoveryCodesRenewed: {
      subject: 'You have new recovery codes',
      line: 'New recovery codes were made. The old ones open nothing any more.',
    },
    passkeyAdded: {
      subject: 'A passkey was added',
      line: 'A passkey was added to your account: it logs in without a password.',
    },
    passkeyRemoved: { subject: 'A passkey was removed', line: 'A passkey was removed from your account.' },
    newDevice: {
      subject: 'A log-in from a new device',
      line: 'Your account was logged in to from a browser or program that it had not been used from before.',
    },
    accountDeleted: {
      subject: 'Your account was deleted',
      line: 'Your account is gone, with your name, address, password and playtime. The law makes us keep the records of your purchases; they no longer carry your name.',
    },
  },
  ru: {
    passwordChanged: {
      subject: 'Пароль изменён',
      line: 'Ваш пароль изменён, на всех остальных устройствах выполнен выход.',
    },
    passwordReset: {
      subject: 'Задан новый пароль',
      line: 'Новый пароль задан с помощью кода из письма, на всех устройствах выполнен выход.',
    },
    emailChanged: {
      subject: 'Учётная запись перенесена на другой адрес',
      line: 'Ваша учётная запись перенесена на другой адрес почты. Письма о ней сюда больше не придут.',
    },
    totpOn: {
      subject: 'Двухфакторный вход включён',
      line: 'Теперь для входа нужен ещё и код из приложения. Храните резервные коды там, где сможете их найти.',
    },
    totpOff: { subject: 'Двухфакторный вход отключён', line: 'Теперь для входа достаточно одного пароля.' },
    recoveryCodesRenewed: {
      subject: 'Новые резервные коды',
      line: 'Созданы новые резервные коды. Прежние больше не действуют.',
    },
    passkeyAdded: {
      subject: 'Добавлен ключ доступа',
      line: 'К вашей учётной записи добавлен ключ доступа: с ним можно войти без пароля.',
    },
    passkeyRemoved: { subject: 'Ключ доступа удалён', line: 'Из вашей учётной записи удалён ключ доступа.' },
    newDevice: {
      subject: 'Вход с нового устройства',
      line: 'В вашу учётную запись вошли из браузера или программы, которыми раньше не пользовались.',
    },
    accountDeleted: {
      subject: 'Учётная запись удалена',
      line: 'Ваша учётная запись удалена вместе с именем, адресом, паролем и временем в играх. Записи о покупках нас обязывает хранить закон; вашего имени в них больше нет.',
    },
  },
}

const labels = {
  en: {
    at: 'When',
    device: 'Device',
    ip: 'IP address',
    unknown: 'unknown',
    warning: 'If it was not you, choose a new password at once: that logs everyone else out.',
    lostWarning: 'If it was not you, write to the store at once.',
    keyWarning: 'If it was not you, remove the passkey in your account and choose a new password at once.',
    link: 'Choose a new password',
  },
  ru: {
    at: 'Когда',
    device: 'Устройство',
    ip: 'IP-адрес',
    unknown: 'неизвестно',
    warning: 'Если это были не вы, сразу задайте новый пароль: тогда все остальные потеряют доступ.',
    lostWarning: 'Если это были не вы, сразу напишите в магазин.',
    keyWarning: 'Если это были не вы, сразу удалите этот ключ в своей учётной записи и задайте новый пароль.',
    link: 'Задать новый пароль',
  },
}

/** Tells the owner what happened, when, from where, and what to do if it was somebody else. */
export function noticeMail(
  kind: NoticeKind,
  to: string,
  { name, locale }: { name: string; locale: Locale },
  { at, device, ip }: Occasion,
  publicUrl: string,
): Mail {
  const { subject, line } = texts[locale][kind]
  const label = labels[locale]
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  // Whoever has lost the address, the account or the second factor can't set a new password any more.
  const lost = kind === 'emailChanged' || kind === 'accountDeleted' || kind === 'totpOn'
  const warning = kind === 'passkeyAdded' ? label.keyWarning : label.warning
  return layOutMail(to, locale, {
    subject,
    lines: [greeting(locale, name), line],
    rows: [
      [label.at, `${date.format(at)} UTC`],
      [label.device, deviceName(device) ?? label.unknown],
      [label.ip, ip],
    ],
    ...(lost ? {} : { link: { text: label.link, url: `${publicUrl}/reset` } }),
    small: [lost ? label.lostWarning : warning],
  })
}
