/** From the facts of a form to the sheet that is read: in the language of the rendering. */
import { inLocale, localeNow, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { apologyBlocks, controlBlocks, registerBlocks, stopBlocks } from './course-sheet.ts'
import { receiptBlocks, refusalBlocks, supplementBlocks } from './desk-sheet.ts'
import { qrText } from './qr-text.ts'
import type { Block, Sheet, SignPlace } from './sheet.ts'
import { momentForMachines, placeAndDay } from './sheet-words.ts'
import { codeOf, type SlipContent } from './slip.ts'
import { codeRuleOn, type StatutoryForm } from './statutory-form.ts'

function blocksOf(content: SlipContent): Block[] {
  switch (content.kind) {
    case 'receipt':
      return receiptBlocks(content)
    case 'supplement':
      return supplementBlocks(content)
    case 'refusal':
      return refusalBlocks(content)
    case 'apology':
      return apologyBlocks(content)
    case 'stop':
      return stopBlocks(content)
    case 'control':
      return controlBlocks(content)
    case 'register':
      return registerBlocks(content)
  }
}

/** The title as the rule writes it: what is told to a machine does not change with the reader's language. */
export function qrTextOf(content: SlipContent, form: StatutoryForm): string | null {
  const rule = codeRuleOn(dayOf(new Date(content.issuedAt)))
  if (!rule || content.kind === 'register') return null
  return qrText(rule, content.kind === 'receipt' ? 'receipt' : 'paper', {
    dossier: codeOf(content),
    procedure: content.procedure.code,
    applicant: content.applicant.number,
    document: form.title,
    system: content.system,
    published: momentForMachines(content.issuedAt),
    appointment: content.kind === 'receipt' && content.dueAt ? momentForMachines(content.dueAt) : null,
  })
}

/** On a receipt the person who hands in signs too; online they have signed by signing in. */
function leftPlace(content: SlipContent): SignPlace | null {
  if (content.kind !== 'receipt') return null
  const online = content.channel === 'online'
  return {
    title: t('slips.sheet.hands_in'),
    hint: online ? t('slips.sheet.signed_online') : t('slips.sheet.sign_hint'),
    name: content.applicant.name,
  }
}

const codeShown = (content: SlipContent): Sheet['code'] =>
  content.kind === 'register'
    ? null
    : {
        label: content.dossierCode ? t('slips.sheet.dossier_code') : t('slips.sheet.request_code'),
        value: codeOf(content),
      }

const footOf = (form: StatutoryForm): string =>
  form.number === null
    ? t('slips.sheet.own_form')
    : t('slips.sheet.form_number', { number: form.number, citation: form.citation })

export function sheetOf(content: SlipContent, form: StatutoryForm): Sheet {
  const lang = localeNow()
  const issuedAt = new Date(content.issuedAt)
  const { issuer, number, signer } = content
  const qr = qrTextOf(content, form)
  const code = codeShown(content)
  return {
    paper: form.paper,
    lies: content.kind === 'register',
    head: {
      above: issuer.above,
      issuer: issuer.name,
      number: number && t('slips.sheet.number_of_paper', { number }),
      state: t('ui.print.state'),
      motto: t('ui.print.motto'),
      placeAndDay: placeAndDay(content.place, issuedAt),
    },
    title: form.title,
    subject: content.kind === 'register' ? issuer.name : `${codeOf(content)} – ${content.applicant.name}`,
    qr: qr === null ? null : { text: qr, alt: t('slips.sheet.qr', { code: code?.value ?? '' }) },
    code,
    blocks: blocksOf(content),
    sign: {
      left: leftPlace(content),
      right: { title: signer.title, hint: t('slips.sheet.sign_hint'), name: signer.name },
      seal: form.seal,
      personField: t('slips.sheet.person_field', { title: signer.title }),
      sealField: t('slips.sheet.seal_field', { issuer: issuer.name }),
    },
    foot: footOf(form),
    lang,
    // Asked for when the pages are counted, after this rendering.
    pageOf: (page, pages) => inLocale(lang, () => t('slips.sheet.page_of', { page, pages })),
    notice: content.illustrative ? t('slips.sheet.illustrative') : null,
    issuedAt,
    system: content.system,
  }
}
