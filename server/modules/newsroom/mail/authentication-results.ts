/** What a mail server found about a message, by one header of its own (RFC 8601 §2.2). */
interface Found {
  readonly method: string;
  readonly result: string;
  /** `smtp.mailfrom`, `header.d`, … in lower case. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Whether the county's own mail server (`authority`) found that the message is from the domain of its From address: by DMARC, by a DKIM signature of that domain, or by SPF of that very domain.
 *  Only the topmost header is read, and only if it is that server's: what stands below may have come with the message. A server that checks nothing, or that leaves headers in its name that came from outside (RFC 8601 §5 forbids it), proves nothing; the county says which server it trusts. */
export function isFromItsDomain(headers: readonly string[], authority: string, domain: string): boolean {
  const [server = '', ...found] = parts(headers[0] ?? '');
  if (server.trim().split(/\s/)[0]?.toLowerCase() !== authority.toLowerCase()) return false;
  return found.map(read).some((one) => one.result === 'pass' && proves(one, domain));
}

function proves({ method, properties }: Found, domain: string): boolean {
  if (method === 'dmarc') return properties.get('header.from') === domain;
  if (method === 'dkim') return within(domain, properties.get('header.d'));
  if (method === 'spf') return properties.get('smtp.mailfrom')?.split('@').at(-1) === domain;
  return false;
}

// Relaxed alignment (RFC 7489 §3.1.1): a domain speaks for those below it; a name without a dot for none.
const within = (domain: string, signer: string | undefined): boolean =>
  signer !== undefined && signer.includes('.') && (domain === signer || domain.endsWith(`.${signer}`));

function read(part: string): Found {
  const [, method = '', result = ''] = /^\s*([\w-]+)(?:\/\d+)?\s*=\s*(\w+)/.exec(part) ?? [];
  const properties = [...part.matchAll(/\b(\w+\.[\w-]+)\s*=\s*(\S+)/g)].map(
    ([, name = '', value = '']): [string, string] => [name.toLowerCase(), value.toLowerCase()],
  );
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(properties) };
}

// Comments go; within quotes nothing divides, so that a sender's own words in a quoted address are no result.
function parts(header: string): string[] {
  const found = [''];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < header.length; at++) {
    const sign = header[at] ?? '';
    if (sign === '\\' && (quoted || depth > 0)) at++;
    else if (depth === 0 && sign === '"') quoted = !quoted;
    else if (!quoted && sign === '(') depth++;
    else if (!quoted && sign === ')' && depth > 0) depth--;
    else if (depth === 0 && !quoted && sign === ';') found.push('');
    else if (depth === 0) found[found.length - 1] += quoted && /[\s=]/.test(sign) ? '_' : sign;
  }
  return found;
}
