/** Buttons change something; a link that looks like one only leads on. One filled button in a block. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'main' | 'second' | 'plain'
const variant: Record<Kind, 'secondary' | 'tertiary' | undefined> = {
  main: undefined,
  second: 'secondary',
  plain: 'tertiary',
}

type InlineProps = { name: string; value: string; children: ComponentChildren }

/** Sends the form from within a sentence. */
export const InlineButton = ({ name, value, children }: InlineProps) => (
  <button type="submit" class="tg-inline" name={name} value={value}>
    {children}
  </button>
)

type Look = { kind?: Kind; icon?: IconName; large?: boolean; children: ComponentChildren }

const face = ({ kind = 'main', large = false }: Look) => ({
  class: large ? 'ds-button tg-start' : 'ds-button',
  'data-variant': variant[kind],
})

export type ButtonProps = Look & {
  /** Sent with the form, so that one form may have several buttons. */
  name?: string
  value?: string
  /** The form it belongs to, when it stands outside of it. */
  form?: string
  /** Another address for the same form. */
  action?: string
}

/** Sends the form it stands in. There is no disabled state: say what is missing instead. */
export const Button = ({ name, value, form, action, ...look }: ButtonProps) => (
  <button type="submit" {...face(look)} name={name} value={value} form={form} formaction={action}>
    {look.icon && <Icon name={look.icon} />}
    {look.children}
  </button>
)

export type LinkButtonProps = Look & { href: string; download?: boolean }

export const LinkButton = ({ href, download, ...look }: LinkButtonProps) => (
  <a {...face(look)} href={href} download={download}>
    {look.icon && <Icon name={look.icon} />}
    {look.children}
  </a>
)
