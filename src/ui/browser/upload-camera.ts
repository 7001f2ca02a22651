/** On a phone a second button that goes straight to the camera at its back; the first still chooses what is there. */
export function camera(input: HTMLInputElement, word: string) {
  if (!matchMedia('(pointer: coarse)').matches || !('capture' in input)) return
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: word })
  button.className = 'ds-button'
  button.setAttribute('data-variant', 'secondary')
  button.addEventListener('click', () => {
    input.setAttribute('capture', 'environment')
    const { accept } = input
    input.accept = 'image/*'
    input.click()
    input.removeAttribute('capture')
    input.accept = accept
  })
  input.after(button)
}
