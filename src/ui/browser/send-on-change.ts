/**
 * A list follows its filters at once – but only for a finger or a mouse: with arrow keys every step through the
 * choices is a change, and the page must not run away under somebody who is still choosing.
 */
export function sendOnChange(element: HTMLElement) {
  const form = element as HTMLFormElement
  let byPointer = false
  form.addEventListener('pointerdown', () => {
    byPointer = true
  })
  form.addEventListener('keydown', () => {
    byPointer = false
  })
  form.addEventListener('change', (changed) => {
    if (byPointer && changed.target instanceof HTMLSelectElement) form.requestSubmit()
  })
}
