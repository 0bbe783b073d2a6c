import { figuresIn, type FigureAttrs } from '@xiangyin/document';
import { pictureAddress } from '../text/story-picture.tsx';
import type { DocxPicture, DocxStory } from './write-docx.ts';

/** A story as a Word file, with its pictures as the site shows them. */
export async function exportStory(story: Omit<DocxStory, 'pictures'>): Promise<Blob> {
  const { writeDocx } = await import('./write-docx.ts');
  const pictures = new Map<string, DocxPicture>();
  for (const { attrs: figure } of figuresIn(story.text)) {
    if (pictures.has(figure.hash)) continue;
    const picture = await asJpeg(figure).catch(() => null);
    if (picture) pictures.set(figure.hash, picture);
  }
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return new Blob([writeDocx({ ...story, pictures })], { type });
}

// Word on older machines knows no WebP.
async function asJpeg({ hash, width }: FigureAttrs): Promise<DocxPicture | null> {
  const answer = await fetch(pictureAddress(hash, width));
  if (!answer.ok) return null;
  const image = await createImageBitmap(await answer.blob());
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  // What is transparent becomes paper, not black.
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, image.width, image.height);
  brush.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.88));
  return blob && { bytes: new Uint8Array(await blob.arrayBuffer()), width: image.width, height: image.height };
}
