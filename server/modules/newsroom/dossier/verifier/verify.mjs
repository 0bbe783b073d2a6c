// Checks a Xiangyin dossier, or the proof of one published story, without the system that made it: no network, nothing to install.
//   node verify.mjs dossier.zip      (Node.js 20 or later)
//   node verify.mjs proof.json
// The same program stands in verify.html for browsers. It is written apart from the system's own check on purpose:
// two programs that agree are better evidence than one.

const subtle = globalThis.crypto.subtle;
const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));
const hashOf = async (bytes) => hex(await sha256(bytes));
const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const joined = (a, b) => {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
};

/** Bytes of base64 or base64url. The last letter may hold bits that belong to no byte: only the one way to write them counts. */
function bytesOf(text) {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const bytes = Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
  if (btoa(String.fromCharCode(...bytes)).replace(/=+$/, '') !== plain)
    throw new Error('not the one way to write these bytes');
  return bytes;
}

/** RFC 8785 for what a dossier holds: objects, arrays, strings, whole numbers. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

/** The files of a ZIP by name. Throws for one that is broken, encrypted or holds a name twice. */
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error('This is no ZIP file.');
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('The ZIP file is broken.');
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = textOf(bytes.subarray(at + 46, at + 46 + nameLength));
    const localLength = view.getUint16(local + 26, true);
    // Some programs go by the name that stands with the file itself.
    if (textOf(bytes.subarray(local + 30, local + 30 + localLength)) !== name)
      throw new Error('The ZIP file is broken.');
    const start = local + 30 + localLength + view.getUint16(local + 28, true);
    if (files.has(name)) throw new Error(`The ZIP file holds ${name} twice.`);
    files.set(name, await unpacked(method, bytes.subarray(start, start + size)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

async function unpacked(method, packed) {
  if (method === 0) return packed;
  if (method !== 8) throw new Error('The ZIP file is packed in a way this program does not know.');
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const keyKinds = {
  EdDSA: { import: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
  Ed25519: { import: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
  ES256: { import: { name: 'ECDSA', namedCurve: 'P-256' }, verify: { name: 'ECDSA', hash: 'SHA-256' } },
  RS256: { import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, verify: { name: 'RSASSA-PKCS1-v1_5' } },
};

async function isSigned(algorithm, publicKey, signature, signed) {
  const kind = keyKinds[algorithm];
  const der = bytesOf(publicKey);
  const key = await subtle.importKey('spki', der, kind.import, true, ['verify']);
  // Some bytes of a key may be changed without changing the key: only its own form counts.
  if (hex(new Uint8Array(await subtle.exportKey('spki', key))) !== hex(der)) return false;
  const bytes = bytesOf(signature);
  return subtle.verify(kind.verify, key, algorithm === 'ES256' ? fixedFromDer(bytes) : bytes, signed);
}

/** An ECDSA signature as passkeys write it (DER), in the fixed form that this checks. */
function fixedFromDer(der) {
  const fixed = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1];
    const number = der.subarray(at + 2, at + 2 + length);
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (der[at] !== 2 || digits.length > 32) throw new Error('not a signature');
    fixed.set(digits, end - digits.length);
    at += 2 + length;
  }
  if (der[0] !== 0x30 || at !== der.length) throw new Error('not a signature');
  return fixed;
}

const good = async (work) => {
  try {
    return await work();
  } catch {
    return false;
  }
};

/** Whether this evidence proves that somebody signed the statement with this hash (WebAuthn §7.2, or the county's word for them). */
const isEvidence = (one) =>
  good(async () => {
    if (one.kind === 'attested')
      return (
        one.algorithm === 'EdDSA' &&
        isSigned('EdDSA', one.publicKey, one.signature, utf8(`xiangyin-attestation-v1\n${one.statementHash}\n`))
      );
    const authenticator = bytesOf(one.authenticatorData);
    const client = bytesOf(one.clientDataJSON);
    const { type, challenge } = JSON.parse(textOf(client));
    return (
      type === 'webauthn.get' &&
      hex(bytesOf(challenge)) === one.statementHash &&
      hex(authenticator.subarray(0, 32)) === (await hashOf(utf8(one.rpId))) &&
      (authenticator[32] & 5) === 5 &&
      isSigned(one.algorithm, one.publicKey, one.signature, joined(authenticator, await sha256(client)))
    );
  });

/** Which parts of a text differ: headline, lead, words, pictures, what stands with a picture. */
function changedParts(before, after) {
  const apart = (text) => {
    const figures = [];
    const without = (value) => {
      if (Array.isArray(value)) return value.map(without);
      if (value === null || typeof value !== 'object') return value;
      if (value.type === 'figure') {
        figures.push(value.attrs);
        return 'figure';
      }
      return Object.fromEntries(Object.keys(value).map((key) => [key, without(value[key])]));
    };
    const words = canonical(without(text.body.content));
    return {
      title: text.title,
      lead: text.deck,
      body: `${text.language}${words}`,
      picture: canonical(figures.map(({ hash, width, height }) => [hash, width, height])),
      caption: canonical(figures.map(({ alt, caption, credit }) => [alt, caption, credit])),
    };
  };
  const [was, is] = [apart(before), apart(after)];
  return Object.keys(was).filter((part) => was[part] !== is[part]);
}

/** Whether an entry that lets an approval stand over a changed text is well founded and says the change exactly. */
const isCarried = (proof, one, statement) =>
  good(() => {
    const root = proof.signatures.find(
      (other) => other.statementHash === statement.carries && other.verdict === 'approved' && other.number < one.number,
    );
    const signer = (other) => JSON.parse(textOf(bytesOf(other.statement))).signer;
    if (
      !root ||
      root.step !== one.step ||
      root.side !== one.side ||
      signer(root) !== signer(one) ||
      one.kind !== 'attested'
    )
      return false;
    const textAt = (hash) => JSON.parse(textOf(bytesOf(proof.texts[hash])));
    const said = statement.changed
      .split('.')
      .filter((part) => !['nothing', 'byline', 'places', 'notice'].includes(part));
    const headAt = (other) => (other.head === undefined ? undefined : JSON.parse(textOf(bytesOf(other.head))));
    return (
      changedParts(textAt(root.textHash), textAt(one.textHash)).join() === said.join() &&
      changedHead(headAt(root), headAt(one)).every((part) => statement.changed.split('.').includes(part))
    );
  });

function changedHead(was, is) {
  if (!was || !is) return [];
  const differs = (...names) => names.some((name) => canonical(was[name]) !== canonical(is[name]));
  return [
    ...(differs('byline') ? ['byline'] : []),
    ...(differs('places') ? ['places'] : []),
    ...(differs('kind', 'level', 'validUntil') ? ['notice'] : []),
  ];
}

// Dossiers of before 2026-11 name no chain: these three were all there was.
const oldChains = {
  full: [
    ['first_review', 'first'],
    ['second_review', 'second'],
    ['final_review', 'final'],
  ],
  paired: [
    ['first_review', 'reviews'],
    ['second_review', 'reviews'],
    ['final_review', 'final'],
  ],
  urgent: [['urgent_review', 'final']],
};

/** What is wrong with one story's proof, as sentences in both languages; empty when all is good. `isExtract`: it holds the approvals that the valid edition stands on, and not what lies between them. Whoever checks says so, never the file: in a dossier nothing may be missing. */
export async function storyProblems(proof, isExtract = false) {
  const problems = [];
  const check = (holds, zh, en) => void (holds || problems.push({ zh, en }));
  for (const [hash, text] of Object.entries(proof.texts))
    check(
      (await hashOf(bytesOf(text))) === hash,
      `文字 ${hash.slice(0, 8)} 被改过`,
      `Text ${hash.slice(0, 8)} was changed`,
    );
  let before;
  for (const one of proof.signatures) {
    const [zh, en] = [`签名 ${one.number}：`, `Signature ${one.number}: `];
    const bytes = bytesOf(one.statement);
    const statement = await good(() => JSON.parse(textOf(bytes)));
    check(
      statement && canonical(statement) === textOf(bytes),
      `${zh}签名的内容读不出来`,
      `${en}its statement cannot be read`,
    );
    if (!statement) continue;
    check((await hashOf(bytes)) === one.statementHash, `${zh}签名的内容被改过`, `${en}its statement was changed`);
    check(await isEvidence(one), `${zh}签名不对`, `${en}the signature is false`);
    check(
      statement.textHash === one.textHash && one.textHash in proof.texts,
      `${zh}文字和签名时不一样`,
      `${en}the text is not the one that was signed`,
    );
    check(
      statement.county === proof.county &&
        statement.story === proof.story &&
        statement.step === one.step &&
        statement.verdict === one.verdict,
      `${zh}记录和签名的内容不一致`,
      `${en}the record differs from what was signed`,
    );
    // Byline, places and data of a notice as its signer saw them; older statements name none.
    const head = one.head === undefined ? undefined : bytesOf(one.head);
    check(
      statement.headHash === (head && (await hashOf(head))),
      `${zh}署名、地方或有效期和签名时不一样`,
      `${en}byline, places or validity are not those that were signed`,
    );
    check(
      (statement.mark === 'demonstration') === (one.kind === 'demonstration'),
      `${zh}演示标记不一致`,
      `${en}the demonstration mark differs`,
    );
    check(
      one.verdict !== 'carried' || (await isCarried(proof, one, statement)),
      `${zh}沿用没有根据，或没有说对改了什么`,
      `${en}it stands without ground, or does not say what was changed`,
    );
    const follows = one.number === (before ? before.number + 1 : 1);
    check(
      (follows && statement.previous === (before ? before.statementHash : '')) ||
        (isExtract && !follows && one.number > (before ? before.number : 1)),
      `${zh}和前一个签名接不上`,
      `${en}it does not join the signature before it`,
    );
    if (one.verdict === 'taken-back') {
      const prior = before && (await good(() => JSON.parse(textOf(bytesOf(before.statement)))));
      check(
        prior &&
          ['approved', 'returned', 'rejected'].includes(before.verdict) &&
          before.round === one.round &&
          ['step', 'signer', 'textHash'].every((field) => prior[field] === statement[field]),
        `${zh}说收回签名，前面却没有可收回的`,
        `${en}it says that it takes a signature back, and there is none before it`,
      );
    }
    before = one;
  }
  for (const edition of proof.editions) {
    const [zh, en] = [`第 ${edition.number} 版：`, `Edition ${edition.number}: `];
    // What its signer took back is followed at once by the entry that does so.
    const approvals = proof.signatures.filter(
      (one, at) =>
        one.round === edition.round &&
        ['approved', 'carried'].includes(one.verdict) &&
        proof.signatures[at + 1]?.verdict !== 'taken-back',
    );
    check(edition.textHash in proof.texts, `${zh}没有文字`, `${en}its text is missing`);
    const chain = edition.chain ?? {
      label: edition.path,
      separation: 'strict',
      steps: oldChains[edition.path].map(([step, side]) => ({ step, side })),
    };
    for (const { step, side } of chain.steps)
      check(
        approvals.filter((one) => one.step === step && one.side === side).length === 1,
        `${zh}少了一审（${step}）`,
        `${en}a step is missing (${step})`,
      );
    check(
      approvals.every((one) => one.textHash === edition.textHash),
      `${zh}签的是另一段文字`,
      `${en}another text was signed`,
    );
    const last = chain.steps.at(-1).step;
    check(
      approvals.every((one) => one.step !== last || one.verdict === 'approved'),
      `${zh}最后一步没有签在这段文字上`,
      `${en}the last step was not signed on this text`,
    );
    const said = (one) => JSON.parse(textOf(bytesOf(one.statement)));
    check(
      new Set(approvals.flatMap((one) => said(one).headHash ?? [])).size <= 1,
      `${zh}几个签名看到的署名、地方或有效期不一样`,
      `${en}its signers saw different bylines, places or validity`,
    );
    check(
      approvals.every((one) => said(one).path === chain.label),
      `${zh}签名属于另一个流程`,
      `${en}signed under another chain`,
    );
    // A second step by one person is possible where the chain logs it, and is marked.
    const mayRepeat = (one) => chain.separation === 'logged' && one.exception === true;
    check(
      approvals.every((a, at) =>
        approvals.every(
          (b, before) => before >= at || a.side === b.side || said(a).signer !== said(b).signer || mayRepeat(a),
        ),
      ),
      `${zh}同一个人签了两审`,
      `${en}one person signed two steps`,
    );
  }
  return problems;
}

/** What is wrong with the bundle itself: files that are missing, changed or not listed, and the county's signature over the list. */
async function bundleProblems(files, manifest, seal) {
  const problems = [];
  const check = (holds, zh, en) => void (holds || problems.push({ zh, en }));
  const bytes = files.get('manifest.json');
  check(canonical(manifest) === textOf(bytes), '目录被改过', 'The manifest was changed');
  const statement = utf8(`xiangyin-bundle-v1\n${await hashOf(bytes)}\n`);
  check(
    await good(() => isSigned('Ed25519', seal.publicKey, seal.signature, statement)),
    '县里的签名不对',
    'The county’s signature is false',
  );
  const listed = new Set(manifest.files.map((one) => one.name));
  for (const one of manifest.files) {
    const file = files.get(one.name);
    check(file, `${one.name} 不见了`, `${one.name} is missing`);
    check(!file || (await hashOf(file)) === one.sha256, `${one.name} 被改过`, `${one.name} was changed`);
  }
  for (const [name, file] of files)
    check(
      !/^pictures\/.*\.jpg$/.test(name) || name === `pictures/${await hashOf(file)}.jpg`,
      `${name} 不是签过的那张图片`,
      `${name} is not the picture that was signed`,
    );
  for (const name of files.keys())
    check(
      listed.has(name) || name === 'manifest.json' || name === 'manifest.sig.json',
      `${name} 不在目录里`,
      `${name} is not in the manifest`,
    );
  if (manifest.sample)
    check(await isDrawn(manifest), '抽样重算的结果不同', 'Drawing the sample again gives other days');
  return problems;
}

/** A text as `edition-N.txt` holds it: title, lead and body, a blank line between blocks, footnotes at the end. */
export function plainText(text) {
  return [text.title, text.deck, plainBody(text)].filter((part) => part !== '').join('\n\n');
}

function plainBody({ language, body }) {
  const notes = [];
  const signs = /^zh\b/.test(language) ? ['（图片', '：', '，', '）'] : ['(Picture', ': ', ', ', ')'];
  const words = (content = []) =>
    content
      .map((node) => {
        if (node.type === 'text') return node.text;
        return node.type === 'hardBreak' ? '\n' : `[${notes.push(words(node.content))}]`;
      })
      .join('');
  const blocks = (content) => content.map(block).filter((part) => part !== '');
  const items = (content, sign) =>
    content.map((item, at) => sign(at) + blocks(item.content).join('\n').replaceAll('\n', '\n  ')).join('\n');
  const cell = (one) => blocks(one.content).join(' ').replaceAll('\n', ' ');
  const kinds = {
    paragraph: ({ content }) => words(content),
    heading: ({ content }) => words(content),
    bulletList: ({ content }) => items(content, () => '• '),
    orderedList: ({ content, attrs }) => items(content, (at) => `${attrs.start + at}. `),
    blockquote: ({ content }) => blocks(content).join('\n\n'),
    factBox: ({ content }) => blocks(content).join('\n\n'),
    gallery: ({ content }) => blocks(content).join('\n'),
    table: ({ content }) => content.map((row) => row.content.map(cell).join(' | ')).join('\n'),
    horizontalRule: () => '———',
    figure: ({ attrs }) => {
      const [open, colon, comma, close] = signs;
      const said = attrs.caption === '' ? attrs.alt : attrs.caption;
      const parts = [attrs.credit === '' ? said : said.replace(/[。.]$/u, ''), attrs.credit];
      const line = parts.filter((part) => part !== '').join(comma);
      return open + (line === '' ? '' : colon + line) + close;
    },
  };
  const block = (one) => kinds[one.type](one);
  const parts = [...blocks(body.content), notes.map((note, at) => `[${at + 1}] ${note}`).join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const read = (html) => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => entities[sign]);
const bare = (words) => words.replaceAll(/\s/gu, '');
/** What a page holds between two signs, in its order. */
const within = (page, pattern) => Array.from(page.matchAll(pattern), ([, words]) => read(words));

/** What the files for people say otherwise than the texts that were signed. Of a page these are the headline, the words of the text and the hashes of its editions; all else in it the county’s signature over the manifest covers. */
async function readableProblems(files, folder, proof) {
  const problems = [];
  const check = (holds, zh, en) => void (holds || problems.push({ zh, en }));
  const written = (name) => (files.has(`${folder}/${name}`) ? textOf(files.get(`${folder}/${name}`)) : undefined);
  const signed = ({ textHash }) => JSON.parse(textOf(bytesOf(proof.texts[textHash])));
  for (const edition of proof.editions) {
    const name = `edition-${edition.number}.txt`;
    check(
      await good(() => written(name) === `${plainText(signed(edition))}\n`),
      `${name} 里的文字和第 ${edition.number} 版签过的不一样`,
      `${name} does not say what was signed as edition ${edition.number}`,
    );
  }
  const numbers = new Set(proof.editions.map(({ number }) => `${folder}/edition-${number}.txt`));
  for (const name of files.keys())
    check(
      !name.startsWith(`${folder}/edition-`) || numbers.has(name),
      `${name.split('/').at(-1)} 不是签过的任何一版`,
      `${name.split('/').at(-1)} is no edition that was signed`,
    );
  const valid = proof.editions.at(-1);
  if (!valid) return problems;
  const [page, first] = [written('index.html') ?? '', files.has('index.html') ? textOf(files.get('index.html')) : ''];
  const text = await good(() => signed(valid));
  check(
    await good(() => within(page, /<h1>([^<]*)<\/h1>/g).join('\n') === text.title),
    'index.html 里的标题和签过的不一样',
    'index.html has another headline than was signed',
  );
  check(
    await good(() => bare(within(page, /<td lang="[^"]*">([^<]*)<\/td>/g).join('')) === bare(plainBody(text))),
    'index.html 里的正文和签过的不一样',
    'index.html has other words than were signed',
  );
  check(
    within(page, /<span class="num">([0-9a-f]{64})<\/span>/g).join() ===
      proof.editions.map((one) => one.textHash).join(),
    'index.html 里的文字指纹和签过的不一样',
    'index.html names other fingerprints than were signed',
  );
  const lines = Array.from(first.matchAll(/<li><a \w+="([^"]*)">([^<]*)<\/a>/g), ([, to, words]) => [
    read(to),
    read(words),
  ]);
  const own = lines.filter(([to]) => to === `${folder}/index.html`);
  check(
    await good(() => own.length === 1 && own[0][1] === text.title),
    '目录页 index.html 里这一篇的标题和签过的不一样',
    'the first page, index.html, has another headline than was signed',
  );
  return problems;
}

const byText = (a, b) => (a < b ? -1 : 1);

async function isDrawn({ county, sample }) {
  const ranked = await Promise.all(
    sample.candidates.map(async (day) => ({ day, rank: await hashOf(utf8(`${sample.seed}\n${county}\n${day}`)) })),
  );
  const drawn = ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, sample.days.length);
  return (
    drawn
      .map(({ day }) => day)
      .sort(byText)
      .join() === [...sample.days].sort(byText).join()
  );
}

const nothing = { zh: '里面没有签名', en: 'It holds no signature' };

/** The proof of one published story, as its page offers it. The key is the county's, where it attested a signature. */
async function verifyProof(json) {
  const proof = JSON.parse(json);
  const found =
    proof.editions?.length > 0 && proof.signatures?.length > 0 ? await storyProblems(proof, true) : [nothing];
  const keys = new Set((proof.signatures ?? []).flatMap((one) => (one.kind === 'attested' ? [one.publicKey] : [])));
  const fingerprint =
    keys.size > 0 ? (await Promise.all([...keys].map((key) => hashOf(bytesOf(key))))).join(' ') : null;
  const edition = proof.editions?.at(-1);
  const text = await good(() => JSON.parse(textOf(bytesOf(proof.texts[edition.textHash]))));
  return {
    valid: found.length === 0,
    fingerprint,
    text: text ? { title: text.title, hash: edition.textHash } : undefined,
    problems: found.map((one) => ({ where: '', ...one })),
    stories: 1,
  };
}

async function dossierProblems(files, folder, file) {
  const proof = JSON.parse(textOf(file));
  return [...(await storyProblems(proof)), ...(await readableProblems(files, folder, proof))];
}

/** Checks a bundle or a proof: `{ valid, fingerprint, madeAt, problems: [{ where, zh, en }], stories, text }`. Throws for a file that is neither. */
export async function verify(bytes) {
  if (bytes[0] === 0x7b) return verifyProof(textOf(bytes));
  const files = await unzip(bytes);
  if (!files.has('manifest.json') || !files.has('manifest.sig.json')) throw new Error('This ZIP file is no dossier.');
  const manifest = JSON.parse(textOf(files.get('manifest.json')));
  const seal = JSON.parse(textOf(files.get('manifest.sig.json')));
  const problems = (await bundleProblems(files, manifest, seal)).map((one) => ({ where: '', ...one }));
  let stories = 0;
  for (const [name, file] of files) {
    if (!name.endsWith('/proof.json')) continue;
    stories += 1;
    const folder = name.slice(0, -'/proof.json'.length);
    const found = await dossierProblems(files, folder, file).catch(() => [{ zh: '读不出来', en: 'cannot be read' }]);
    problems.push(...found.map((one) => ({ where: folder.split('/').slice(1).join('/'), ...one })));
  }
  const fingerprint = await hashOf(bytesOf(seal.publicKey));
  return { valid: problems.length === 0, fingerprint, madeAt: manifest.madeAt, problems, stories };
}

if (globalThis.process?.argv?.[1]?.endsWith('verify.mjs')) {
  const { readFile } = await import('node:fs/promises');
  const say = (line) => globalThis.process.stdout.write(`${line}\n`);
  const path = globalThis.process.argv[2];
  if (!path) {
    say('node verify.mjs dossier.zip | proof.json');
    globalThis.process.exit(2);
  }
  try {
    const report = await verify(new Uint8Array(await readFile(path)));
    for (const { where, zh, en } of report.problems) say(`✖ ${where ? `${where} ` : ''}${zh} · ${en}`);
    if (report.text) say(`${report.text.title}\n文字的指纹 · fingerprint of the text: ${report.text.hash}`);
    if (report.fingerprint) say(`县里公钥的指纹 · fingerprint of the county's key: ${report.fingerprint}`);
    say(
      report.valid
        ? `✔ ${report.stories} 篇全部可靠 · ${report.stories === 1 ? 'the story is good' : `all ${report.stories} stories are good`}`
        : `✖ 有 ${report.problems.length} 处问题 · ${report.problems.length} problems`,
    );
    globalThis.process.exitCode = report.valid ? 0 : 1;
  } catch (error) {
    say(`✖ ${error.message}`);
    globalThis.process.exitCode = 1;
  }
}
