/** A page as the text of an HTML document. */
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { inLocale } from '#kernel/text.ts'
import { Icons, type IconName } from './icon.tsx'
import { TableCount } from './table-count.ts'
import { type Shell, ShellContext } from './shell.ts'

/** Components look sentences up while they are rendered, so everything with words in it belongs inside `page`. */
export function renderPage(shell: Shell, page: ComponentChild): string {
  const icons = new Set<IconName>()
  const html = inLocale(shell.locale, () =>
    renderToString(
      <ShellContext.Provider value={shell}>
        <Icons.Provider value={icons}>
          <TableCount.Provider value={{ drawn: 0 }}>{page}</TableCount.Provider>
        </Icons.Provider>
      </ShellContext.Provider>,
    ),
  )
  return `<!doctype html>${html}`
}
