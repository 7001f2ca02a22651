import type { Module } from '#kernel/module.ts'
import { assistPages } from './assist.pages.tsx'
import { clientCommands } from './client.commands.ts'
import { messages as clientEn } from './client.messages.en.ts'
import { messages as clientVi } from './client.messages.vi.ts'
import { clientPages } from './client.pages.tsx'
import { consentCodeCommands } from './consent-code.commands.ts'
import { consentCommands } from './consent.commands.ts'
import { messages as consentEn } from './consent.messages.en.ts'
import { messages as consentVi } from './consent.messages.vi.ts'
import { heldByIdentity } from './held.store.ts'
import { identityApi } from './identity.api.ts'
import { messages as kioskEn } from './kiosk.messages.en.ts'
import { messages as kioskVi } from './kiosk.messages.vi.ts'
import { kioskPages } from './kiosk.pages.tsx'
import { keptFormPages } from './kept-form.pages.tsx'
import { inboxPages } from './inbox.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { profileCommands } from './profile.commands.ts'
import { messages as profileEn } from './profile.messages.en.ts'
import { messages as profileVi } from './profile.messages.vi.ts'
import { profilePages } from './profile.pages.tsx'
import { representationCommands } from './representation.commands.ts'
import { messages as representationEn } from './representation.messages.en.ts'
import { messages as representationVi } from './representation.messages.vi.ts'
import { representationPages } from './representation.pages.tsx'
import { signInCommands } from './sign-in.commands.ts'
import { messages as signInEn } from './sign-in.messages.en.ts'
import { messages as signInVi } from './sign-in.messages.vi.ts'
import { signInPages } from './sign-in.pages.tsx'
import { tokenPages } from './token.pages.ts'

/** Who citizens and businesses are, and in whose name they act. */
export const identity: Module = {
  name: 'identity',
  permissions: ['identity.assist', 'identity.clients'],
  messages: {
    vi: { ...vi, ...signInVi, ...profileVi, ...representationVi, ...consentVi, ...clientVi, ...kioskVi },
    en: { ...en, ...signInEn, ...profileEn, ...representationEn, ...consentEn, ...clientEn, ...kioskEn },
  },
  commands: [
    ...signInCommands,
    ...profileCommands,
    ...representationCommands,
    ...consentCommands,
    ...consentCodeCommands,
    ...clientCommands,
  ],
  pages: [
    ...signInPages,
    ...profilePages,
    ...representationPages,
    ...keptFormPages,
    ...inboxPages,
    ...assistPages,
    ...clientPages,
    ...tokenPages,
    ...kioskPages,
  ],
  api: identityApi,
  nav: [
    { href: '/ho-tro-nguoi-dan', label: 'identity.assist.title', icon: 'hand', needs: 'identity.assist' },
    { href: '/quan-tri/doi-tac', label: 'identity.client.list', icon: 'link', needs: 'identity.clients' },
  ],
  holds: heldByIdentity,
}
