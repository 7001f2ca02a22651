/** Where a request comes from, as far as that can be known. Pure. */

/**
 * `socket` is who is really connected; each trusted proxy between has written down, at the end of `forwarded`, who was
 * connected to it. What stands further left anybody can have made up.
 */
export function addressOf(socket: string | null, forwarded: string | undefined, proxies: number): string | null {
  if (socket === null && proxies === 0) return null
  const named = (forwarded ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const line = socket === null ? named : [...named, socket]
  return line[Math.max(0, named.length - proxies)]?.slice(0, 64) ?? null
}

/** Whoever has one IPv6 address has 2⁶⁴ of them: they count as one. */
export function neighbourhoodOf(address: string): string {
  const bare = address.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const middle = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  const whole = [...groups, ...Array<string>(middle).fill('0'), ...after]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
