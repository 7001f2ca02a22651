/** Sentences of the Vietnamese catalogues that stand on a page meant to be English. */
import type { Page } from 'playwright-core'
import { catalogues, modules } from '#app/modules.ts'

const all = [...catalogues, ...modules.map(({ messages }) => messages)]
const vi = Object.assign({}, ...all.map((one) => one.vi)) as Record<string, string>
const en = Object.assign({}, ...all.map((one) => one.en)) as Record<string, string>

const isVietnamese = (text: string) =>
  /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùýĩũ]/i.test(text)

/** The words of a message that stay as they are whatever is put into it. */
const fixedParts = (message: string) => message.split(/\{[^]*?\}+/).map((part) => part.trim())

const whole = new Set(
  Object.entries(vi).flatMap(([key, text]) => (text !== en[key] && isVietnamese(text) ? [text] : [])),
)
/** Long enough to be a sentence and not the name of somebody, or of a thing that the text of a plan may name as well. */
const isLong = (part: string, whole: string) => part.split(' ').length > (part === whole ? 8 : 5)
const parts = [
  ...new Set([...whole].flatMap((text) => fixedParts(text).filter((part) => isLong(part, text) && isVietnamese(part)))),
]

/** Texts and labels of the page, each by itself. The way to the other language is meant to be in that language. */
const textsOn = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (!parentElement?.closest('[lang="vi"]')) texts.push(textContent ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(one.getAttribute(name) ?? '')
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
  })

export async function leftInVietnamese(page: Page): Promise<string[]> {
  const texts = await textsOn(page)
  return [...new Set(texts.filter((text) => whole.has(text) || parts.some((part) => text.includes(part))))]
}
