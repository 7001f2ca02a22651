/**
 * Follows work that goes on behind the page: asks for the page again and takes over what its status says. When the work is
 * over the page has nothing more to watch, and is opened anew. The longer it lasts, the more seldom it is asked.
 */
const first = 1500
const longest = 15_000

const statusIn = (part: Element | null | undefined) => part?.querySelector('[role=status]')

export function watch(part: HTMLElement, pause = first) {
  setTimeout(() => {
    void look(part).then((goesOn) => (goesOn ? watch(part, Math.min(longest, pause * 1.3)) : location.reload()))
  }, pause)
}

/** Whether there is anything left to wait for; while the network is away, there is. */
async function look(part: HTMLElement): Promise<boolean> {
  if (document.visibilityState === 'hidden') return true
  const answer = await fetch(location.href).catch(() => null)
  if (!answer?.ok) return true
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const after = page.querySelector('[data-enhance~=watch]')
  const [now, next] = [statusIn(part), statusIn(after)?.textContent]
  // said again only when it says something else: screen readers read out every change
  if (now && next && now.textContent !== next) now.textContent = next
  return after !== null
}
