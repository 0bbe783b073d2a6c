import { z } from 'zod';

/** An official account of the WeChat platform. */
export const wechatSettings = z.strictObject({
  kind: z.literal('wechat'),
  /** `program`: by the platform's interface; `hand`: somebody pastes it there, as accounts that are not verified have no interface any more (July 2025). */
  way: z.enum(['program', 'hand']),
  /** Empty where it is brought by hand. */
  appId: z.string().regex(/^(wx[0-9a-f]{16})?$/),
  /** What follows a wrong article: it is deleted and a new one published, or an article with the correction follows it. */
  correct: z.enum(['replace', 'notice']),
});
export type WechatSettings = z.infer<typeof wechatSettings>;
