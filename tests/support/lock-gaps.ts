/** One package of package-lock.json (lockfileVersion 3), as far as it matters here. */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** A package for another platform that a registry of this platform alone did not serve. */
export interface Gap {
  readonly path: string;
  readonly entry: LockEntry;
}

const OS: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
};

const CPU: Readonly<Record<string, string>> = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};

const LIBC: Readonly<Record<string, string>> = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
};

const pick = (words: readonly string[], table: Readonly<Record<string, string>>): string | undefined =>
  words.map((word) => table[word]).find((value) => value !== undefined);

/** `@oxlint/binding-linux-x64-musl` → linux, x64, musl; what the name does not say is left out. */
export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = name.replace(/^@[^/]+\//, '').split('-');
  const os = pick(words, OS);
  const cpu = pick(words, CPU);
  const libc = os === 'linux' ? pick(words, LIBC) : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/** Where npm looks for `name` from the package at `path`: in its own node_modules, then in those above. */
function placesFor(path: string, name: string): readonly string[] {
  const parts = path === '' ? [] : path.split(/(?:^|\/)node_modules\//).slice(1);
  return Array.from({ length: parts.length + 1 }, (_, at) =>
    ['', ...parts.slice(0, parts.length - at), name].join('/node_modules/').replace(/^\//, ''),
  );
}

/** Optional packages that the lock names without holding them. */
export function lockGaps({ packages }: Lock): readonly Gap[] {
  const gaps = Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !placesFor(path, name).some((place) => packages[place] !== undefined))
      .map(([name, version]): Gap => {
        const { dev, devOptional } = parent;
        const kind = { ...(dev ? { dev } : {}), ...(devOptional ? { devOptional } : {}) };
        return {
          path: `node_modules/${name}`,
          entry: { version, ...kind, optional: true, ...platformOf(name) },
        };
      }),
  );
  return [...new Map(gaps.map((gap) => [gap.path, gap])).values()];
}

/** The same lock with every gap filled, packages in npm's order. */
export function completeLock<Whole extends Lock>(lock: Whole): Whole {
  const added = lockGaps(lock).map(({ path, entry }) => [path, entry] as const);
  const packages = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return { ...lock, packages: Object.fromEntries(packages) };
}
