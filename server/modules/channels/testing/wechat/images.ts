import type { Account } from './account.ts';
import { refuseWith } from './wechat-error.ts';

const megabyte = 1024 * 1024;
const temporary = 3 * 86_400_000;

/** What a file is, by its first bytes. */
function formatOf(bytes: Buffer): 'jpg' | 'png' | 'gif' | 'bmp' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg';
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return 'png';
  if (bytes.subarray(0, 3).toString('latin1') === 'GIF') return 'gif';
  return bytes.subarray(0, 2).toString('latin1') === 'BM' ? 'bmp' : null;
}

const keep = (account: Account, id: string, bytes: Buffer, until: number | null = null): void => {
  account.stored.images[id] = { bytes: bytes.toString('base64'), temporaryUntil: until };
};

/** `POST /cgi-bin/media/uploadimg`: a picture for the body of an article, JPEG or PNG under one megabyte; counts against no store. */
export function uploadImage(account: Account, bytes: Buffer | undefined): Record<string, unknown> {
  if (!bytes || bytes.length === 0) refuseWith(41005);
  const format = formatOf(bytes);
  if (format !== 'jpg' && format !== 'png') refuseWith(40005);
  if (bytes.length >= megabyte) refuseWith(40009);
  const url = `http://mmbiz.qpic.cn/mmbiz_${format}/${account.newId(24)}/0`;
  keep(account, url, bytes);
  return { url };
}

/** `POST /cgi-bin/material/add_material?type=image|thumb`: permanent. */
export function addMaterial(account: Account, type: string | null, bytes: Buffer | undefined): Record<string, unknown> {
  if (!bytes || bytes.length === 0) refuseWith(41005);
  const format = formatOf(bytes);
  if (!format || (type === 'thumb' && format !== 'jpg')) refuseWith(40005);
  if (bytes.length > (type === 'thumb' ? 64 * 1024 : 10 * megabyte)) refuseWith(40009);
  const id = account.newId(32);
  const url = `http://mmbiz.qpic.cn/mmbiz_${format}/${account.newId(24)}/0?wx_fmt=${format}`;
  keep(account, id, bytes);
  keep(account, url, bytes);
  return type === 'image' ? { media_id: id, url } : { media_id: id };
}

/** `POST /cgi-bin/media/upload`: held for three days; no article takes it as its cover. */
export function uploadTemporary(account: Account, bytes: Buffer | undefined): Record<string, unknown> {
  if (!bytes || bytes.length === 0) refuseWith(41005);
  const id = account.newId(32);
  keep(account, id, bytes, account.now() + temporary);
  return { type: 'image', media_id: id, created_at: Math.floor(account.now() / 1_000) };
}
