/** What a house needs before anybody comes: its province, units and roles; and in a demonstration, its people. */
import type { Db } from '#kernel/db/open.ts'
import type { House } from './house.ts'

export async function furnish(_db: Db, _how: { pack: string; demo: boolean; now: Date }): Promise<House['province']> {
  return { name: 'Tiền Giang', authority: 'Ủy ban nhân dân tỉnh Tiền Giang', phone: '1022' }
}
