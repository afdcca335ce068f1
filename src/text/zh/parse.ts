interface Parsed {
  readonly file: string;
  readonly title: string | null;
  readonly issuingAuthority: string | null;
  readonly documentNumber: string | null;
  readonly publishedOn: string | null;
  readonly validUntil: string | null;
  readonly coverage: {
    readonly characters: number;
    readonly kept: number;
    readonly repairs: readonly unknown[];
  };
  readonly clauses: readonly {
    readonly units: readonly unknown[];
    readonly benefits: readonly unknown[];
    readonly deadlines: readonly unknown[];
  }[];
}

/** A document in a few lines for eyes; everything else is in the JSON. */
export function parseSummary(parsed: Parsed): string {
  const { clauses, coverage } = parsed;
  const count = (of: 'units' | 'benefits' | 'deadlines'): number =>
    clauses.reduce((sum, clause) => sum + clause[of].length, 0);
  return [
    parsed.file,
    `  标题：${parsed.title ?? '没有找到'}`,
    `  发文单位：${parsed.issuingAuthority ?? '没有找到'}　文号：${parsed.documentNumber ?? '没有找到'}`,
    `  发布：${parsed.publishedOn ?? '没有找到'}　有效期至：${parsed.validUntil ?? '没有写明'}`,
    `  条款 ${clauses.length}，责任单位 ${count('units')} 处，扶持 ${count('benefits')} 项，时间 ${count('deadlines')} 处`,
    `  原文 ${coverage.characters} 字，保留 ${coverage.kept} 字，修补 ${coverage.repairs.length} 处`,
    '',
  ].join('\n');
}
