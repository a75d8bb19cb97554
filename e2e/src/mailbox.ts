import { expect } from '@playwright/test'

type Mail = { subject: string; text: string; html: string }

/** Somebody's mail, as the dev outbox shows it. */
export interface Mailbox {
  /** The code in a mail that has come since the last one asked for. */
  nextCode(): Promise<string>
  /** The link of the newest mail with a code. */
  link(): Promise<string>
  /** Waits for a mail whose text fits. */
  waitFor(text: RegExp): Promise<Mail>
}

/** The mailbox of an address at the store. */
export function mailboxOf(store: string, address: string): Mailbox {
  let seen = 0
  const read = async (): Promise<Mail[]> => {
    const response = await fetch(`${store}/dev/outbox.json?to=${encodeURIComponent(address)}`)
    return response.json()
  }
  const codeIn = (mail: Mail) => mail.text.match(/\b\d{8}\b/u)?.[0]
  const withCode = async () => (await read()).filter(codeIn)
  return {
    async nextCode() {
      await expect.poll(async () => (await withCode()).length, `a code for ${address}`).toBeGreaterThan(seen)
      const mails = await withCode()
      seen = mails.length
      return codeIn(mails[0] as Mail) as string
    },
    async link() {
      const [mail] = await withCode()
      const link = mail?.text.match(/https?:\/\/\S+/u)?.[0]
      if (!link) throw new Error(`no link was mailed to ${address}`)
      return link
    },
    async waitFor(text) {
      const find = async () => (await read()).find((mail) => text.test(`${mail.subject}\n${mail.text}`))
      await expect.poll(find, `a mail to ${address} that says ${text}`).toBeDefined()
      return (await find()) as Mail
    },
  }
}
