/** Our own icons: 24 × 24, stroke 2, round ends. Beside a word, never alone. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

const glyphs = {
  alert: '<path d="M12 3.5 2.8 20h18.4Z"/><path d="M12 10v4.5M12 17.3v.2"/>',
  baby: '<circle cx="12" cy="12" r="8.5"/><path d="M9 10.7v.1m6-.1v.1M9 14.5c1.7 1.7 4.3 1.7 6 0M12 3.5c-1.5 1.5-.5 3 1 2.5"/>',
  back: '<path d="M9 6 4 11l5 5"/><path d="M4 11h10a6 6 0 0 1 6 6v1"/>',
  bell: '<path d="M6 17V11a6 6 0 1 1 12 0v6l1.5 1.5h-15Z"/><path d="M10 21h4"/>',
  book: '<path d="M4 5c3-1 6-.7 8 1 2-1.7 5-2 8-1v14c-3-1-6-.7-8 1-2-1.7-5-2-8-1Z"/><path d="M12 6v14"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="15" rx="2"/><path d="M4 10.5h16M8.5 3v4m7-4v4"/>',
  chart: '<path d="M4 4v16h16"/><path d="M8 15.5 12 11l3 2.5L20 7.5"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.3 2"/>',
  db: '<ellipse cx="12" cy="6" rx="7.5" ry="3"/><path d="M4.5 6v12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3"/>',
  done: '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.8 2.8L16 9.5"/>',
  file: '<path d="M6 3h8l4 4v14H6Z"/><path d="M14 3v4h4M9 12h6m-6 4h6"/>',
  filter: '<path d="M4 5h16l-6 7.5V20l-4-2.5v-5Z"/>',
  gear: '<path d="M4 7h9m4 0h3M4 17h3m4 0h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  hand: '<path d="M3 13.5 7 11h4l3 2h2.5c1.6 0 1.6 2.3 0 2.3H12"/><path d="m16.5 13.5 3-1.7c1.6-.8 2.6 1 1.3 2L15 18.5H9l-3-1H3"/>',
  heart:
    '<path d="M12 20C5 15.5 3 12 3 9a4.7 4.7 0 0 1 9-1.9A4.7 4.7 0 0 1 21 9c0 3-2 6.5-9 11Z"/><path d="M7 11.5h2.5l1.5-2.5 2 4 1.3-1.5H17"/>',
  home: '<path d="m3.5 11.5 8.5-8 8.5 8"/><path d="M6 10v10.5h12V10"/><path d="M10 20.5v-6h4v6"/>',
  inbox: '<path d="M4 13 6.5 5h11L20 13v6H4Z"/><path d="M4 13h5l1.2 2.5h3.6L15 13h5"/>',
  land: '<path d="m3 8 6-3 6 3 6-3v11l-6 3-6-3-6 3Z"/><path d="M9 5v11m6-8v11"/>',
  leaf: '<path d="M5 19C4 10 9.5 4.5 20 4.5c0 10.5-5.5 15.5-13 13.5"/><path d="M4 21c2-5.5 5-8.5 10-11"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3"/><path d="M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"/>',
  minus: '<path d="M6 12h12"/>',
  money:
    '<rect x="3" y="6" width="18" height="12" rx="2"/><circle cx="12" cy="12" r="2.7"/><path d="M6.2 9.2v.1m11.6 5.4v.1"/>',
  next: '<path d="M5 12h14m-5-5 5 5-5 5"/>',
  pause: '<circle cx="12" cy="12" r="9"/><path d="M10 9v6m4-6v6"/>',
  pen: '<path d="m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19Z"/><path d="m14 6.5 3.5 3.5"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4m2.5 3.8c2 .8 3.2 2.5 3.5 5"/>',
  phone:
    '<path d="M5 4h4l1.5 5-2.3 1.7a12 12 0 0 0 5.1 5.1L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5C10.6 20 4 13.4 3.5 5.6A1.5 1.5 0 0 1 5 4Z"/>',
  place:
    '<path d="M12 21c4.5-4.8 6.8-8.3 6.8-11A6.8 6.8 0 1 0 5.2 10c0 2.7 2.3 6.2 6.8 11Z"/><circle cx="12" cy="10" r="2.4"/>',
  plus: '<path d="M12 5v14m-7-7h14"/>',
  previous: '<path d="M19 12H5m5-5-5 5 5 5"/>',
  print: '<path d="M7 8V3.5h10V8M7 16.5H4V8h16v8.5h-3"/><path d="M7 13.5h10v7H7Z"/>',
  qr: '<path d="M4 4h6v6H4Zm10 0h6v6h-6ZM4 14h6v6H4Zm10 0h2.5v2.5H14Zm4 4h2v2h-2Zm0-4h2"/>',
  receive: '<path d="M12 3v10m-4-4 4 4 4-4"/><path d="M4 15v5h16v-5"/>',
  ring: '<circle cx="9" cy="14" r="5.5"/><circle cx="15" cy="14" r="5.5"/><path d="m10.5 5 1.5 2 1.5-2-.8-1.5h-1.4Z"/>',
  run: '<path d="M12 3a9 9 0 1 1-9 9"/><path d="M3.6 7.6 3 12l4.2-1.4"/>',
  school: '<path d="m2.5 9.5 9.5-4.5 9.5 4.5-9.5 4.5Z"/><path d="M6.5 11.5v5c3 2.7 8 2.7 11 0v-5M21.5 9.5v5"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  shield: '<path d="M12 3 5 6v5.5c0 4.4 2.9 7.6 7 9.5 4.1-1.9 7-5.1 7-9.5V6Z"/><path d="m9 12 2.2 2.2L15.3 10"/>',
  shop: '<path d="M4 9.5 5.5 4h13L20 9.5"/><path d="M4 9.5a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3 0M5.5 12.5V20.5h13v-8"/>',
  stop: '<path d="M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2Z"/><path d="m9 9 6 6m0-6-6 6"/>',
  talk: '<path d="M4 5h16v11h-8l-4.5 4v-4H4Z"/><path d="M8 9.5h8m-8 3h5"/>',
  up: '<path d="M5 17 17 7"/><path d="M9 6.5h8.5V15"/>',
  upload: '<path d="M12 15V4m-4 4 4-4 4 4"/><path d="M4 15v5h16v-5"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.7-4 3.6-6 7.5-6s6.8 2 7.5 6"/>',
} as const

export type IconName = keyof typeof glyphs

/** The icons used so far on the page being rendered. */
export const Icons = createContext<Set<IconName>>(new Set())

export function Icon({ name }: { name: IconName }) {
  useContext(Icons).add(name)
  return (
    <svg class="tg-icon" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}

/**
 * One symbol for each icon the page has used. It must be the last thing in the body: rendering goes through the page
 * from top to bottom, so only there is the set complete. (A file of symbols would be one more request, and browsers do
 * not colour or print symbols of another file alike.)
 */
export function Sprite() {
  const used = [...useContext(Icons)].sort()
  if (used.length === 0) return null
  return (
    <svg class="tg-sprite" width="0" height="0" aria-hidden="true">
      {used.map((name) => (
        <symbol id={`i-${name}`} viewBox="0 0 24 24" dangerouslySetInnerHTML={{ __html: glyphs[name] }} />
      ))}
    </svg>
  )
}
