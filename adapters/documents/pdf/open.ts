import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { DocumentError } from '../../../src/ports/document-reader.ts';

/** A run of text where the page shows it: origin at the top left, in points. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** False for text that runs up, down or askew: watermarks, stamps. */
  readonly upright: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
}

/** No page takes this long unless it is meant to. */
const LONGEST_STEP_MS = 10_000;
const MOST_MEMORY_MB = 512;

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Opened = Awaited<ReturnType<Library['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Opened['getPage']>>;

/**
 * Gives the text items of every page. pdf.js's parser runs in a thread of its own, so that a hostile file
 * neither stops the bot nor outlives its time, and its memory goes with it. Throws `encrypted`, `damaged`,
 * or `unreadable` where a step takes too long.
 */
export async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const packageRoot = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const library = await loadLibrary();
  const { port1, port2 } = new MessageChannel();
  const worker = startWorker(join(packageRoot, 'legacy/build/pdf.worker.min.mjs'), port2);
  const broken = new Promise<never>((_, reject) => {
    worker.once('error', (cause) => reject(new DocumentError('unreadable', { cause })));
  });
  broken.catch(() => undefined);
  const step = <T>(work: Promise<T>): Promise<T> => withinTime(Promise.race([work, broken]));
  try {
    const task = library.getDocument({
      // A copy: pdf.js takes the memory away from its owner, and refuses a Buffer, whose slice() is no copy.
      data: new Uint8Array(bytes),
      // Its type asks for a browser's port; Node's has the same methods.
      worker: library.PDFWorker.create({ port: port1 as never, verbosity: 0 }),
      verbosity: 0,
      cMapUrl: join(packageRoot, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(packageRoot, 'standard_fonts') + sep,
      isEvalSupported: false,
      useWorkerFetch: false,
      useWasm: false,
      disableFontFace: true,
      stopAtErrors: false,
    });
    const opened = await step(task.promise);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= opened.numPages; number += 1) {
      pages.push(await step(readPage(opened, number)));
    }
    return pages;
  } catch (error) {
    throw translated(error);
  } finally {
    port1.close();
    await worker.terminate();
  }
}

function startWorker(file: string, port: MessagePort): Worker {
  const code = `
    const { workerData } = require('node:worker_threads');
    import(workerData.url).then((module) => module.WorkerMessageHandler.initializeFromPort(workerData.port));
  `;
  return new Worker(code, {
    eval: true,
    execArgv: [],
    stdout: true,
    stderr: true,
    workerData: { url: pathToFileURL(file).href, port },
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
}

async function readPage(opened: Opened, number: number): Promise<PdfPage> {
  const page = await opened.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  return { width, height, items: items.flatMap((item) => placed(item, transform)) };
}

type RawItem = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

function placed(item: RawItem, viewport: readonly number[]): readonly TextItem[] {
  if (!('str' in item) || item.str.trim() === '') return [];
  const [a, b, c, d, x, y] = product(viewport, item.transform as readonly number[]);
  const size = Math.hypot(c, d);
  const upright = a > 0 && Math.abs(b) < Math.abs(a) * 0.05;
  return [{ text: item.str, x, y, width: item.width, size, upright }];
}

type Matrix = readonly [number, number, number, number, number, number];

/** Applies `inner` first, then `outer`; both as PDF writes them: [a b c d e f]. */
function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

let library: Promise<Library> | null = null;

/** Loaded once, on the first PDF: 0.1 s and 30 MB. */
function loadLibrary(): Promise<Library> {
  library ??= importLibrary();
  return library;
}

/** What pdf.js puts polyfills in the place of, as if this were an old browser. */
const NATIVE = [
  [JSON, 'parse'],
  [JSON, 'stringify'],
  [Array.prototype, 'push'],
  [Function.prototype, 'toString'],
] as const;

/**
 * pdf.js wants a canvas for drawing, which we never do: stand-ins keep it from failing at import where the
 * optional package is absent, and its complaint about that is kept from the console. What it replaces it gives back:
 * with its JSON and its lists everything that the bot does would be slower from the first PDF on.
 */
async function importLibrary(): Promise<Library> {
  const natives = NATIVE.map(([owner, name]) => {
    const native = Object.getOwnPropertyDescriptor(owner, name);
    return () => native && Object.defineProperty(owner, name, native);
  });
  const globals: Record<string, unknown> = globalThis as never;
  const absent = ['DOMMatrix', 'ImageData', 'Path2D'].filter((name) => globals[name] === undefined);
  const warn = console.warn;
  for (const name of absent) globals[name] = class {};
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    for (const giveBack of natives) giveBack();
    for (const name of absent) delete globals[name];
  }
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DocumentError('unreadable')), LONGEST_STEP_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function translated(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const name = error instanceof Error ? error.name : '';
  return new DocumentError(name === 'PasswordException' ? 'encrypted' : 'damaged', { cause: error });
}
