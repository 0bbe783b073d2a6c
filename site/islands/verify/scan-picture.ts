interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

const longestSide = 2_000;

/** The text of the QR code in a photo; undefined where none is found. By the browser's own reader where it has one, otherwise by a library that comes only then. */
export async function textInPicture(file: Blob): Promise<string | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return undefined;
  return (await byBrowser(image)) ?? byLibrary(image);
}

async function byBrowser(image: ImageBitmap): Promise<string | undefined> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  try {
    return Maker && (await new Maker({ formats: ['qr_code'] }).detect(image))[0]?.rawValue;
  } catch {
    return undefined;
  }
}

async function byLibrary(image: ImageBitmap): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decodeQR({ data, width, height }, { timeLimit: 4_000 });
  } catch {
    return undefined;
  }
}
