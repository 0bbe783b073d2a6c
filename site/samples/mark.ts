import type { KeyList } from '@xiangyin/server/contract';
import { sampleQr } from './frame.ts';
import { at } from './say.ts';

/** Letters in the form of a mark, signed by nobody. */
export const sampleMark = 'eyJhbGciOiJFZERTQSIsImtpZCI6ImMwdW50eSJ9.eyJzdWIiOiJidXMtMTItZGV0b3VyIiwicmV2IjoyfQ.c2ln';

/** A drawing that looks like its QR code. */
export const sampleMarkPicture = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 29 29"><path fill="#fff" d="M-4-4h29v29h-29z"/><path d="${sampleQr.path}"/></svg>`,
)}`;

/** Keys as a county lists them after a change. */
export const sampleKeys: KeyList = {
  v: 1,
  issuer: 'http://localhost:8080',
  county: 'qingxi',
  publisher: { 'zh-CN': '清溪县融媒体中心', en: 'Qingxi County Media Centre' },
  at: at(18, 55),
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: '41d20c77ae93b518',
      x: 'A'.repeat(43),
      since: at(8, 0, -300),
      until: at(8, 0, -20),
      ended: 'scheduled',
    },
    {
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: '9ac01be2440f7d63',
      x: 'B'.repeat(43),
      since: at(8, 0, -20),
      until: null,
      ended: null,
    },
  ],
  rotations: [],
  signature: 'e30..c2ln',
};
