/** Asks before what was typed is lost. The browser words the question itself. */
export function keepTyped(form: HTMLElement) {
  let unsent = false
  form.addEventListener('input', () => {
    unsent = true
  })
  form.addEventListener('submit', () => {
    unsent = false
  })
  addEventListener('beforeunload', (leaving) => {
    if (unsent) leaving.preventDefault()
  })
}
