import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const provider = {
  VNEID_ISSUER: 'https://xacthuc.vi-du.vn',
  VNEID_AUTHORIZE_URL: 'https://xacthuc.vi-du.vn/oauth2/authorize',
  VNEID_TOKEN_URL: 'https://xacthuc.vi-du.vn/oauth2/token',
  VNEID_USERINFO_URL: 'https://xacthuc.vi-du.vn/oauth2/userinfo',
  VNEID_JWKS_URL: 'https://xacthuc.vi-du.vn/oauth2/jwks',
  VNEID_CLIENT_ID: 'tinh-mau',
  VNEID_CLIENT_SECRET: 'bí mật không ai được thấy',
}
type Name = keyof typeof provider
const names = Object.keys(provider) as Name[]
const urls = names.filter((name) => name.endsWith('_URL') || name === 'VNEID_ISSUER')
const faultOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
    return ''
  } catch (fault) {
    return (fault as Error).message
  }
}

describe('the provider of electronic identities', () => {
  test('is set whole, or not at all', () => {
    expect(readConfig({}).VNEID_ISSUER).toBeUndefined()
    expect(readConfig(provider)).toMatchObject(provider)
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1, maxLength: names.length - 1 }), (given) => {
        const message = faultOf(Object.fromEntries(given.map((name) => [name, provider[name]])))
        for (const name of names) expect([name, message.includes(`${name} (`)]).toEqual([name, !given.includes(name)])
      }),
    )
  })

  test('an empty variable counts as one that is not set', () => {
    expect(faultOf({ ...provider, VNEID_JWKS_URL: '' })).toContain('VNEID_JWKS_URL (now not set)')
  })

  test.each(urls)('%s is spoken to over TLS; in the clear only within the machine', (name) => {
    for (const wrong of [
      'http://xacthuc.vi-du.vn/x',
      'ftp://xacthuc.vi-du.vn/x',
      'xacthuc.vi-du.vn',
      'http://localhost.vi-du.vn/',
    ])
      expect(faultOf({ ...provider, [name]: wrong })).toContain(name)
    for (const right of ['http://127.0.0.1:4000/x', 'http://localhost:4000/x', 'https://xacthuc.vi-du.vn/x'])
      expect(faultOf({ ...provider, [name]: right })).toBe('')
  })

  test('what is wrong is named and no secret is shown', () => {
    const message = faultOf({ ...provider, VNEID_ISSUER: 'http://xacthuc.vi-du.vn', PORT: 'x' })
    expect(message).toContain('VNEID_ISSUER')
    expect(message).toContain('PORT (now "x")')
    expect(message).not.toContain(provider.VNEID_CLIENT_SECRET)
  })
})

test('days of grace, megabytes and minutes are numbers within bounds', () => {
  for (const [name, wrong] of [
    ['FILES_GRACE_DAYS', '0'],
    ['UPLOAD_MOST_MB', '1001'],
    ['IDLE_MINUTES', '-1'],
  ] as const)
    expect(faultOf({ [name]: wrong })).toContain(name)
})

const exchange = {
  NATIONAL_EXCHANGE_URL: 'https://trao-doi.vi-du.vn/mapi',
  NATIONAL_EXCHANGE_LOGIN_URL: 'https://trao-doi.vi-du.vn/login',
  NATIONAL_EXCHANGE_USER: 'tgs',
  NATIONAL_EXCHANGE_PASSWORD: 'chỉ-để-thử',
}

test('the exchange is configured whole or not at all, and every wrong variable is named', () => {
  expect(readConfig(exchange).NATIONAL_EXCHANGE_SERVICES).toBeUndefined()
  expect(readConfig({ ...exchange, NATIONAL_EXCHANGE_SERVICES: 'dossier, lookUp' }).NATIONAL_EXCHANGE_SERVICES).toEqual(
    ['dossier', 'lookUp'],
  )
  const { NATIONAL_EXCHANGE_USER: _, ...few } = exchange
  expect(() => readConfig(few)).toThrow('NATIONAL_EXCHANGE_USER (now not set): is needed with the other')
  expect(() => readConfig({ ...exchange, NATIONAL_EXCHANGE_URL: 'http://trao-doi.vi-du.vn' })).toThrow(
    'NATIONAL_EXCHANGE_URL (now set): must begin with https://',
  )
  expect(() => readConfig({ ...exchange, NATIONAL_EXCHANGE_SERVICES: 'tất cả' })).toThrow('NATIONAL_EXCHANGE_SERVICES')
})
