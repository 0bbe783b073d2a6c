import { textOf } from '#newsroom/testing';
import type { Things } from '../busy-county.ts';

export const absent = '01890000-0000-7000-8000-000000000000';

export const words = { 'zh-CN': '名', en: 'Name' };

export const aText = textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。']);

export const aFileForm = Buffer.concat([
  Buffer.from(
    '--xy\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
  ),
  Buffer.from('%PDF-1.7'.padEnd(60)),
  Buffer.from('\r\n--xy--\r\n'),
]);

export const assertion = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'a', authenticatorData: 'a', signature: 'a' },
};

export const attestation = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'a', attestationObject: 'a' },
};

export const station = (things: Things) => ({ level: 'town', placeId: things['place'], name: words, phone: '0000-1' });
