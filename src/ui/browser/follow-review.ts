/** While one works in an item, the passage it was read from is marked and kept in sight. */
export function followReview(items: HTMLElement) {
  const source = items.closest('.tg-review')?.querySelector<HTMLElement>('.tg-doc')
  if (!source) return

  const passageOf = (item: HTMLElement | null | undefined) =>
    item ? document.getElementById(item.id.replace('muc-', 'van-ban-')) : null

  const follow = (item: HTMLElement) => {
    const passage = passageOf(item)
    if (!passage) return
    for (const one of document.querySelectorAll('.tg-review [data-now]')) one.removeAttribute('data-now')
    passage.setAttribute('data-now', '')
    item.setAttribute('data-now', '')
    // only the pane of the document moves, never the page under the hand
    const top = passage.offsetTop - source.offsetTop
    if (source.scrollHeight > source.clientHeight) source.scrollTo({ top: top - source.clientHeight / 3 })
  }

  items.addEventListener('focusin', (focused) => {
    const item = focused.target instanceof Element ? focused.target.closest<HTMLElement>('.tg-item') : null
    if (item) follow(item)
  })
}
