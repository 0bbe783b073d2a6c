import type { CopyPackageView } from '@xiangyin/server/contract';
import { Part } from '../kit/page.tsx';
import { qrAddress } from '../kit/qr-address.ts';
import { QrImage } from '../kit/qr-image.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

/** 防伪码: the code by which whoever has the copy in hand checks it, to be carried along with it. */
export function MarkPicture({ mark, title }: { mark: NonNullable<CopyPackageView['mark']>; title: string }) {
  const words = useWords(channelTexts);
  return (
    <Part title={words.mark}>
      <QrImage qr={mark.qr} alt={`${words.mark}: ${title}`} size={260} />
      <p className="second">
        {words.markHint} <a href={mark.address}>{words.checkMark}</a>
      </p>
      <p>
        <a href={qrAddress(mark.qr)} download={`${title} ${words.mark}.svg`}>
          {words.downloadMark}
        </a>
      </p>
    </Part>
  );
}
