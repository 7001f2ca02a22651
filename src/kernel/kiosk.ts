/** A device that many people use after one another (máy dùng chung): known by a cookie that an officer put there. */

export const kioskCookie = 'tgk'

/** Where whoever is done, or walked away, is taken to. */
export const kioskPlaces = {
  home: '/may-dung-chung',
  finish: '/may-dung-chung/xong',
  idle: '/may-dung-chung/het-gio',
} as const
