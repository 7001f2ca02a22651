/** A refused form starts at its list of faults, for eyes and for screen readers alike. */
export function focusSummary(summary: HTMLElement) {
  summary.focus()
}
