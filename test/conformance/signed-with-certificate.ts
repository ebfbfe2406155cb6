import type { Statement } from '@kursdugnad/core/xapi/statement.js';

/** What was signed below. */
export const signedStatement: Statement & { id: string } = {
  id: '8f0f9a52-6c0e-4b9e-9d53-0d2f6b6a1c11',
  actor: { objectType: 'Agent', account: { homePage: 'https://example.org', name: 'ola' } },
  verb: { id: 'https://example.org/signed' },
  object: { id: 'https://example.org/film' },
  timestamp: '2026-11-21T10:00:00.000Z',
};

/** A JWS of it with RS256 and the signer's certificate in x5c. The key is gone: it was made for this one signature. */
export const signatureWithCertificate = [
  'eyJhbGciOiJSUzI1NiIsIng1YyI6WyJNSUlERlRDQ0FmMmdBd0lCQWdJVWFxSGhDQjRpc1pxNStOMmdtcnZDR1lvUWJsa3dEUVlKS29aSWh2Y0',
  '5BUUVMQlFBd0dURVhNQlVHQTFVRUF3d09jMmxuYm1WeUxtVjRZVzF3YkdVd0lCY05Nall4TVRJeE1Ua3hPRE16V2hnUE1qRXlOakV3TWpneE9U',
  'RTRNek5hTUJreEZ6QVZCZ05WQkFNTURuTnBaMjVsY2k1bGVHRnRjR3hsTUlJQklqQU5CZ2txaGtpRzl3MEJBUUVGQUFPQ0FROEFNSUlCQ2dLQ0',
  'FRRUFyd0JtTm1sVWt2Tkw2TVltdjZQcTJuRHB3SFYxYzFhQnM1U3BSdjdLdzFVNmpVRmhYdHBQKytsblZKT09kU1o2WXpCWW12Vnd6WXpsdjFl',
  'eWZxdW9xQWIvdjZYY25LQUord1RGVEUxcGoxRnZWekJBaWd4SmhCZWIvT2xNN1V3Yk9rMi9PYXpDVEQvRjBFcEJBYXlQcjdBWUtZZ2xpM3BBan',
  'FtMEFwSlhiUWY3d1JDbFQ1eGtOSUVxLzFEWW8rZXVTcWZaVmdHWnRDM05FVFA5MmNpaUZZd3dqYnlWb2xhZVYzcElDdUtnbEZnNmhUUWI4OTMz',
  'bVRNWWhpKy8zV1lxdFArd2QreFY1bmNmMGJNRjQwcXp2NDBpbnpldlpURXZMV090MlUxUWgzamZIbzVPWUVEdmViUGlQL2NoRFRjMDl5ZzBESW',
  'l6d0VkdXB5Q3BpT24zcFFJREFRQUJvMU13VVRBZEJnTlZIUTRFRmdRVXFuK0xJTUhGd2ZzQzRBVVJ4MzlSSW1RWVVNa3dId1lEVlIwakJCZ3dG',
  'b0FVcW4rTElNSEZ3ZnNDNEFVUngzOVJJbVFZVU1rd0R3WURWUjBUQVFIL0JBVXdBd0VCL3pBTkJna3Foa2lHOXcwQkFRc0ZBQU9DQVFFQWYwd2',
  'RxWFlHN3hqSi9QbHprZ0x4N2lybE90amJXenRjbHQxQkhweFdMYTFwRFFRTVJXQmdhY0czdUE2dFJ3dVhZZG9pcWVBMWV6akdmMjE2c3VqbXJt',
  'UFZaOWNSMlhDTm1rV21mMzI5NWhzenh6Wms5bXp0QUxNOWhwYldrOWdPWEJ1OHNJV0FhSmdMYmFxaHpneEFKdm1jOExvSzk0MkZtbHl1a0IyV3',
  'RtTkRRS1JFYU91TWV0cERKaHZOTDFmOFdLb2taSjFUcHpZTy9WTFNSODZhQTFVTTVNaVZ1Zk5XamFQcUdDZnl1K1lmRm5BUnp0cWVJZUwxcFAv',
  'TUxzUnFxbktyNkc3bzZHL3Bkc1FUZlExMWFlR0w0TElQMTJnV1ZyMWIrdTNTM0RESlN1Mm05RE1JbUtyS1ZjK09mbXFSamEyajZwQ3VSeVh2Zm',
  '9zM2lLSDRDQT09Il19.eyJpZCI6IjhmMGY5YTUyLTZjMGUtNGI5ZS05ZDUzLTBkMmY2YjZhMWMxMSIsImFjdG9yIjp7Im9iamVjdFR5cGUiOiJ',
  'BZ2VudCIsImFjY291bnQiOnsiaG9tZVBhZ2UiOiJodHRwczovL2V4YW1wbGUub3JnIiwibmFtZSI6Im9sYSJ9fSwidmVyYiI6eyJpZCI6Imh0d',
  'HBzOi8vZXhhbXBsZS5vcmcvc2lnbmVkIn0sIm9iamVjdCI6eyJpZCI6Imh0dHBzOi8vZXhhbXBsZS5vcmcvZmlsbSJ9LCJ0aW1lc3RhbXAiOiI',
  'yMDI2LTExLTIxVDEwOjAwOjAwLjAwMFoifQ.JbuCTlSlPoaAxhAdD7IytZCsM-JgvAV--Duh0Ns1bkBaa-xJoJ7ZL8TCOfYo0Nfhkyr_Bdrmzn',
  'O4mvyp50vHvo8KDoAKQceXpVGYSo6DpE1QerheeOWdcTf9EkWs5NZQPQ2wBK_MVqf1fGgR5qGjLwJhb5pllQ5cKW8QxSywaJsQkwKEww69lsSt',
  'UODDtIZUZsI4pma9gdL0dDKkBXDe_W7aesevRVV9tTE_3sYdCwtJjX-WHA3lsRAjZKkKOgIQkP82yovg16O_emmKy_NMCvSlespb5vCEXxuAYl',
  'jOBvfb6A21J8fYUv7EeuIq7xmr-vG0FRzsR62C_IHrRRYq8w',
].join('');
