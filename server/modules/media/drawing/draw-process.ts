import sharp from 'sharp';

// A process of its own, because the server blocks sharp's SVG loader for everything that is uploaded.
// Standard input: an SVG of ours. Standard output: a PNG. FONTCONFIG_FILE says where its fonts are.

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  sharp.cache(false);
  sharp.concurrency(1);
  process.stdout.write(
    await sharp(Buffer.concat(chunks))
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer(),
  );
}

await main();
