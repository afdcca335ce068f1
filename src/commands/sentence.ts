import { ConfigError } from '../config.ts';
import { BackupError } from '../ports/backup.ts';
import { DocumentError } from '../ports/document-reader.ts';
import { RecordsError } from '../ports/records.ts';
import { SegmenterError } from '../ports/segmenter.ts';
import { runTrouble } from '../text/zh/cli.ts';
import { documentRefusal } from '../text/zh/documents.ts';
import { backupTrouble, recordsTrouble } from '../text/zh/records.ts';
import { segmenterTrouble } from '../text/zh/segmenter.ts';
import { SeedError } from './seed-error.ts';

const SYSTEM: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: runTrouble.noSuchFile,
  EACCES: runTrouble.notReadable,
  EPERM: runTrouble.notReadable,
  EISDIR: runTrouble.notReadable,
  EROFS: runTrouble.notWritable,
  ENOSPC: () => runTrouble.diskFull,
  EADDRINUSE: () => runTrouble.portTaken,
};

/** What a person is told of an error: coded ones in plain words with the way out, others by their message. */
export function toSentence(error: unknown, file = ''): string {
  if (error instanceof ConfigError || error instanceof SeedError) return error.message;
  if (error instanceof SegmenterError) return segmenterTrouble(error);
  if (error instanceof DocumentError) return documentRefusal(file, error.code);
  if (error instanceof RecordsError) return recordsTrouble(error.code, error.subject);
  if (error instanceof BackupError) return backupTrouble(error.code);
  if (!(error instanceof Error)) return runTrouble.unexpected(String(error));
  const { code, path } = error as NodeJS.ErrnoException;
  return SYSTEM[code ?? '']?.(path ?? file) ?? runTrouble.unexpected(error.message);
}
