/** An address without the slash at its end. */
export function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

/** The items of a text, separated by commas or spaces. */
export function list(value: string): string[] {
  return value
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter(Boolean);
}

/** 0 to 65535. */
export function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
}

/** 2 to 200. */
export function isPoolSize(value: string): boolean {
  return /^\d{1,3}$/.test(value) && Number(value) >= 2 && Number(value) <= 200;
}

/** An address of the web without path. */
export function isPublicAddress(value: string): boolean {
  return hasProtocol(value, ['http:', 'https:']) && ['', '/'].includes(new URL(value).pathname) && !/[?#]/.test(value);
}

/** `name@host` or `Name <name@host>`. */
export function isSender(value: string): boolean {
  return /^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value.trim());
}

/** The address of a bucket with key and secret. One segment at most: the bucket, where it does not stand in the host name. */
export function isBucket(value: string): boolean {
  if (!hasProtocol(value, ['https:', 'http:'])) return false;
  const { username, password, pathname } = new URL(value);
  return username !== '' && password !== '' && /^\/[^/]*\/?$/.test(pathname);
}

/** A folder of another machine, with the name that signs in there and the fingerprint by which the machine is known. */
export function isSftpFolder(value: string): boolean {
  if (!hasProtocol(value, ['sftp:'])) return false;
  const { username, pathname, searchParams } = new URL(value);
  // A plus in an address is a blank once it is read.
  const fingerprint = searchParams.get('hostkey')?.replaceAll(' ', '+') ?? '';
  return username !== '' && pathname.length > 1 && /^SHA256:[A-Za-z0-9+/]{43}$/.test(fingerprint);
}

/** With role and database. */
export function isDatabaseAddress(value: string): boolean {
  return (
    hasProtocol(value, ['postgres:', 'postgresql:']) &&
    new URL(value).username !== '' &&
    new URL(value).pathname.length > 1
  );
}

/** Whether it is an address with one of these protocols (`https:`). */
export function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** The address of a gateway with account and token. */
export function isGateway(value: string): boolean {
  return hasProtocol(value, ['https:', 'http:']) && new URL(value).username !== '' && new URL(value).password !== '';
}

/** The issuer of an OpenID provider: https without query or fragment; http is let through for this machine alone (trust.md A24). */
export function isIssuer(value: string): boolean {
  const address = URL.parse(value);
  if (!address || address.search !== '' || address.hash !== '' || address.username !== '') return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isThisMachine(address.hostname));
}

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
