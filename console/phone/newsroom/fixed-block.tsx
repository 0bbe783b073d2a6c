import type { Block } from '@xiangyin/document';
import { BlockView } from '../document-view.tsx';
import { say } from '../kit/language.ts';

/** A list, heading or box in a draft: shown where it stands, changed in the large console. */
export function FixedBlock({ block }: { block: Block }) {
  return (
    <div class="fixed-block document">
      <p class="meta">{say('write.fixed')}</p>
      <BlockView block={block} />
    </div>
  );
}
