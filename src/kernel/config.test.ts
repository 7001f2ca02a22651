import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

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
