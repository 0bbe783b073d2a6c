import sharp from 'sharp';

// A process of its own, because the server blocks sharp's SVG loader for everything that is uploaded.
// Standard input: an SVG of ours. Standard output: a PNG. Ends with 3 where Han characters are wanted and no font here has them.

const noFont = 3;

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  const svg = Buffer.concat(chunks);
  sharp.cache(false);
  sharp.concurrency(1);
  if (/\p{Script=Han}/u.test(svg.toString('utf8')) && !(await hasHanFont())) {
    process.exitCode = noFont;
    return;
  }
  process.stdout.write(
    await sharp(svg).flatten({ background: '#ffffff' }).png({ compressionLevel: 9, palette: true }).toBuffer(),
  );
}

// 一 is one stroke: where it comes out as high as wide, it is the box that stands for a missing letter.
async function hasHanFont(): Promise<boolean> {
  const side = 96;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="#fff"/><text x="16" y="74" font-size="64" font-family="serif">一</text></svg>`;
  const grey = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  const rows = Array.from({ length: side }, (_, row) =>
    grey.subarray(row * side, (row + 1) * side).some((one) => one < 128),
  );
  const high = rows.lastIndexOf(true) - rows.indexOf(true) + 1;
  return rows.includes(true) && high < 24;
}

await main();
