/** Sending: one job for each mail, tried again while the server is away. */
import type { Transporter } from 'nodemailer'
import { z } from 'zod'
import { job, type Job } from './job.ts'
import { findWaitingMail, mailJobName, updateMail } from './mail.store.ts'
import { writeOut } from './mail.ts'

export type Message = { id: string; to: string; subject: string; text: string; html: string; at: Date }

/** Hands a message to the mail server, or throws; `responseCode` ≥ 500 on the fault means that it will never take it. */
export type SendMessage = (message: Message) => Promise<void>

/** `url` smtp://user:password@host:port; null when none is set. */
export function openMail(url: string | undefined, from: string): SendMessage | null {
  if (!url) return null
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  // Loaded with the first mail: a process that sends none does not keep the library in memory.
  let opened: Promise<Transporter> | undefined
  const transport = () => (opened ??= import('nodemailer').then((mail) => mail.createTransport({ url, ...timeouts })))
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return async ({ id, to, subject, text, html, at }) => {
    await (await transport()).sendMail({
      from,
      to,
      subject,
      text,
      html,
      date: at,
      // The same mail has the same name each time it is tried, so that a server which had already taken it can tell.
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

const isFinal = (fault: unknown): boolean =>
  fault instanceof Error && 'responseCode' in fault && Number(fault.responseCode) >= 500

/** With the growing intervals of the queue: about five hours in all. */
const retries = 12

export const sendMails = ({ send, publicUrl }: { send: SendMessage | null; publicUrl: string }): Job =>
  job({
    name: mailJobName,
    input: z.object({ mailId: z.string() }),
    retries,
    run: async ({ db, now }, { mailId }) => {
      const mail = await findWaitingMail(db, mailId)
      if (!mail) return
      const tries = mail.tries + 1
      if (!send) return updateMail(db, mailId, { state: 'no_server', tries: mail.tries })
      try {
        await send({ id: mailId, to: mail.address, at: mail.at, ...writeOut(mail, publicUrl) })
      } catch (fault) {
        const error = fault instanceof Error ? fault.message : String(fault)
        if (isFinal(fault)) return updateMail(db, mailId, { state: 'refused', tries, error })
        await updateMail(db, mailId, { state: tries > retries ? 'given_up' : 'waiting', tries, error })
        throw fault
      }
      await updateMail(db, mailId, { state: 'sent', tries, sentAt: now, error: null })
    },
  })
