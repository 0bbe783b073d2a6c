/** A step of the start, in the words of terminal and progress page. */
export type StartingStep = keyof typeof startingSteps;

/** The steps in their order: what each is called, and what to do where it fails. What happened exactly stands in the terminal or the service's log: it may name paths and addresses, and this page is for everybody. */
export const startingSteps = {
  database: {
    name: '数据库 · database',
    zh: '数据库没有起来，或者连不上。常见的是磁盘满了，或者设置里的数据库地址不对。',
    en: 'The database did not start or cannot be reached; most often the disk is full or the address in the settings is wrong.',
  },
  tables: {
    name: '表结构 · tables',
    zh: '数据库没能改成这个版本要的样子。改到一半的已经退回，原来的记录都在。',
    en: 'The database could not be brought to this version. What was half done has been taken back; all records are as they were.',
  },
  modules: {
    name: '模块 · modules',
    zh: '程序的各个部分没有装起来。常见的是设置有误，或者程序文件不全。',
    en: 'The parts of the program could not be put together; most often a setting is wrong or files of the program are missing.',
  },
  demonstration: {
    name: '演示 · demonstration',
    zh: '演示没有装好。常见的是磁盘满了；再启动一次会接着装。',
    en: 'The demonstration could not be loaded; most often the disk is full. The next start goes on from there.',
  },
  styles: {
    name: '样式 · styles',
    zh: '公开网站的样式没有做成。常见的是磁盘满了或内存不够。',
    en: 'The styles of the public site could not be made; most often the disk is full or there is too little memory.',
  },
} as const;
