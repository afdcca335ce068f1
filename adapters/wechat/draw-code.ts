import type { Scan } from './options.ts';

/** wechaty's `types.ScanStatus` by number. */
const STATUSES: readonly Scan['status'][] = [
  'unknown',
  'cancelled',
  'waiting',
  'scanned',
  'confirmed',
  'expired',
];

/** A step of logging in, with the code drawn where it wants to be scanned. */
export async function toScan(code: string, status: number): Promise<Scan> {
  const step = STATUSES[status] ?? 'unknown';
  if (step !== 'waiting' || code === '') return { status: step, code, drawn: '', picture: null };
  const { default: qr } = await import('qrcode');
  const [drawn, picture] = await Promise.all([
    qr.toString(code, { type: 'terminal', small: true, errorCorrectionLevel: 'L' }),
    qr.toBuffer(code, { margin: 4, scale: 8 }),
  ]);
  return { status: step, code, drawn, picture };
}
