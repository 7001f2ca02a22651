/** Where a task is shown. */
export const taskPath = ({ planCode, ref }: { planCode: string; ref: string }) =>
  `/ke-hoach/${planCode}/nhiem-vu/${encodeURIComponent(ref)}`
