import type { CopyPackageView } from '@xiangyin/server/contract';
import { Part } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

const border = 4;

/** The code that leads to the story on the site, to look at and to take along. */
export function QrPicture({ qr, address, title }: { qr: CopyPackageView['qr']; address: string; title: string }) {
  const words = useWords(channelTexts);
  const side = qr.size + border * 2;
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-border} ${-border} ${side} ${side}" width="800" height="800"><rect x="${-border}" y="${-border}" width="${side}" height="${side}" fill="#fff"/><path d="${qr.path}" fill="#000"/></svg>`,
  )}`;
  return (
    <Part title={words.code}>
      <img src={picture} alt={`${words.codeHint}: ${title}`} width={180} height={180} style={{ borderRadius: 8 }} />
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
