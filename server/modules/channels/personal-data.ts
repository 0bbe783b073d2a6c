import type { PersonalData } from '#platform/manifest';
import type { Kind } from './kinds/kind.ts';

/** Who brings copies by hand: an id, so that they can be told. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'channels.channels',
      column: 'keeper_id',
      purpose: 'to tell whoever keeps a channel that a copy waits for them',
      basis: 'their work here (PIPL art. 13(1)(2); GDPR art. 6(1)(b))',
      retention: 'until somebody else keeps it; cleared when they are erased',
    },
  ],
  export: async (tx, personId) => ({
    'channels.channels': await tx.named(
      'channels.export-kept',
      'select id, name from channels.channels where county_id = $1 and keeper_id = $2',
      [tx.countyId, personId],
    ),
  }),
  erase: async (tx, personId) => {
    await tx.named(
      'channels.erase-keeper',
      'update channels.channels set keeper_id = null where county_id = $1 and keeper_id = $2',
      [tx.countyId, personId],
    );
  },
};

/** With what the kinds of channels hold about persons. */
export function withKinds(own: PersonalData, kinds: readonly Kind[]): PersonalData {
  const parts = [own, ...kinds.flatMap((kind) => kind.personalData ?? [])];
  return {
    columns: parts.flatMap((part) => part.columns),
    async export(tx, personId) {
      const exported: Record<string, unknown[]> = {};
      for (const part of parts) Object.assign(exported, await part.export(tx, personId));
      return exported;
    },
    async erase(tx, personId) {
      for (const part of parts) await part.erase(tx, personId);
    },
  };
}
