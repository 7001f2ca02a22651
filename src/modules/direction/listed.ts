/** What boxes of a form send: one value, several, or nothing. Nothing ticked is an answer that is missing, not an empty list. */
export function listed(typed: unknown): unknown {
  const all = [typed].flat().filter((one) => one !== undefined && one !== '')
  return all.length > 0 ? all : undefined
}
