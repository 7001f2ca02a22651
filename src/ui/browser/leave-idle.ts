/** On a shared device: whoever walked away leaves nothing on the screen. Each key, touch and move begins the time anew. */
export function leaveIdle(element: HTMLElement) {
  const { after = '300', to = '/' } = element.dataset
  let last = Date.now()
  element.querySelector('form')?.addEventListener('submit', () => localStorage.clear())
  for (const sign of ['keydown', 'pointerdown', 'pointermove', 'scroll'])
    addEventListener(sign, () => (last = Date.now()), { passive: true })
  setInterval(() => {
    // Replaced, so that the button “back” does not lead to what was on the screen.
    if (Date.now() - last < Number(after) * 1000) return
    localStorage.clear()
    location.replace(to)
  }, 1000)
}
