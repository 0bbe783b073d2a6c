const words: Readonly<Record<string, readonly [string, string]>> = {
  EROFS: [
    '所在的磁盘是只读的，请改成可写，或用 XIANGYIN_VAR 把数据目录放到别处',
    'lies on a disk that is read-only: make it writable, or put the data folder elsewhere (XIANGYIN_VAR)',
  ],
  EACCES: [
    '没有写的权限，请以它的主人启动，或把它移交给您（chown -R）',
    'may not be written by this user: start as its owner, or have it handed over to you (chown -R)',
  ],
  ENOSPC: ['所在的磁盘满了，请腾出地方再启动', 'lies on a disk that is full: make room, then start again'],
};
const alike: Readonly<Record<string, string>> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC' };

/** What a person can do where a file or folder could not be written, in both languages: its disk is read-only or full, or it is somebody else's. Null for any other error. */
export function diskWords(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'path' in error && 'syscall' in error)) return null;
  const [code, path, call] = [String(error.code), String(error.path), String(error.syscall)];
  const said = words[alike[code] ?? code];
  // A program that may not be run, a port that may not be used.
  if (!said || /^(?:spawn|listen|connect|bind)/.test(call)) return null;
  return `${path} ${said[0]}（${code}）。\n${path} ${said[1]} (${code}).`;
}
