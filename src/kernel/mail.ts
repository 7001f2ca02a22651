/** An e-mail as it is written out: plain text, and the same as simple HTML. */
import { inLocale, say, t, type Locale, type Params } from './text.ts'

export type Letter = {
  locale: Locale
  subjectKey: string
  bodyKey: string
  params: Params
  /** Within the platform. */
  href: string
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n')

/** `publicUrl` without a slash at the end. */
export const writeOut = (letter: Letter, publicUrl: string): { subject: string; text: string; html: string } =>
  inLocale(letter.locale, () => {
    const subject = say(letter.subjectKey, letter.params)
    const body = say(letter.bodyKey, letter.params)
    const link = `${publicUrl}${letter.href}`
    const open = t('kernel.mail.open')
    const footer = t('kernel.mail.footer', { place: publicUrl })
    return {
      subject,
      text: `${body}\n\n${open}: ${link}\n\n-- \n${footer}\n`,
      html: `<!doctype html>
<html lang="${letter.locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>
${paragraphs(body)}
<p><a href="${escape(link)}">${escape(open)}</a></p>
<hr>
<p><small>${escape(footer)}</small></p>
</body></html>
`,
    }
  })
