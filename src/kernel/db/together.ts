/**
 * Several questions to the database at once, none of which waits for the answer of another: one way there and back. All are
 * waited for also when one fails, so that nothing is still on its way on a connection whose transaction is over.
 */
export async function together<T extends readonly unknown[]>(
  ...work: { readonly [At in keyof T]: Promise<T[At]> }
): Promise<{ -readonly [At in keyof T]: T[At] }> {
  const settled = await Promise.allSettled(work)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as never
}
