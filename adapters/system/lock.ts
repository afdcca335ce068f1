import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordsError } from '../../src/ports/records.ts';

/** `<pid>-<when it was started>`: the same for no two processes, before and after a restart of the machine. */
const CLAIM = /^(\d+)-(\w+)$/;

/** When a process was started, in words that only compare: boot and clock ticks since it. Empty where it cannot be told. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; the start is the 20th word behind it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.slice(0, 8)}x${ticks}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isHeld(claim: string): Promise<boolean> {
  const [, pid = '', start = ''] = CLAIM.exec(claim) ?? [];
  if (pid === '' || !isRunning(Number(pid))) return false;
  const now = await startOf(Number(pid));
  return now === '' || start === '0' || now === start;
}

/**
 * Claims a folder for this process alone; the returned function lets it go. Every claimant first writes a file named
 * after itself and then looks for those of others: of two that come at once at least one sees the other and stands
 * back. Names are never used again, so the claim of a dead process can be removed without a race.
 * Throws `RecordsError` with the process that holds it.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const mine = `${process.pid}-${(await startOf(process.pid)) || '0'}`;
  const path = join(folder, mine);
  const refuse = (cause: NodeJS.ErrnoException): never => {
    const isFull = cause.code === 'ENOSPC' || cause.code === 'EDQUOT';
    throw new RecordsError(isFull ? 'disk-full' : 'unwritable', { subject: folder, cause });
  };
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refuse);
  await writeFile(path, '', { mode: 0o600, flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') return refuse(cause);
    throw new RecordsError('locked', { subject: String(process.pid), cause });
  });
  for (const claim of (await readdir(folder)).filter((name) => name !== mine)) {
    if (await isHeld(claim)) {
      await rm(path, { force: true });
      throw new RecordsError('locked', { subject: claim.split('-')[0] as string });
    }
    await rm(join(folder, claim), { force: true });
  }
  return () => rm(path, { force: true });
}
