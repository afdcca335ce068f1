/** Sentences about records and backups. */
import type { BackupRefusal } from '../../ports/backup.ts';
import type { RecordsRefusal } from '../../ports/records.ts';

const RECORDS: Readonly<Record<RecordsRefusal, (subject: string) => string>> = {
  locked: (pid) =>
    `另一个企服进程（进程号 ${pid}）正在使用这个数据文件夹。请先停掉它，或者用 --data 换一个文件夹。`,
  'disk-full': () => '磁盘已满，写不进去。请先腾出空间。',
  unreadable: (subject) => `记录读不了：${subject}。请检查数据文件夹的权限和磁盘。`,
  unwritable: (subject) => `写不进去：${subject}。请检查数据文件夹的权限和磁盘。`,
  newer: (subject) => `记录 ${subject} 是更新版本的企服写的。请换回那个版本，或者从备份恢复。`,
  'read-only': (subject) => `记录 ${subject} 是只读打开的。`,
};

export const recordsTrouble = (code: RecordsRefusal, subject: string): string => RECORDS[code](subject);

const BACKUP: Readonly<Record<BackupRefusal, string>> = {
  damaged: '备份文件不完整或者已损坏，没有恢复，原有数据没有动。请换一份备份。',
  'passphrase-needed': '这份备份加了密。请加上 --passphrase 口令。',
  'wrong-passphrase': '口令不对，没有恢复，原有数据没有动。',
  busy: '数据一直在变，没有找到可以备份的间隙。请稍后再试。',
  'no-data': '数据文件夹还不存在，没有东西可以备份。请检查 --data 或 QIFU_DATA。',
};

export const backupTrouble = (code: BackupRefusal): string => BACKUP[code];

interface Report {
  readonly files: number;
  readonly bytes: number;
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** What `qifu backup` and `qifu restore` report. */
export const backupWords = {
  saved: (file: string, { files, bytes }: Report): string =>
    `已备份 ${files} 个文件（${size(bytes)}）到 ${file}。`,
  restored: (
    folder: string,
    { files, bytes, setAside }: Report & { readonly setAside: string | null },
  ): string =>
    `已恢复 ${files} 个文件（${size(bytes)}）到 ${folder}。${setAside === null ? '' : `原有数据移到了 ${setAside}，确认无误后可以删除。`}`,
} as const;
