import { systemActor } from '#platform/actor';
import type { RotationReason } from '#platform/key-rotation';
import type { Command } from '#platform/manifest';
import { rotateCountyKey } from './rotate-county-key.ts';

const reasons: readonly RotationReason[] = ['scheduled', 'compromised', 'lost'];

/** `cli keys rotate`. */
export const rotateCommand: Command = {
  name: 'keys rotate',
  summary: '给县换一把签名的密钥，并公布 · Change the county’s signing key, and publish the change',
  usage: [
    'keys rotate [--why=scheduled|compromised|lost] [--county=<slug>]',
    '  scheduled    按计划换；旧钥签过的仍然算数 · as planned; what the old key signed stays good',
    '  compromised  旧钥可能被人拿走；它签的防伪码要联网核对 · somebody may have the old key; its marks must be checked online',
    '  lost         旧钥的私钥没有了 · the old key’s private part is gone',
  ].join('\n'),
  async run({ inCounty, flags, args, say }) {
    const why = reasons.find((one) => one === (flags['why'] ?? 'scheduled'));
    if (!why || args.length > 0) {
      say(this.usage);
      return 2;
    }
    const { from, to } = await inCounty((ctx) => rotateCountyKey(ctx, systemActor('keys-rotate'), why));
    say(`✓ ${from.join(', ') || '—'} → ${to}`);
    say(
      '新钥已公布在 /.well-known/xiangyin-keys.json · The new key is published there. 几台机器的，把 var/keys 里的新文件抄到每一台；并重新做一次备份。 · With several machines, copy the new file in var/keys to each; then make a new backup.',
    );
    return 0;
  },
};
