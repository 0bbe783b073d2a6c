import type { CopyPackageView } from '@xiangyin/server/contract';
import { Part } from '../kit/page.tsx';
import { qrAddress } from '../kit/qr-address.ts';
import { QrImage } from '../kit/qr-image.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

/** The code that leads to the story on the site, to look at and to take along. */
export function QrPicture({ qr, address, title }: { qr: CopyPackageView['qr']; address: string; title: string }) {
  const words = useWords(channelTexts);
  const picture = qrAddress(qr);
  return (
    <Part title={words.code}>
      <QrImage qr={qr} alt={`${words.codeHint}: ${title}`} />
      <p className="second" style={{ overflowWrap: 'anywhere' }}>
        {words.codeHint}
        <br />
        <a href={address}>{address}</a>
      </p>
      <p>
        <a href={picture} download={`${title}.svg`}>
          {words.downloadCode}
        </a>
      </p>
    </Part>
  );
}
