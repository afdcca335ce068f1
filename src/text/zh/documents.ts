import type { DocumentRefusal } from '../../ports/document-reader.ts';

const OLD_FORMATS: Readonly<Record<string, string>> = {
  doc: '旧版 Word 文件（.doc）',
  wps: 'WPS 文字文件（.wps）',
  ofd: '版式文件（.ofd）',
  xls: '旧版 Excel 表格（.xls）',
  et: 'WPS 表格（.et）',
};

const extensionOf = (file: string): string => /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';

const REFUSALS: Readonly<Record<DocumentRefusal, string>> = {
  empty: '是空文件，里面没有文字。请确认文件已经下载完整，再发一次。',
  'too-large': '超过了 30 MB，读不了。请只保留正文（去掉图片和扫描页），或者拆成几份再发。',
  encrypted: '加了密码，打不开。请去掉密码保护（用密码打开后另存一份）再发。',
  'no-text': '里面只有图片，没有可以读取的文字。请换成能选中文字的版本（网页原文、docx 或文字版 pdf）。',
  damaged: '内容不完整或已损坏。请重新下载或重新导出后再发。',
  'archive-bomb': '解压后大得不正常，出于安全没有打开。请用 Word 或 WPS 打开后另存为 docx 或 pdf 再发。',
  'old-format': '的格式读不了。请用 Word 或 WPS 打开，另存为 docx 或 pdf 再发。',
  binary: '不是文字文件（内容和扩展名对不上）。请发 txt、html、docx、pdf 或 xlsx。',
  unreadable: '读不出来。请另存为 docx 或 pdf 再发一次。',
};

/** One sentence that says why a file was not read, and what to do about it. */
export function documentRefusal(file: string, code: DocumentRefusal): string {
  const old = code === 'old-format' ? OLD_FORMATS[extensionOf(file)] : undefined;
  if (old === undefined) return `《${file}》${REFUSALS[code]}`;
  const target = /表格/.test(old) ? 'xlsx 或 pdf' : 'docx 或 pdf';
  return `《${file}》是${old}，读不了。请用 Word 或 WPS 打开，另存为 ${target} 再发。`;
}
