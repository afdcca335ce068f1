import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import type { Clause, StructuredDocument } from '../../../src/domain/document/types.ts';
import { fold } from '../../../src/domain/hanzi/fold.ts';
import { gbkCode } from '../../../src/domain/hanzi/gbk.ts';
import { simplifyCharacter } from '../../../src/domain/hanzi/simplify.ts';
import type { Segmenter } from '../../../src/domain/segment.ts';
import { aSegmenter } from '../../support/a-segmenter.ts';
import { processorTime } from '../../support/processor-time.ts';

const FOLDER = join(import.meta.dirname, '../../../seeds/policies');

const documents = new Map<string, StructuredDocument>();
let milliseconds = 0;

async function structureAll(segmenter: Segmenter): Promise<void> {
  const reader = createDocumentReader();
  const sources = await Promise.all(
    readdirSync(FOLDER)
      .toSorted()
      .map((name) => reader.read({ name, bytes: readFileSync(join(FOLDER, name)) })),
  );
  const spent = processorTime();
  for (const source of sources) {
    documents.set(source.file.slice(0, 3), structureDocument({ source, segmenter }));
  }
  milliseconds = spent();
}

beforeAll(async () => {
  await structureAll(await aSegmenter());
});

function seed(file: string): StructuredDocument {
  const found = documents.get(file);
  if (!found) throw new Error(`no seed ${file}`);
  return found;
}

const clause = (file: string, id: string): Clause | undefined =>
  seed(file).clauses.find((each) => each.id === id);
const rows = (): readonly Clause[] => seed('001').clauses.filter(({ kind }) => kind === 'row');
const bare = (text: string): string => fold(text).replace(/[\s\p{P}+<>]/gu, '');

describe('the five seeds', () => {
  test('are structured in a moment', () => {
    // 250 ms on two free cores; the bar leaves room for suites that share them and for coverage.
    expect(milliseconds).toBeLessThan(3000);
  });

  test.for(['000', '001', '002', '003', '004'])('%s accounts for every character', (file) => {
    const { coverage, text, clauses } = seed(file);
    const mended = coverage.repairs.reduce((sum, { from, to }) => sum + to.length - from.length, 0);
    expect(coverage.kept + coverage.dropped.reduce((sum, piece) => sum + piece.text.length, 0)).toBe(
      coverage.characters,
    );
    expect(text.replace(/\s+/gu, '')).toHaveLength(coverage.kept + mended);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  });

  test.for(['000', '003', '004'])('%s has no Traditional, rare or foreign character left', (file) => {
    const text = seed(file)
      .text.replace(/http:\S+|APEC|5G/g, '')
      .replaceAll('〇', '');
    const odd = Array.from(text).filter((character) => {
      const code = gbkCode(character) ?? 0;
      const isPlain = /[\s\d!-/:;[\]%—“”]/.test(character) && character !== '?';
      const inLevelOneOrTwo = code >= 0xa1a1 && code <= 0xf7fe && code % 256 >= 0xa1;
      return !isPlain && (!inLevelOneOrTwo || simplifyCharacter(character) !== character);
    });
    expect(odd).toEqual([]);
  });

  test.for([
    ['000', 5919],
    ['001', 6994],
    ['002', 4415],
    ['003', 10484],
    ['004', 2886],
  ] as const)('%s keeps %i characters', ([file, count]) => {
    expect(seed(file).text.replace(/\s+/gu, '')).toHaveLength(count);
  });
});

describe('000, the plan', () => {
  test('has its four damaged places put right', () => {
    expect(seed('000').coverage.repairs.map(({ to }) => to)).toEqual([
      '拨付方式,加快拨付进',
      '扩',
      '人才支持政策,优',
      '损',
    ]);
    expect(clause('000', '2.1.3')?.text).toContain('统筹全年执行计划,创新拨付方式,加快拨付进度。进一步便利');
    expect(clause('000', '2.2.6')?.heading).toBe('扩大小微企业贷款规模');
    expect(clause('000', '2.3.13')?.text).toContain(
      '创新科技副总人才支持政策,优先面向创新型企业人才需求,新增100名科技副总。',
    );
    expect(clause('000', '2.4.18')?.text).toContain('特别是严重损害企业合法权益、破坏发展环境等行为');
  });

  test('says the same as its task list but for four sentences that differ in truth', () => {
    const plan = bare(seed('000').text);
    const differing = rows().flatMap(({ number, text }) =>
      text
        .replace(/\(责任单位.*$/, '')
        .replace(number ?? '', '')
        .split(/(?<=。)/)
        .filter((sentence) => !plan.includes(bare(sentence)))
        .map(() => number),
    );
    // 3 and 4: one sentence of the plan is two rows; 30: 规上 / 规模以上; 39: 培训 / 培养.
    expect(differing).toEqual(['3.', '4.', '30.', '39.']);
  });

  test('has 23 tasks in 5 groups, goals before and requirements behind', () => {
    const tasks = seed('000').clauses.filter(({ id }) => /^2\.\d\.\d+$/.test(id));
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, at) => `${at + 1}.`));
    expect(clause('000', '1.p2')).toMatchObject({
      kind: 'item',
      heading: '优质企业上规模',
      path: ['一、工作目标'],
    });
    expect(clause('000', '3.4')).toMatchObject({ heading: '加强舆论宣传引导', path: ['三、工作要求'] });
    expect(clause('000', '0.3')?.text).toBe('武汉市促进中小企业发展工作领导小组 2023年3月31日');
    expect(clause('000', 'z.1')?.text).toBe('附件:武汉市2023年中小企业工作要点任务清单');
  });
});

describe('001, the task list', () => {
  test('has 59 rows in 7 groups', () => {
    expect(rows().map(({ number }) => number)).toEqual(Array.from({ length: 59 }, (_, at) => `${at + 1}.`));
    const groups = new Set(rows().map(({ path }) => path[0]));
    const sizes = Array.from(groups, (group) => [
      group,
      rows().filter(({ path }) => path[0] === group).length,
    ]);
    expect(sizes).toEqual([
      ['(一)工作目标', 7],
      ['(二)开展惠企政策畅享行动,助推企业进一步“做活”', 7],
      ['(三)开展融资服务改善行动,助推企业进一步做大', 12],
      ['(四)开展创新能力提升行动，助推企业进一步做强', 14],
      ['(五)开展市场法治协同行动，助推环境进一步做优', 8],
      ['(六)开展优质企业培育行动，服务企业进一步做精', 7],
      ['(七)工作要求', 4],
    ]);
  });

  test.for([
    [
      '1.7',
      '市经信局，市促进中小企业发展工作领导小组各成员单位，市有关部门，各区人民政府<含开发区、风景区、长江新区管委会，下同>',
    ],
    ['3.24', '各区人民政府'],
    ['4.36', '市市场监管局、市司法局、市法院、市检察院、市公安局、市仲裁委办'],
    ['6.51', '市经信局、市发改委、市科技局、市委网信办、东湖高新区、经开区、临空港开发区、洪山区'],
    ['7.59', '市委宣传部、市经信局'],
  ])('row %s has exactly its units', ([id, units]) => {
    expect(clause('001', id ?? '')?.text.endsWith(`(责任单位:${units ?? ''})`)).toBe(true);
    expect(clause('001', id ?? '')?.cells?.['责任单位']).toBe(units);
  });

  test('every row has units', () => {
    expect(rows().filter(({ cells }) => !cells?.['责任单位'])).toEqual([]);
  });
});

describe('002, the programme', () => {
  test('has 20 clauses with their units, and its closing sentence', () => {
    const items = seed('002').clauses.filter(({ kind, part }) => kind === 'item' && part === 'body');
    expect(items).toHaveLength(20);
    expect(items.every(({ text }) => /\(责任单位:[^()]*\)$/.test(text.replace(/〈[^〉]*〉/, '')))).toBe(true);
    expect(clause('002', 'z.1')).toMatchObject({
      part: 'back',
      text: '本行动计划自公布之日起施行,有效期至2024年12月31日。',
    });
  });

  test('is left in its own words', () => {
    expect(seed('002').text).toContain('组织“专精特新”企业家到境外着名高校、企业学习研修');
    expect(seed('002').text).not.toMatch(/365|ICP|主办单位|12345/);
    expect(
      seed('002').coverage.dropped.some(
        ({ reason, text }) => reason === 'advertising' && text.includes('365bet'),
      ),
    ).toBe(true);
  });
});

describe('003, a plan that lost headings', () => {
  test('gives no paragraph a heading that it does not have', () => {
    const paragraph = (start: string) => seed('003').clauses.find(({ text }) => text.startsWith(start));
    expect(paragraph('以习近平新时代')?.path).toEqual(['二、总体目标', '(一)指导思想']);
    expect(paragraph('加强双创载体建设')?.path).toEqual([]);
    expect(paragraph('加强顶层设计')?.path).toEqual(['(四)提高融资可得性']);
    expect(paragraph('规划建设一批市级中小企业创新园')?.path).toEqual(['1.建立中小企业创新园']);
    expect(paragraph('高度重视中小企业发展环境评价')?.path).toEqual(['(三)强化评估督导']);
  });

  test('is converted word by word', () => {
    const { text } = seed('003');
    for (const words of [
      '制度优势显著,治理效能提升',
      '着力提升中小企业技术创新能力',
      '弘扬执着专注、精益求精',
      '有效期内高新技术企业1.7万余家',
      '后疫情时代',
      '营业收入复合增长率超过8%',
      '国内外形势错综复杂',
      '一证准营',
      '平台总访问量累计达3531万人次',
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe('004, a list of 23 tasks', () => {
  test('has them at the top level, between its date and its link', () => {
    const { clauses } = seed('004');
    expect(clauses.map(({ id }) => id)).toEqual([
      '0.1',
      '0.2',
      ...Array.from({ length: 23 }, (_, at) => `${at + 1}`),
      'z.1',
    ]);
    expect(clauses[0]?.text).toBe('发布时间: 2020年03月10日');
    expect(clauses.at(-1)?.text).toMatch(/^原文链接:http:\/\/gxt\.hunan\.gov\.cn\//);
  });

  test('loses no more than its glosses and two lost spaces', () => {
    const lost = seed('004').coverage.dropped.filter(({ reason }) => reason !== 'gloss');
    expect(lost).toEqual([{ reason: 'lost-space', text: '??' }]);
    expect(clause('004', '3')?.text).toContain('采取推广疫情防控平台服务、鼓励企业内部线上远程办公');
  });
});
