/** Longer side of a picture that is sent, in pixels: what the public site shows at most. */
const longest = 1_600;
/** A picture at 200 kbit/s should not take longer than a quarter of a minute. */
const most = 380_000;

/** A picture as it will be sent. */
export interface SmallPicture {
  readonly bytes: ArrayBuffer;
  readonly width: number;
  readonly height: number;
}

/** Makes a photograph small on the device: upright, at most 1600 pixels, JPEG without where and when it was taken. Throws when it is no picture. */
export async function shrinkPicture(file: Blob): Promise<SmallPicture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => createImageBitmap(file));
  for (const [side, quality] of [
    [longest, 0.8],
    [longest, 0.65],
    [1_200, 0.65],
    [1_000, 0.5],
  ] as const) {
    const small = await drawn(bitmap, side, quality);
    if (small.bytes.byteLength <= most || side === 1_000) {
      bitmap.close();
      return small;
    }
  }
  throw new Error('no size was small enough');
}

async function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<SmallPicture> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw');
  // What is transparent becomes paper, not black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!blob) throw new Error('this browser cannot write JPEG');
  return { bytes: await blob.arrayBuffer(), width: canvas.width, height: canvas.height };
}
