import type { Limits } from '../limits.ts';

/** What an article may be (developers.weixin.qq.com, draft/add), and how many are published in a day (freepublish/submit). */
export const wechatLimits = {
  title: 32,
  author: 16,
  digest: 128,
  body: 19_999,
  perDay: 100,
} as const satisfies Limits;

/** The body with its markup, too, is bounded in bytes. */
export const mostBodyBytes = 1024 * 1024 - 1;
/** A picture in a body: JPEG or PNG below one megabyte. */
export const mostPictureBytes = 1024 * 1024 - 1;
/** The link to the original, in bytes. */
export const mostSourceBytes = 1024;

/** How often each call may be made in a day of the platform. */
export const dailyCalls = {
  'draft/add': 1_000,
  'draft/get': 500,
  'freepublish/submit': 100,
  'freepublish/get': 100,
  'freepublish/getarticle': 100,
  'freepublish/batchget': 100,
  'freepublish/delete': 10,
} as const;
/** Of the hundred questions a day for an article (`freepublish/getarticle`), the rest is left to those that are new and those that persons ask. */
export const looksPerDay = 40;
export type CountedCall = keyof typeof dailyCalls;
