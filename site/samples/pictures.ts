import type { PagePicture } from '@xiangyin/server/contract';

const drawing = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450">${body}</svg>`)}`;

const levee = drawing(
  '<rect width="800" height="450" fill="#dfe9e4"/><circle cx="630" cy="110" r="46" fill="#f3d9a4"/><path d="M0 250 C120 190 200 210 300 235 S520 170 800 230 V450 H0Z" fill="#a9c6b4"/><path d="M0 300 C160 240 300 300 430 280 S700 250 800 290 V450 H0Z" fill="#6f9d84"/><path d="M0 345 C140 330 240 380 400 360 S650 330 800 365 V450 H0Z" fill="#2f6b8c"/><path d="M0 372 C160 360 260 402 420 386 S660 360 800 392 V450 H0Z" fill="#24587a"/><g fill="#8c6b3f"><rect x="120" y="322" width="54" height="22" rx="9"/><rect x="170" y="326" width="54" height="22" rx="9"/><rect x="145" y="305" width="54" height="22" rx="9"/><rect x="222" y="330" width="54" height="22" rx="9"/></g><g fill="#1f2a25"><circle cx="300" cy="270" r="11"/><path d="M289 282h22l7 52h-36z"/><circle cx="348" cy="276" r="10"/><path d="M338 287h20l6 48h-32z"/></g>',
);
const busLine = drawing(
  '<rect width="800" height="450" fill="#eef2ea"/><path d="M60 340 H300 L390 240 H590" stroke="#b9c2b6" stroke-width="14" fill="none" stroke-dasharray="2 20" stroke-linecap="round"/><path d="M60 340 H240 V110 H590 V220 H740" stroke="#1f6147" stroke-width="14" fill="none" stroke-linejoin="round" stroke-linecap="round"/><g fill="#fffdf8" stroke="#1f6147" stroke-width="7"><circle cx="60" cy="340" r="14"/><circle cx="240" cy="110" r="14"/><circle cx="415" cy="110" r="14"/><circle cx="590" cy="110" r="14"/><circle cx="740" cy="220" r="14"/></g>',
);
const lantern = drawing(
  '<rect width="800" height="450" fill="#22362f"/><circle cx="120" cy="90" r="34" fill="#f3e6bf"/><path d="M0 330h800v120H0z" fill="#2f4a40"/><path d="M0 360h800v90H0z" fill="#375a4c"/><g fill="#c9a24a"><circle cx="260" cy="230" r="22"/><circle cx="420" cy="214" r="22"/><circle cx="580" cy="230" r="22"/></g><path d="M180 330 Q420 180 660 330" stroke="#a9b8a9" stroke-width="16" fill="none"/>',
);
const stool = drawing(
  '<rect width="800" height="450" fill="#f3ead8"/><path d="M0 360h800v90H0z" fill="#e2d3b4"/><g fill="#9c6b3a"><rect x="280" y="220" width="240" height="34" rx="8"/><path d="M310 254h30l-18 120h-30zM460 254h30l18 120h-30z"/></g><g fill="#c89258"><path d="M560 350q30-40 60 0q-30 24-60 0zM610 372q24-30 50 0q-24 18-50 0zM180 366q24-34 52 0q-26 20-52 0z"/></g>',
);

const picture = (src: string, alt: string): PagePicture => {
  const cut = { src, srcset: null, avif: null, width: 800, height: 450 };
  return { ...cut, alt, wide: cut, square: cut, share: src };
};

/** Four flat drawings in the palette, so that the gallery needs no server. */
export const samplePictures = {
  levee: (alt: string) => picture(levee, alt),
  busLine: (alt: string) => picture(busLine, alt),
  lantern: (alt: string) => picture(lantern, alt),
  stool: (alt: string) => picture(stool, alt),
};
