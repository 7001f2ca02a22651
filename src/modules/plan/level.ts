/** The level a number is about ("cấp tỉnh", "cấp huyện", "cấp xã"), and the kinds of unit that belong to it. Pure. */

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  province: ['province', 'office', 'department', 'committee', 'public_service_unit'],
  district: ['district'],
  commune: ['commune'],
}

/** Null: the number is about no level, or about one that is not known here, and all units count. */
export const kindsOfLevel = (level: string | null): readonly string[] | null =>
  level === null ? null : (kindsOf[level] ?? null)
